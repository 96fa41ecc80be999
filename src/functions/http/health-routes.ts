import type { Deps } from '../../claims/deps.ts';
import type { Route } from './route.ts';

/** One thing that the app cannot work without. `check` resolves when it answers. */
export type Dependency = { name: string; check: (signal: AbortSignal) => Promise<unknown> };

const timeoutMs = 3000;

const checked = async ({ name, check }: Dependency): Promise<{ name: string; ok: boolean }> => {
  try {
    const late = AbortSignal.timeout(timeoutMs);
    await Promise.race([
      check(late),
      new Promise((_, reject) => late.addEventListener('abort', () => reject(new Error('late')), { once: true })),
    ]);
    return { name, ok: true };
  } catch {
    return { name, ok: false };
  }
};

/** Probes: `live` says that the process answers, `ready` that everything behind it does, by name. */
export const healthRoutes = (dependencies: Dependency[]): Route[] => [
  {
    name: 'live',
    method: 'GET',
    path: 'api/health/live',
    roles: [],
    doc: { summary: 'The process answers.', success: { status: 200, answer: 'Liveness', description: 'Live.' } },
    handle: async () => ({ status: 200, json: { status: 'live' } }),
  },
  {
    name: 'ready',
    method: 'GET',
    path: 'api/health/ready',
    roles: [],
    doc: {
      summary: 'Everything that the app needs answers; 503 names what does not.',
      success: { status: 200, answer: 'ServiceReadiness', description: 'Ready.' },
      otherwise: { status: 503, answer: 'ServiceReadiness', description: 'Not ready.' },
    },
    handle: async (_deps: Deps) => {
      const checks = await Promise.all(dependencies.map(checked));
      const ready = checks.every(({ ok }) => ok);
      return {
        status: ready ? 200 : 503,
        headers: ready ? {} : { 'Retry-After': '5' },
        json: { status: ready ? 'ready' : 'not-ready', checks },
      };
    },
  },
];
