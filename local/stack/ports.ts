import { createServer } from 'node:net';

/** A port the stack was told to use is taken; the message names the flag that moves it. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
}

/** Resolves with `port` when it can be listened on, or with a free one for 0; rejects with the listen error. */
const probe = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(found));
    });
  });

/** A port that nothing listens on now. */
export const freePort = (): Promise<number> => probe(0);

/**
 * Settles a port before anything starts: 0 becomes a free port, a taken one a `PortTakenError`.
 * `flag` is what the user can change, such as `--port`.
 */
export const settlePort = async (port: number, { what, flag }: { what: string; flag: string }): Promise<number> => {
  try {
    return await probe(port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const reason = code === 'EADDRINUSE' ? 'is already in use' : 'may not be used by this account';
    throw new PortTakenError(
      `Port ${port} (${what}) ${reason}. Choose another with ${flag} NUMBER, or ${flag} 0 for a free one.`,
    );
  }
};
