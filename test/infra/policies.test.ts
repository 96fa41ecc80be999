import { describe, expect, inject, test } from 'vitest';
import type { Deployed, Template } from '../../infra/template.ts';
import { resourcesOf } from '../../infra/template.ts';
import { type PolicyName, policies } from '../support/infra/template-policies.ts';

const template = inject('template');

/** A copy in which one resource was changed. */
const changed = (module: string, symbol: string, change: (resource: Deployed) => void) => (original: Template) => {
  const copy = structuredClone(original);
  const found = resourcesOf(copy).find((resource) => resource.module === module && resource.symbol === symbol);
  if (found === undefined) throw new Error(`No ${module}.${symbol}.`);
  // What was found is spread again; its properties are those of the copy.
  change(found);
  return copy;
};
const set = (module: string, symbol: string, path: string, value: unknown) =>
  changed(module, symbol, ({ properties }) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce<Record<string, unknown>>((inner, key) => Object(inner[key]), properties ?? {});
    if (!Object.hasOwn(holder, last)) throw new Error(`No ${path} in ${module}.${symbol}.`);
    holder[last] = value;
  });
const inModule = (module: string, change: (inner: Template) => void) => (original: Template) => {
  const copy = structuredClone(original);
  const inner = copy.resources[module]?.properties?.template;
  if (inner === undefined) throw new Error(`No module ${module}.`);
  change(inner);
  return copy;
};

/** For each rule, a deployment that breaks it and what the rule has to say of that. */
const broken: [PolicyName, (template: Template) => Template, string][] = [
  [
    'nothing is reached with a key',
    set('claimsStorage', 'storage', 'allowSharedKeyAccess', true),
    'claimsStorage.storage: allowSharedKeyAccess',
  ],
  [
    'nothing is reached with a key',
    set('mail', 'service', 'disableLocalAuth', false),
    'mail.service: disableLocalAuth',
  ],
  [
    'nothing is reached with a key',
    inModule('platformEvents', ({ resources }) => {
      Object.assign(resources, { otherTopic: resources.filesTopic });
    }),
    'platformEvents.otherTopic: disableLocalAuth',
  ],
  [
    'nothing is reached with a key',
    set('platformEvents', 'deliveryReports', 'filter', "[listKeys(resourceId('x'), '2025-01-01').keys[0].value]"),
    'resources.platformEvents.properties.template.resources.deliveryReports.properties.filter: reads a key',
  ],
  [
    'no secret is an output',
    inModule('monitoring', (inner) => {
      inner.outputs = { connection: { type: 'string', value: "[reference('insights').ConnectionString]" } };
    }),
    'monitoring: output connection',
  ],
  [
    'no secret is an output',
    inModule('keyVault', (inner) => {
      inner.outputs = { ring: { type: 'securestring', value: '' } };
    }),
    'keyVault: output ring',
  ],
  [
    'every role is on the list, and none else is given',
    // Owner.
    set('mail', 'assignment', 'roleDefinitionId', "'8e3af657-a8ff-443c-a75c-2fe8c4bcb635'"),
    'mail: app is 8e3af657-a8ff-443c-a75c-2fe8c4bcb635 of a Microsoft.Communication/communicationServices: not on the list',
  ],
  [
    'every role is on the list, and none else is given',
    inModule('claimsStorage', (inner) => {
      inner.variables = { ...inner.variables, roles: ['b7e6dc6d-f1e8-4753-8033-0f276bb0955b'] };
    }),
    'claimsStorage: app is Storage Blob Data Owner of a Microsoft.Storage/storageAccounts: not on the list',
  ],
  [
    'every role is on the list, and none else is given',
    inModule('keyVault', (inner) => {
      delete inner.resources.reader?.scope;
    }),
    'keyVault: app is Key Vault Secrets User of a whole group: not on the list',
  ],
  [
    'every role is on the list, and none else is given',
    set('packageStorage', 'assignment', 'principalId', "[parameters('appPrincipalId')]"),
    'packageStorage: app is Storage Blob Data Contributor of a Microsoft.Storage/storageAccounts: not on the list',
  ],
  [
    'the app does not replace its own package',
    set('functionApp', 'app', 'functionAppConfig.deployment.storage.value', "[reference('hostStorage')]"),
    'packages are kept where the app writes',
  ],
  [
    'the app does not replace its own package',
    set(
      'functionApp',
      'app',
      'functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId',
      "[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', parameters('identityName'))]",
    ),
    'packages are reached as the app',
  ],
  [
    'TLS 1.2 and nothing but',
    set('hostStorage', 'storage', 'minimumTlsVersion', 'TLS1_0'),
    'hostStorage.storage: minimumTlsVersion',
  ],
  ['TLS 1.2 and nothing but', set('functionApp', 'app', 'httpsOnly', false), 'functionApp.app: httpsOnly'],
  ['TLS 1.2 and nothing but', set('functionApp', 'app::scm', 'allow', true), 'functionApp.app::scm: allow'],
  ['no file is public', set('claimsStorage', 'poe', 'publicAccess', 'Blob'), 'claimsStorage.poe: publicAccess'],
  [
    'no file is public',
    set('hostStorage', 'storage', 'allowBlobPublicAccess', true),
    'hostStorage.storage: allowBlobPublicAccess',
  ],
  [
    'what is deleted by mistake can be brought back',
    set('claimsStorage', 'blobs', 'isVersioningEnabled', false),
    'claimsStorage.blobs: isVersioningEnabled',
  ],
  [
    'what is deleted by mistake can be brought back',
    set('keyVault', 'vault', 'enablePurgeProtection', false),
    'keyVault.vault: enablePurgeProtection',
  ],
  [
    'what was removed is gone after the days of deleted files',
    inModule('claimsStorage', ({ resources }) => {
      const [rule] = Object(resources.lifecycle?.properties).policy.rules;
      rule.definition.actions.version.delete.daysAfterCreationGreaterThan = "[parameters('deletedFileDays')]";
    }),
    'former-versions: former versions outlive the days of deleted files',
  ],
  [
    'links in mails are left as they are',
    set('mail', 'ownDomain', 'userEngagementTracking', 'Enabled'),
    'mail.ownDomain: userEngagementTracking',
  ],
  [
    'what takes requests, messages or secrets is logged',
    inModule('functionApp', (inner) => {
      delete inner.resources.logs;
    }),
    'functionApp.app: no diagnostic settings',
  ],
  [
    'no log names who got a mail',
    set('mail', 'logs', 'logs', [{ category: 'EmailStatusUpdateOperational', enabled: true }]),
    'mail.logs: EmailStatusUpdateOperational',
  ],
];

describe.skipIf(template === undefined)('In every deployment', { meta: { needs: 'a Bicep compiler' } }, () => {
  // The cast: skipped without a template.
  const compiled = template as Template;

  test.each(Object.entries(policies))('%s', (_, policy) => {
    expect(policy(compiled)).toEqual([]);
  });

  test('each of these rules tells when it is broken', () => {
    expect(new Set(broken.map(([name]) => name))).toEqual(new Set(Object.keys(policies)));
  });

  test.each(broken.map(([name, change, finding]) => ({ name, change, finding })))(
    '$name, or it says $finding',
    ({ name, change, finding }) => {
      expect(policies[name](change(compiled))).toContain(finding);
    },
  );
});
