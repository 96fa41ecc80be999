import * as df from 'durable-functions';

/** Orchestrators for what the recorded scenarios do not reach; they use the activities of the scenario app. */
export const registerMoreOrchestrators = (): void => {
  const retry = (attempts: number, changes: Partial<df.RetryOptions> = {}): df.RetryOptions =>
    Object.assign(new df.RetryOptions(20, attempts), changes);
  const flaky = (id: string, failures: number) => ({ id, failures });

  df.app.orchestration('parallelRetries', function* (context) {
    const { df: durable } = context;
    const id = durable.instanceId;
    const all: unknown[] = yield durable.Task.all([
      durable.callActivityWithRetry('flaky', retry(4, { backoffCoefficient: 2 }), flaky(`${id}-a`, 3)),
      durable.callActivityWithRetry('flaky', retry(2), flaky(`${id}-b`, 1)),
      durable.Task.any([durable.callActivity('echo', 'any'), durable.waitForExternalEvent('never')]),
      durable.callActivityWithRetry('flaky', retry(3), flaky(`${id}-c`, 0)),
    ]);
    const last: unknown = yield durable.callActivity('echo', 'after');
    return { a: all[0], b: all[1], c: all[3], last };
  });

  df.app.orchestration('losingRetry', function* (context) {
    const { df: durable } = context;
    const retried = durable.callActivityWithRetry('flaky', retry(5), flaky(durable.instanceId, 3));
    const first: df.Task = yield durable.Task.any([retried, durable.callActivity('echo', 'quick')]);
    const echoes: unknown[] = [];
    while (!retried.isCompleted) echoes.push(yield durable.callActivity('echo', echoes.length));
    return { quick: first !== retried, retried: retried.result };
  });

  df.app.orchestration('retriedChild', function* (context) {
    const { df: durable } = context;
    return yield durable.callSubOrchestratorWithRetry('failsOnce', retry(3), null, `${durable.instanceId}-child`);
  });

  df.app.orchestration('expiredRetry', function* (context) {
    const { df: durable } = context;
    const options = retry(9, { retryTimeoutInMilliseconds: 1 });
    return yield durable.callActivityWithRetry('flaky', options, flaky(durable.instanceId, 99));
  });

  df.app.orchestration('caughtInAll', function* (context) {
    const { df: durable } = context;
    try {
      yield durable.Task.all([
        durable.callActivity('flaky', flaky(durable.instanceId, 99)),
        durable.callActivity('slow', { ms: 50 }),
      ]);
    } catch {
      return yield durable.callActivity('echo', 'caught');
    }
    return 'nothing failed';
  });

  df.app.orchestration('carryAtOnce', function* (context) {
    const { taken, want } = context.df.getInput() as { taken: unknown[]; want: number };
    const event: unknown = yield context.df.waitForExternalEvent('E');
    const all = [...taken, event];
    if (all.length === want) return all;
    context.df.continueAsNew({ taken: all, want });
    return undefined;
  });

  df.app.orchestration('secondWait', function* (context) {
    const { df: durable } = context;
    const inMs = (ms: number) => durable.createTimer(new Date(durable.currentUtcDateTime.getTime() + ms));
    yield durable.Task.any([durable.waitForExternalEvent('E'), inMs(1)]);
    const late = inMs(600_000);
    const wait = durable.waitForExternalEvent('E');
    yield durable.Task.any([wait, late]);
    late.cancel();
    return yield durable.callActivity('echo', wait.result);
  });

  df.app.orchestration('http', function* (context) {
    return yield context.df.callHttp({ method: 'GET', url: 'http://127.0.0.1:9/' });
  });

  let turns = 0;
  df.app.orchestration('whimsical', function* (context) {
    yield context.df.callActivity(turns++ === 0 ? 'echo' : 'describe', 1);
    yield context.df.callActivity('echo', 2);
  });
};
