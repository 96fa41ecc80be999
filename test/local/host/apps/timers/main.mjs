import { app } from '@azure/functions';

const runs = [];
const record = (name) => async (timer) => {
  runs.push({ name, at: new Date().toISOString(), isPastDue: timer.isPastDue, status: timer.scheduleStatus });
};

app.timer('nightly', { schedule: '%NIGHTLY%', handler: record('nightly') });
app.timer('interval', { schedule: '12:00:00', handler: record('interval') });
app.timer('startup', { schedule: '0 0 0 1 1 *', runOnStartup: true, handler: record('startup') });
app.timer('failing', {
  schedule: '0 30 2 * * *',
  handler: async (timer) => {
    await record('failing')(timer);
    throw new Error('this run failed');
  },
});
app.http('runs', { authLevel: 'anonymous', methods: ['GET'], handler: async () => ({ jsonBody: runs }) });
