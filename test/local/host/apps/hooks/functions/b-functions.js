const { app } = require('@azure/functions');

app.setup({ enableHttpStream: true });
app.get('fine', async (_request, context) => {
  context.log('a secret was here');
  return { body: 'fine' };
});
app.get('fails', async () => {
  throw new Error('boom');
});
app.get('late', async () => {
  app.get('too-late', async () => ({}));
  return {};
});
