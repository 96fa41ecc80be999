#!/usr/bin/env node
// Stands in for az and azd in tests of the hooks: keeps what it was told in a file, and answers as they do.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const { FAKE_STATE: stateFile, FAKE_CALLS: callsFile } = process.env;
const [, self, ...args] = process.argv;
const command = basename(self);
appendFileSync(callsFile, `${JSON.stringify([command, ...args])}\n`);
const state = JSON.parse(readFileSync(stateFile, 'utf8'));
const save = () => writeFileSync(stateFile, JSON.stringify(state));
const option = (name) => args[args.indexOf(name) + 1];
const end = (code, out = '', said = '') => {
  save();
  process.stdout.write(out);
  process.stderr.write(said);
  process.exit(code);
};
const failure = state.failures?.find(({ when }) => [command, ...args].join(' ').includes(when));
if (failure && failure.times !== 0) {
  failure.times = (failure.times ?? 1) - 1;
  end(1, '', failure.said);
}

if (command === 'azd') {
  state.environment[args[2]] = args[3];
  end(0);
}
if (args[0] === 'account') end(state.signedIn ? 0 : 1, option('--query') === 'user.name' ? `${state.user}\n` : '');
if (args[0] === 'ad') {
  const isPerson = args[1] === 'signed-in-user';
  const id = isPerson ? state.person : state.applications[option('--id')];
  end(
    id ? 0 : 1,
    id ? `${id}\n` : '',
    id ? '' : 'ERROR: /me request is only valid with delegated authentication flow.',
  );
}
// The app keeps what the platform fetched of the secret, whatever happens to the secret.
const { site } = state;
if (args[0] === 'functionapp') {
  site.restartedWith = site.version;
  end(0);
}
if (args[0] === 'rest' && option('--url').startsWith('https://management.azure.com/')) {
  if (option('--method') === 'post') {
    if (site.refusals > 0) {
      site.refusals -= 1;
      site.status = 'AccessToKeyVaultDenied';
    } else if (site.lag > 0) site.lag -= 1;
    else Object.assign(site, { status: 'Resolved', version: state.secretVersion });
    end(0, '{}');
  }
  const { status, version, tellsVersion } = site;
  end(0, JSON.stringify({ properties: { status, ...(tellsVersion ? { activeVersion: String(version) } : {}) } }));
}
if (args[0] === 'rest') {
  const path = decodeURIComponent(option('--url').replace('https://graph.microsoft.com/v1.0/', ''));
  const body = args.includes('--body') ? JSON.parse(readFileSync(option('--body').slice(1), 'utf8')) : undefined;
  const method = option('--method');
  if (method === 'patch') {
    const createIfMissing = args.includes('Prefer=create-if-missing');
    if (!state.graph[path] && !createIfMissing) end(1, '', 'Resource not found');
    const id = `id-${Object.keys(state.graph).length + 1}`;
    state.graph[path] = { id, appId: `app-${id}`, ...state.graph[path], ...body };
    end(0);
  }
  if (method === 'get' && path.endsWith('/appRoleAssignedTo')) end(0, JSON.stringify({ value: state.assignments }));
  if (method === 'get') {
    const found = state.graph[path];
    end(found ? 0 : 1, JSON.stringify(found ?? {}), found ? '' : 'Resource not found');
  }
  state.assignments.push(body);
  end(0);
}
if (args[0] === 'keyvault') {
  const what = args[2];
  const { secret } = state;
  const secretId = () => `https://kv.vault.azure.net/secrets/decision-link-keys/${state.secretVersion}\n`;
  if (what === 'set') {
    state.secret = readFileSync(option('--file'), 'utf8');
    state.secretVersion += 1;
    end(0, secretId());
  }
  if (secret === undefined) end(3, '', '(SecretNotFound) A secret with (name/id) decision-link-keys was not found.');
  if (what === 'show') end(0, secretId());
  if (what === 'download') {
    writeFileSync(option('--file'), secret, { flag: 'wx' });
    end(0);
  }
}
end(2, '', `not faked: ${args.join(' ')}`);
