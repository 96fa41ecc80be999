const { app } = require('@azure/functions');

let starts = 0;
app.hook.appStart(() => {
  starts += 1;
});
app.hook.appTerminate(() => {
  console.error('terminate hook ran');
});
app.hook.preInvocation((context) => {
  context.hookData.seen = context.invocationContext.functionName;
  const handler = context.functionHandler;
  context.functionHandler = async (request, invocation) => {
    const answer = await handler(request, invocation);
    return { ...answer, headers: { 'x-wrapped': `${starts}` } };
  };
});
app.hook.postInvocation((context) => {
  if (context.error) {
    context.error = null;
    context.result = { status: 418, body: `mended in ${context.hookData.seen}` };
  }
});
app.hook.log((context) => {
  context.message = context.message.replace('secret', '******');
});
