import { createServer } from 'node:net';

/** Ports are taken; the message names them and the flags that change them. */
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

export type WantedPort = {
  port: number;
  what: string;
  /** What the user can change, such as `--port`. */
  flag: string;
};

/** The port, or the reason why it is not available. */
const settle = async ({ port, what, flag }: WantedPort): Promise<number | string> => {
  try {
    return await probe(port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const reason = code === 'EADDRINUSE' ? 'is already in use' : 'may not be used by this account';
    return `Port ${port} (${what}) ${reason}. Choose another with ${flag} NUMBER, or ${flag} 0 for a free one.`;
  }
};

/** Settles ports before anything starts: 0 becomes a free port; one `PortTakenError` names all that are taken. */
export const settlePorts = async <Name extends string>(
  wanted: Record<Name, WantedPort>,
): Promise<Record<Name, number>> => {
  const settled = await Promise.all(
    Object.entries<WantedPort>(wanted).map(async ([name, want]) => [name, await settle(want)] as const),
  );
  const refusals = settled.map(([, outcome]) => outcome).filter((outcome) => typeof outcome === 'string');
  if (refusals.length > 0) throw new PortTakenError(refusals.join('\n'));
  // The cast: the names are those of `wanted`, and every outcome is a port.
  return Object.fromEntries(settled) as Record<Name, number>;
};
