import { read, send } from './graph.ts';
import { given, run } from './tools.ts';

/** Object ID of whoever deploys. azd has it as AZURE_PRINCIPAL_ID for the parameters of infra/, and does not give it to hooks. */
const whoDeploys = async (): Promise<string | undefined> => {
  const ask = async (...args: string[]): Promise<string | undefined> => {
    const { code, out } = await run('az', [...args, '--output', 'tsv']);
    return (code === 0 && out.trim()) || undefined;
  };
  const person = given('AZURE_PRINCIPAL_ID') ?? (await ask('ad', 'signed-in-user', 'show', '--query', 'id'));
  if (person !== undefined) return person;
  // A pipeline deploys as a service principal, not as a person.
  const application = await ask('account', 'show', '--query', 'user.name');
  return application && ask('ad', 'sp', 'show', '--id', application, '--query', 'id');
};

const makeOperator = async (apiId: string, appRoleId: string, principalId: string): Promise<void> => {
  const what = 'Making you an operator';
  const { id } = await read(`servicePrincipals(appId='${apiId}')`, what);
  // The cast: what Graph answers.
  const { value } = (await read(`servicePrincipals/${id}/appRoleAssignedTo`, what)) as {
    value: { principalId: string; appRoleId: string }[];
  };
  if (value.some((one) => one.principalId === principalId && one.appRoleId === appRoleId)) return;
  await send('post', `servicePrincipals/${id}/appRoleAssignedTo`, { principalId, resourceId: id, appRoleId }, what);
};

/**
 * Makes whoever deploys an operator, so that there is one; others are added in the portal. A deployment is not held up for
 * want of an operator: one can be made at any time.
 */
export const makeFirstOperator = async (apiId: string, appRoleId: string): Promise<void> => {
  try {
    const principalId = await whoDeploys();
    if (principalId === undefined) throw new Error('The Azure CLI (az) does not tell who you are.');
    await makeOperator(apiId, appRoleId, principalId);
  } catch (error) {
    console.log(
      `${error instanceof Error ? error.message : error}\nNobody was made an operator. Do it later, with the azd environment loaded: ` +
        'AZURE_PRINCIPAL_ID=OBJECT_ID_OF_THE_PERSON npm run deploy -- sign-in. See docs/deploy.md.',
    );
  }
};
