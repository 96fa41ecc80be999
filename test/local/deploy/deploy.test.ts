import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startOf } from '../../../deploy/tools.ts';
import { fakeAzure, hook, root } from '../../support/http/hooks.ts';

/** The hooks of a deployment. */

fakeAzure();

describe('The smoke test', () => {
  const answering = async (answers: { status: number; body: unknown }[]) => {
    let asked = 0;
    const server = createServer((_, response) => {
      const { status, body } = answers[Math.min(asked, answers.length - 1)] ?? { status: 500, body: {} };
      asked += 1;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // The cast: it listens on a port.
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
  };
  const waiting = {
    status: 503,
    body: {
      checks: [
        { name: 'mail', ok: false },
        { name: 'sign-in', ok: true },
      ],
    },
  };

  test('waits until the app is ready', async () => {
    const app = await answering([{ status: 404, body: {} }, waiting, { status: 200, body: {} }]);
    const { code, out } = await hook(['smoke'], { PUBLIC_URL: `${app.url}/` });
    app.stop();
    expect(code).toBe(0);
    expect(out).toContain('it answers 404');
    expect(out).toContain('it waits for mail.');
    expect(out).toContain(`Ready: ${app.url}/api/health/ready`);
  });

  test('says what the app waits for when that does not come', async () => {
    const app = await answering([waiting]);
    const { code, out } = await hook(['smoke'], { PUBLIC_URL: app.url, SMOKE_LIMIT_MS: '50' });
    app.stop();
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('it waits for mail. See docs/runbooks') });
  });
});

test('a command keeps its arguments whole on Windows, where a shell starts it', () => {
  const args = ['--url', "https://graph/applications(uniqueName='a')", '--body', '@C:\\Users\\First Last\\x'];
  expect(startOf('az', args, 'win32')).toEqual({
    command: 'az',
    args: ['"--url"', `"https://graph/applications(uniqueName='a')"`, '"--body"', '"@C:\\Users\\First Last\\x"'],
    shell: true,
  });
  expect(startOf('az', args, 'linux')).toEqual({ command: 'az', args, shell: false });
  for (const arg of ['a"b', '%PATH%', 'a\nb']) expect(() => startOf('az', [arg], 'win32')).toThrow('az: an argument');
});

test('azd deploy by itself builds what it sends, as azd package does', async () => {
  const yaml = await readFile(join(root, 'azure.yaml'), 'utf8');
  for (const name of ['prepackage', 'predeploy']) {
    const [, block] = new RegExp(`^  ${name}:\n((?:    .*\n)+)`, 'm').exec(yaml) ?? [];
    expect(block?.match(/node deploy\/hook\.mjs package/g)).toHaveLength(2);
  }
});

test('azure.yaml names steps that there are, and nothing is run that there is not', async () => {
  const yaml = await readFile(join(root, 'azure.yaml'), 'utf8');
  const named = [...yaml.matchAll(/run: node (\S+) ([\w-]+)/g)];
  expect(named).toHaveLength(10);
  for (const [, script] of named) expect(script).toBe('deploy/hook.mjs');
  const { code, out } = await hook(['nothing']);
  expect(code).toBe(1);
  const steps = /One of: (.*)\./.exec(out)?.[1]?.split(', ');
  // Part of `provisioned`, and run by hand to rotate the keys.
  const byHand = ['link-keys'];
  expect(steps?.toSorted()).toEqual([...new Set([...named.map(([, , step]) => step), ...byHand])].toSorted());
});
