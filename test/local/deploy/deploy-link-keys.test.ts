import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { rotated } from '../../../deploy/link-keys.ts';
import { readSettings } from '../../../src/settings.ts';
import { calls, fakeAzure, fakeDir, hook, initialState, setState, state, tries } from '../../support/http/hooks.ts';

fakeAzure();

describe('The key ring of decision links', () => {
  const env = {
    AZURE_KEY_VAULT_NAME: 'kv',
    DECISION_LINK_KEYS_SECRET_NAME: 'decision-link-keys',
    AZURE_SUBSCRIPTION_ID: 'sub',
    AZURE_RESOURCE_GROUP: 'rg-test',
    AZURE_FUNCTION_APP_NAME: 'func-test',
  };
  const { site } = initialState;

  test('is made once, in the form that the app reads, and stays', async () => {
    const first = await hook(['link-keys'], env);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('is made') });
    const { secret = '' } = await state();
    const needed = {
      PUBLIC_URL: 'https://a.example',
      CLAIMS_STORAGE: 'x',
      MAIL_ENDPOINT: 'https://m.example',
      MAIL_SENDER: 'a@b.example',
      SERVICE_OPERATOR: 'Contoso Services',
      SERVICE_CONTACT: 'help@b.example',
      AUTH_AUTHORITY: 'https://l.example',
      AUTH_AUDIENCE: 'x',
    };
    expect(readSettings({ ...needed, DECISION_LINK_KEYS: secret }).DECISION_LINK_KEYS).toHaveLength(1);
    const again = await hook(['link-keys'], env);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('stays') });
    expect((await state()).secret).toBe(secret);
  });

  test('is in no argument, no output and no file that stays', async () => {
    const made = await hook(['link-keys'], env);
    const added = await hook(['link-keys', 'add'], env);
    const { secret = '' } = await state();
    const keys = (JSON.parse(secret) as { key: string }[]).map(({ key }) => key);
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      expect(await calls()).not.toContain(key);
      expect(made.out + added.out).not.toContain(key);
    }
    expect((await readdir(fakeDir())).toSorted()).toEqual(['az', 'azd', 'calls', 'state']);
  });

  test('waits for the role to reach the vault, and gives up in words', async () => {
    await setState({
      failures: [{ when: 'keyvault secret show', said: '(Forbidden) Caller is not authorized.', times: 3 }],
    });
    const late = await hook(['link-keys'], env);
    expect(late.code).toBe(0);
    expect(late.out.match(/trying again/g)).toHaveLength(3);
    await setState({ failures: [{ when: 'keyvault', said: '(Forbidden) Caller is not authorized.', times: 99 }] });
    const never = await hook(['link-keys'], env);
    expect(never.code).toBe(1);
    expect(never.out).toContain('not authorized');
  });

  test('tells its steps, and how the azd environment is loaded, before it does anything', async () => {
    const misspelt = await hook(['link-keys', 'rotate'], { AZURE_KEY_VAULT_NAME: '' });
    expect(misspelt).toMatchObject({ code: 1, out: expect.stringContaining('one of: add, promote, retire') });
    const bare = await hook(['link-keys', 'add'], { AZURE_KEY_VAULT_NAME: '' });
    expect(bare).toMatchObject({ code: 1, out: expect.stringContaining('azd env get-values') });
  });

  test('that was deleted is not replaced, because sent links need it: the step says how to recover it', async () => {
    await setState({ failures: [{ when: 'secret show', said: 'is currently in a deleted but recoverable state' }] });
    const { code, out } = await hook(['link-keys'], env);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('keyvault secret recover') });
    expect((await state()).secret).toBeUndefined();
  });

  test('is rotated in steps, in each of which every key that signs is known to all', () => {
    const now = new Date('2026-11-27T00:00:00Z');
    const old = [{ kid: 'old', key: 'x' }];
    const added = rotated(old, 'add', now);
    expect(added.map(({ kid }) => kid)).toEqual(['old', '2026-11-27']);
    const promoted = rotated(added, 'promote', now);
    expect(promoted.map(({ kid }) => kid)).toEqual(['2026-11-27', 'old']);
    expect(rotated(promoted, 'retire', now).map(({ kid }) => kid)).toEqual(['2026-11-27']);
    expect(new Set(rotated(added, 'add', now).map(({ kid }) => kid)).size).toBe(3);
    expect(() => rotated(old, 'promote', now)).toThrow('add one first');
    expect(() => rotated(old, 'retire', now)).toThrow('one key only');
    expect(() => rotated(old, 'swap', now)).toThrow('add, promote, retire');
  });

  test('is fetched by the platform before the app is restarted, since a restart alone keeps the former one', async () => {
    await hook(['link-keys'], env);
    expect((await state()).site).toMatchObject({ status: 'Resolved', version: 1, restartedWith: 1 });
    const added = await hook(['link-keys', 'add'], env);
    expect(added).toMatchObject({ code: 0, out: expect.stringContaining('The app has read the ring') });
    expect((await state()).site).toMatchObject({ version: 2, restartedWith: 2 });
    const asked = await calls();
    const references =
      'https://management.azure.com/subscriptions/sub/resourceGroups/rg-test/providers/Microsoft.Web/sites/func-test' +
      '/config/configreferences/appsettings';
    expect(asked).toContain(`${references}/refresh?api-version=2022-03-01`);
    expect(asked).toContain(`${references}/DECISION_LINK_KEYS?api-version=2022-03-01`);
  });

  test('is tried until the identity of the app may read it, and until the platform tells its version', async () => {
    await setState({ site: { ...site, refusals: 2, lag: 1 } });
    const { code, out } = await hook(['link-keys'], env);
    expect(code).toBe(0);
    expect(out.match(/trying again/g)).toHaveLength(3);
    expect((await state()).site).toMatchObject({ restartedWith: 1 });
  });

  test('may be named without its version', async () => {
    await setState({ site: { ...site, tellsVersion: false } });
    expect((await hook(['link-keys'], env)).out).toContain('The app has read the ring');
  });

  test('that the platform does not tell of stops the next step of a rotation in words', async () => {
    await setState({
      secret: '[{"kid":"a","key":"x"}]',
      secretVersion: 1,
      site: { ...site, status: 'Resolved', version: 1, lag: 99 },
    });
    const { code, out } = await hook(['link-keys', 'add'], env);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('wait before the next step') });
  });

  test('that the app cannot read is an error that says why, and the next run lets it', async () => {
    await setState({ site: { ...site, refusals: tries } });
    const { code, out } = await hook(['link-keys'], env);
    expect(code).toBe(1);
    expect(out).toContain('the app cannot read it: AccessToKeyVaultDenied');
    expect(out).toContain('az functionapp restart --name func-test');
    expect((await hook(['link-keys'], env)).out).toContain('The app has read the ring');
    expect((await state()).site).toMatchObject({ status: 'Resolved', restartedWith: 1 });
    // And where all is well nothing is restarted.
    const before = (await calls()).length;
    await hook(['link-keys'], env);
    expect((await calls()).slice(before)).not.toContain('restart');
  });

  test('is left to you to be fetched where it is not known which app has it', async () => {
    const { code, out } = await hook(['link-keys'], { ...env, AZURE_SUBSCRIPTION_ID: '' });
    expect(code).toBe(0);
    expect(out).toContain('AZURE_SUBSCRIPTION_ID is not set');
    expect(out).toContain("'https://management.azure.com/subscriptions/<AZURE_SUBSCRIPTION_ID>/resourceGroups/rg-test");
    expect(await calls()).not.toContain('functionapp');
  });
});
