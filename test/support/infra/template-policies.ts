import { type Deployed, resourcesOf, type Template, templatesOf } from '../../../infra/template.ts';

/** What must hold for every deployment, as rules over the compiled template. Each gives what it found wrong, a line each. */
export type Policy = (template: Template) => string[];

const nameOf = ({ module, symbol }: Deployed): string => `${module}.${symbol}`;

/** The resources of a type that lack what `wanted` says, one line for each property. */
const lacking = (type: string, wanted: Record<string, unknown>): Policy => {
  const valueAt = (resource: Deployed, path: string): unknown =>
    path.split('.').reduce<unknown>((value, key) => Object(value)[key], resource.properties);
  return (template) => {
    const found = resourcesOf(template).filter((resource) => resource.type === type);
    if (found.length === 0) return [`no ${type}`];
    return found.flatMap((resource) =>
      Object.entries(wanted)
        .filter(([path, value]) => valueAt(resource, path) !== value)
        .map(([path]) => `${nameOf(resource)}: ${path}`),
    );
  };
};

const all =
  (...policies: Policy[]): Policy =>
  (template) =>
    policies.flatMap((policy) => policy(template));

/** Every text of the template with the place where it stands. */
const textsOf = (value: unknown, path = ''): [path: string, text: string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`));
};

const keyCalls = /\blist(Keys|AccountSas|ServiceSas|Secrets|ConnectionStrings)?\s*\(|AccountKey=|SharedAccess/i;

/** What takes keys all the same: Defender for Storage publishes to it, and nothing documents that it can without. */
const takesKeys = ['platformEvents.filesTopic: disableLocalAuth'];

const noKeys: Policy = all(
  lacking('Microsoft.Storage/storageAccounts', { allowSharedKeyAccess: false }),
  lacking('Microsoft.Communication/communicationServices', { disableLocalAuth: true }),
  lacking('Microsoft.Insights/components', { DisableLocalAuth: true }),
  lacking('Microsoft.OperationalInsights/workspaces', { 'features.disableLocalAuth': true }),
  (template) =>
    lacking('Microsoft.EventGrid/topics', { disableLocalAuth: true })(template).filter(
      (line) => !takesKeys.includes(line),
    ),
  (template) =>
    textsOf(template)
      .filter(([, text]) => keyCalls.test(text))
      .map(([path]) => `${path}: reads a key`),
);

const noSecretsGoOut: Policy = (template) =>
  templatesOf(template).flatMap(([module, { outputs = {} }]) =>
    Object.entries(outputs)
      .filter(
        ([, { type, value }]) =>
          type.startsWith('secure') || /\blist\w*\(|getSecret|ConnectionString|InstrumentationKey/i.test(`${value}`),
      )
      .map(([output]) => `${module}: output ${output}`),
  );

const closedDoors: Policy = all(
  lacking('Microsoft.Storage/storageAccounts', { minimumTlsVersion: 'TLS1_2', supportsHttpsTrafficOnly: true }),
  lacking('Microsoft.Web/sites', {
    httpsOnly: true,
    'siteConfig.minTlsVersion': '1.2',
    'siteConfig.scmMinTlsVersion': '1.2',
    'siteConfig.ftpsState': 'Disabled',
  }),
  lacking('Microsoft.Web/sites/basicPublishingCredentialsPolicies', { allow: false }),
);

const noPublicFiles: Policy = all(
  lacking('Microsoft.Storage/storageAccounts', { allowBlobPublicAccess: false }),
  lacking('Microsoft.Storage/storageAccounts/blobServices/containers', { publicAccess: 'None' }),
);

const nothingLostByMistake: Policy = all(
  lacking('Microsoft.KeyVault/vaults', { enablePurgeProtection: true, enableRbacAuthorization: true }),
  lacking('Microsoft.Storage/storageAccounts/blobServices', { 'deleteRetentionPolicy.enabled': true }),
  (template) =>
    lacking('Microsoft.Storage/storageAccounts/blobServices', {
      isVersioningEnabled: true,
      'containerDeleteRetentionPolicy.enabled': true,
    })(template).filter((line) => line.startsWith('claimsStorage.')),
);

/**
 * A former version that is deleted is kept as deleted for the days of `DELETED_FILE_DAYS`. Days as a version come on top, so there is one:
 * what the daily rule takes.
 */
const goneInTime: Policy = (template) => {
  const rules = resourcesOf(template)
    .filter(({ type }) => type === 'Microsoft.Storage/storageAccounts/managementPolicies')
    .flatMap(({ properties }) => Object(properties).policy.rules)
    .filter(({ definition }) => definition.actions.version !== undefined);
  if (rules.length === 0) return ['no rule deletes former versions'];
  return rules
    .filter(({ definition }) => definition.actions.version.delete?.daysAfterCreationGreaterThan !== 1)
    .map(({ name }) => `${name}: former versions outlive the days of deleted files`);
};

const linksStayAsTheyAre: Policy = lacking('Microsoft.Communication/emailServices/domains', {
  userEngagementTracking: 'Disabled',
});

/** Whatever takes requests, messages or secrets says in the logs what it did. */
const watched = new Set([
  'Microsoft.Communication/communicationServices',
  'Microsoft.EventGrid/systemTopics',
  'Microsoft.EventGrid/topics',
  'Microsoft.KeyVault/vaults',
  'Microsoft.OperationalInsights/workspaces',
  'Microsoft.Storage/storageAccounts/blobServices',
  'Microsoft.Storage/storageAccounts/queueServices',
  'Microsoft.Storage/storageAccounts/tableServices',
  'Microsoft.Web/sites',
]);

const diagnosticsOn: Policy = (template) => {
  const resources = resourcesOf(template);
  const settings = resources.filter(({ type }) => type === 'Microsoft.Insights/diagnosticSettings');
  return resources
    .filter(({ type }) => watched.has(type))
    .filter(
      ({ module, symbol }) =>
        !settings.some((setting) => setting.module === module && setting.dependsOn?.includes(symbol)),
    )
    .map((resource) => `${nameOf(resource)}: no diagnostic settings`);
};

/** Logs whose rows name recipients of mail: erasing a claim does not reach what was written there. */
const noRecipientsInLogs: Policy = (template) =>
  resourcesOf(template)
    .filter(({ type }) => type === 'Microsoft.Insights/diagnosticSettings')
    .flatMap((setting) =>
      textsOf(setting.properties?.logs)
        .filter(([, text]) => /^Email(StatusUpdate|UserEngagement)|^allLogs$/.test(text))
        .map(([, text]) => `${nameOf(setting)}: ${text}`),
    );

/** Azure's built-in roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
const roleNames: Record<string, string> = {
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b': 'Storage Blob Data Owner',
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe': 'Storage Blob Data Contributor',
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88': 'Storage Queue Data Contributor',
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3': 'Storage Table Data Contributor',
  'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a': 'Storage Queue Data Message Sender',
  '4633458b-17de-408a-b874-0445c86b69e6': 'Key Vault Secrets User',
  'b86a8fe4-44ce-4948-aee5-eccb2c155cd7': 'Key Vault Secrets Officer',
  '09976791-48a7-449e-bb21-39d1a415f350': 'Communication and Email Service Owner',
  '3913510d-42f4-4e42-8a64-420c390055eb': 'Monitoring Metrics Publisher',
};

/** Who may do what to what; whatever is not here is not given. */
const allowedRoles = [
  'hostStorage: app is Storage Blob Data Owner of a Microsoft.Storage/storageAccounts',
  'hostStorage: app is Storage Queue Data Contributor of a Microsoft.Storage/storageAccounts',
  'hostStorage: app is Storage Table Data Contributor of a Microsoft.Storage/storageAccounts',
  'packageStorage: package is Storage Blob Data Contributor of a Microsoft.Storage/storageAccounts',
  'claimsStorage: app is Storage Blob Data Contributor of a Microsoft.Storage/storageAccounts',
  'claimsStorage: app is Storage Table Data Contributor of a Microsoft.Storage/storageAccounts',
  'claimsStorage: app is Storage Queue Data Contributor of a Microsoft.Storage/storageAccounts',
  'platformEvents: mailTopic is Storage Queue Data Message Sender of a Microsoft.Storage/storageAccounts',
  'platformEvents: filesTopic is Storage Queue Data Message Sender of a Microsoft.Storage/storageAccounts',
  'keyVault: app is Key Vault Secrets User of a Microsoft.KeyVault/vaults',
  'keyVault: deployer is Key Vault Secrets Officer of a Microsoft.KeyVault/vaults',
  'mail: app is Communication and Email Service Owner of a Microsoft.Communication/communicationServices',
  'monitoring: app is Monitoring Metrics Publisher of a Microsoft.Insights/components',
];

const guid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The roles that the template gives, a sentence each. */
export const rolesGiven = (template: Template): string[] =>
  resourcesOf(template)
    .filter(({ type }) => type === 'Microsoft.Authorization/roleAssignments')
    .flatMap((assignment) => {
      const { roleDefinitionId, principalId } = assignment.properties ?? {};
      const listed = /variables\('(\w+)'\)/.exec(`${roleDefinitionId}`)?.[1];
      const roles = listed ? assignment.template.variables?.[listed] : roleDefinitionId;
      const ids = `${roles}`.match(guid) ?? ['no role'];
      const who = /parameters\('(\w+)PrincipalId'\)|reference\('(\w+)'/.exec(`${principalId}`);
      const what =
        /resourceId\('([\w./]+)', parameters\('\w+'\)\)\]$/.exec(`${assignment.scope}`)?.[1] ?? assignment.scope;
      return ids.map(
        (id) => `${assignment.module}: ${who?.[1] ?? who?.[2]} is ${roleNames[id] ?? id} of a ${what ?? 'whole group'}`,
      );
    });

/** Where packages are kept, and with which identity: the roles of the one that the app acts as say that it cannot reach them. */
const packagesApart: Policy = (template) =>
  resourcesOf(template)
    .filter(({ type }) => type === 'Microsoft.Web/sites')
    .flatMap(({ properties }) => {
      const { value, authentication } = Object(properties).functionAppConfig.deployment.storage;
      return [
        ...(/packageStorage/.test(value) ? [] : ['packages are kept where the app writes']),
        ...(/packageIdentity/.test(authentication.userAssignedIdentityResourceId)
          ? []
          : ['packages are reached as the app']),
      ];
    });

const leastRoles: Policy = (template) => {
  const given = rolesGiven(template);
  return [
    ...given.filter((role) => !allowedRoles.includes(role)).map((role) => `${role}: not on the list`),
    ...allowedRoles.filter((role) => !given.includes(role)).map((role) => `${role}: missing`),
  ];
};

export const policies = {
  'nothing is reached with a key': noKeys,
  'no secret is an output': noSecretsGoOut,
  'every role is on the list, and none else is given': leastRoles,
  'the app does not replace its own package': packagesApart,
  'TLS 1.2 and nothing but': closedDoors,
  'no file is public': noPublicFiles,
  'what is deleted by mistake can be brought back': nothingLostByMistake,
  'what was removed is gone after the days of deleted files': goneInTime,
  'links in mails are left as they are': linksStayAsTheyAre,
  'what takes requests, messages or secrets is logged': diagnosticsOn,
  'no log names who got a mail': noRecipientsInLogs,
} as const;
export type PolicyName = keyof typeof policies;
