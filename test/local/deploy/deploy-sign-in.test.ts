import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { roles } from '../../../src/identity/caller.ts';
import { calls, fakeAzure, fakeDir, hook, setState, state } from '../../support/http/hooks.ts';

fakeAzure();

describe('The sign-in hook', () => {
  // As azd runs it: without AZURE_PRINCIPAL_ID, which it keeps for the parameters of infra/.
  const env = { AZURE_ENV_NAME: 'test', FRONT_END_ORIGIN: 'https://claims.example' };

  test('registers the API with its roles, the front end, and whoever deploys as an operator; and again changes nothing', async () => {
    const first = await hook(['sign-in'], env);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('the API is app-') });
    const { graph, environment, assignments } = await state();
    const api = graph["applications(uniqueName='customer-associations-api-test')"];
    const frontEnd = graph["applications(uniqueName='customer-associations-front-end-test')"];
    expect(api).toMatchObject({
      signInAudience: 'AzureADMultipleOrgs',
      api: { requestedAccessTokenVersion: 2 },
      identifierUris: [`api://${api?.appId}`],
    });
    // The cast: what the hook sent.
    const appRoles = api?.appRoles as { value: string; id: string }[];
    expect(appRoles.map(({ value }) => value)).toEqual([...roles]);
    expect(new Set(appRoles.map(({ id }) => id)).size).toBe(roles.length);
    expect(frontEnd).toMatchObject({
      spa: { redirectUris: ['https://claims.example/'] },
      requiredResourceAccess: [{ resourceAppId: api?.appId }],
    });
    expect(environment).toEqual({
      AUTH_AUDIENCE: api?.appId,
      AUTH_AUDIENCE_REGISTERED: api?.appId,
      FRONT_END_CLIENT_ID: frontEnd?.appId,
    });
    const operator = appRoles.find(({ value }) => value === 'Operator')?.id;
    expect(assignments).toMatchObject([{ principalId: 'me', appRoleId: operator }]);

    expect((await hook(['sign-in'], { ...env, ...environment })).code).toBe(0);
    expect(await state()).toEqual({ ...(await state()), graph, environment, assignments });
  });

  test('lets people come back to the app itself, once its address is known', async () => {
    const { FRONT_END_ORIGIN, ...alone } = env;
    await hook(['sign-in'], alone);
    const redirects = async () =>
      (await state()).graph["applications(uniqueName='customer-associations-front-end-test')"]?.spa;
    expect(await redirects()).toEqual({ redirectUris: [] });
    const { environment } = await state();
    const provisioned = await hook(['provisioned'], {
      ...alone,
      ...environment,
      PUBLIC_URL: 'https://app.example',
      AZURE_KEY_VAULT_NAME: 'kv',
      DECISION_LINK_KEYS_SECRET_NAME: 'decision-link-keys',
      AZURE_SUBSCRIPTION_ID: 'sub',
      AZURE_RESOURCE_GROUP: 'rg-test',
      AZURE_FUNCTION_APP_NAME: 'func-test',
    });
    expect(provisioned).toMatchObject({ code: 0, out: expect.stringContaining('served from https://app.example.') });
    expect(await redirects()).toEqual({ redirectUris: ['https://app.example/'] });
  });

  test('leaves alone those who bring a registration', async () => {
    const { code, out } = await hook(['sign-in'], { ...env, AUTH_AUDIENCE: 'mine' });
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('you brought') });
    expect(await calls()).toBe('');
  });

  test('says what to do without az, without a sign-in, and when Graph refuses', async () => {
    await setState({ signedIn: false });
    expect((await hook(['sign-in'], env)).out).toContain('az login');
    await setState({ failures: [{ when: 'rest', said: 'Insufficient privileges', times: 9 }] });
    const refused = await hook(['sign-in'], env);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('Registering the API did not work:\nInsufficient privileges');
    await rm(join(fakeDir(), 'az'));
    expect((await hook(['sign-in'], { ...env, PATH: fakeDir() })).out).toContain('not installed');
  });

  test('makes the application that a pipeline deploys as an operator', async () => {
    await setState({ person: undefined, user: 'app-1', applications: { 'app-1': 'pipeline' } });
    expect((await hook(['sign-in'], env)).code).toBe(0);
    expect((await state()).assignments).toMatchObject([{ principalId: 'pipeline' }]);
    const api = (await state()).graph["applications(uniqueName='customer-associations-api-test')"];
    expect(api?.appRoles).toContainEqual(
      expect.objectContaining({ value: 'Operator', allowedMemberTypes: ['User', 'Application'] }),
    );
  });

  test('says how an operator is made later when az does not tell who deploys, or Graph refuses, and goes on', async () => {
    await setState({ person: undefined });
    const unknown = await hook(['sign-in'], env);
    expect(unknown.code).toBe(0);
    expect(unknown.out).toContain('does not tell who you are');
    expect(unknown.out).toContain('AZURE_PRINCIPAL_ID=OBJECT_ID_OF_THE_PERSON npm run deploy -- sign-in');
    expect((await state()).assignments).toEqual([]);

    await setState({ failures: [{ when: '--method post', said: 'Insufficient privileges', times: 1 }] });
    const refused = await hook(['sign-in'], env);
    expect(refused.code).toBe(0);
    expect(refused.out).toContain('Insufficient privileges\nNobody was made an operator.');

    const { environment } = await state();
    await hook(['sign-in'], { ...env, ...environment, AZURE_PRINCIPAL_ID: 'somebody' });
    expect((await state()).assignments).toMatchObject([{ principalId: 'somebody' }]);
  });

  test('waits until Graph knows what was just registered, and gives up in words', async () => {
    const noBacking = 'Bad Request({"error":{"code":"Request_BadRequest","message":"The appId does not reference a"}})';
    await setState({
      failures: [
        { when: '--method get', said: 'Not Found({"error":{"code":"Request_ResourceNotFound"}})', times: 2 },
        { when: '--method patch --url https://graph.microsoft.com/v1.0/servicePrincipals', said: noBacking, times: 3 },
      ],
    });
    const late = await hook(['sign-in'], env);
    expect(late.code).toBe(0);
    expect(late.out.match(/trying again/g)).toHaveLength(5);
    expect((await state()).assignments).toMatchObject([{ principalId: 'me' }]);

    await setState({ failures: [{ when: 'servicePrincipals', said: noBacking, times: 99 }] });
    const never = await hook(['sign-in'], env);
    expect(never.code).toBe(1);
    expect(never.out).toContain(`(its service principal) did not work:\n${noBacking}`);
  });
});
