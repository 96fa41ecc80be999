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
if (args[0] === 'account') end(state.signedIn ? 0 : 1);
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
  if (what === 'set') {
    state.secret = readFileSync(option('--file'), 'utf8');
    end(0);
  }
  if (secret === undefined) end(3, '', '(SecretNotFound) A secret with (name/id) decision-link-keys was not found.');
  if (what === 'show') end(0, 'https://kv.vault.azure.net/secrets/decision-link-keys/1\n');
  if (what === 'download') {
    writeFileSync(option('--file'), secret, { flag: 'wx' });
    end(0);
  }
}
end(2, '', `not faked: ${args.join(' ')}`);
