targetScope = 'subscription'

metadata description = 'Customer associations: the function app, its storage, mail, keys, events and what watches over it. No key, no password: the app reaches everything with one identity, and its packages are kept with another.'

@minLength(2)
@maxLength(20)
@description('Name of the environment; part of every resource name.')
param environmentName string

@minLength(2)
@description('Azure region. It has to offer the Flex Consumption plan.')
param location string

@allowed(['Africa', 'Asia Pacific', 'Australia', 'Brazil', 'Canada', 'Europe', 'France', 'Germany', 'India', 'Japan', 'Korea', 'Norway', 'Switzerland', 'UAE', 'UK', 'United States'])
@description('Where Azure Communication Services keeps mail data at rest.')
param mailDataLocation string

@description('Own domain for mails, such as mail.contoso.com. Empty: they come from a domain that Azure manages, without DNS records to set.')
param mailDomain string = ''

@description('The own domain is verified: mails come from it. Azure refuses a deployment that uses it before.')
param mailDomainVerified bool = false

@minLength(1)
@description('Local part of the sender address in the own domain. In the one that Azure manages it is donotreply.')
param mailSenderName string = 'donotreply'

@description('OpenID Connect authority of bearer tokens. Empty: Entra, any organisation, as partners sign in from their own directories.')
param authAuthority string = ''

@description('Audience that bearer tokens have to name: the Application (client) ID of the API. The hook before the deployment sets it; empty then, nothing is made.')
param authAudience string = ''

@description('Application (client) ID of the portal, which signs people in. The hook before the deployment sets it; empty: nobody can sign in to the portal.')
param frontEndClientId string = ''

@description('Directory (tenant) ID of the operators. Empty: the one that is deployed into.')
param operatorDirectoryId string = ''

@description('Origin of the front end, such as https://claims.contoso.com, if there is one.')
param frontEndOrigin string = ''

@description('Base address of the links in mails, if it is not that of the function app. It begins with https://.')
param publicUrl string = ''

@minLength(1)
@maxLength(80)
@description('Name of the service, as mails and pages give it.')
param serviceName string = 'Customer associations'

@minLength(1)
@maxLength(80)
@description('Company or body that runs the service, as mails and pages name it to customers.')
param serviceOperator string

@minLength(3)
@description('Address for customers who doubt a mail or want to end an association.')
param serviceContact string

@allowed([512, 2048, 4096])
@description('Memory of an instance, in MB.')
param instanceMemoryMB int = 2048

@minValue(1)
@maxValue(1000)
@description('The most instances that the app may scale to.')
param maximumInstanceCount int = 40

@minValue(0)
@maxValue(20)
@description('Instances of the durable group that are always there, so that no request mail waits for a start.')
param alwaysReadyDurable int = 1

@description('Spreads plan and storage over availability zones, in regions that have them.')
param zoneRedundant bool = false

@minValue(1)
@maxValue(60)
@description('Business days that a customer has to answer.')
param consentWindowBusinessDays int = 5

@allowed(['expire', 'approve'])
@description('What no answer means.')
param consentOnSilence string = 'expire'

@description('Business days of the window on which a reminder leaves, such as 3,5; none for no reminders.')
param reminderDays string = '3,5'

@description('Days without business by country of the customer: { "DE": ["2026-12-25"] }.')
param holidays { *: string[] } = {}

@description('Any other setting of the app, by the name that the README has for it.')
param settings { *: string } = {}

@minValue(30)
@maxValue(730)
@description('Days for which logs are kept.')
param logRetentionDays int = 90

@minValue(7)
@maxValue(365)
@description('Days for which deleted or overwritten files and containers can be brought back.')
param deletedFileDays int = 30

@description('Who is told of alerts. Empty: alerts are shown and nobody is written to.')
param alertEmail string = ''

@description('Address of the folder of runbooks that alerts link to.')
param runbookUrl string = 'docs/runbooks'

@description('Object ID of the person who deploys. That one may write the key ring of decision links. Empty: nobody may.')
param deployerPrincipalId string = ''

@description('Makes names unique: the same in each deployment of an environment, and in no other.')
var token = toLower(uniqueString(subscription().id, environmentName, location))

@description('Defender for Storage scans every file, so the app waits for it unless settings say otherwise.')
var awaitPoeScan = settings.?AWAIT_POE_SCAN ?? 'on'

@description('Business days on which reminders leave that the window does not have.')
var lateReminders = filter(reminderDays == 'none' ? [] : split(reminderDays, ','), day => int(day) > consentWindowBusinessDays)

@description('Why this cannot be deployed as it is set. Empty: it can.')
var problem = empty(authAudience)
  ? 'AUTH_AUDIENCE is empty: the preprovision hook (deploy/sign-in.ts) sets it, or set it to the Application (client) ID of your API'
  : !empty(publicUrl) && !startsWith(toLower(publicUrl), 'https://')
      ? 'LINK_ADDRESS does not begin with https://: links in mails decide about claims'
      : empty(lateReminders)
          ? ''
          : 'REMINDER_DAYS has ${join(lateReminders, ', ')}, after the ${consentWindowBusinessDays} business days of CONSENT_WINDOW_BUSINESS_DAYS'

@description('Days for which a decision link leads anywhere, unless settings say it: 90, or as many as src/settings.ts asks for.')
var decisionLinkDays = max(90, consentWindowBusinessDays * 2 + 14 + max([0, ...map(items(holidays), country => length(country.value))]))

@description('Whatever is made has them, so that nothing is made while there is a problem.')
var tags = empty(problem) ? { 'azd-env-name': environmentName } : fail(problem)

@description('Names that more than one module needs. Said here so that a preview of a deployment knows them.')
var names = {
  identity: 'id-${token}'
  packageIdentity: 'id-package-${token}'
  workspace: 'log-${token}'
  insights: 'appi-${token}'
  hostStorage: 'sthost${token}'
  packageStorage: 'stpkg${token}'
  claimsStorage: 'stclaims${token}'
  emailService: 'email-${token}'
  mailService: 'acs-${token}'
  keyVault: 'kv-${token}'
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { location: location, name: names.identity, tags: tags }
}

module packageIdentity 'modules/identity.bicep' = {
  scope: group
  params: { location: location, name: names.packageIdentity, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    location: location
    workspaceName: names.workspace
    insightsName: names.insights
    tags: tags
    retentionDays: logRetentionDays
    appPrincipalId: identity.outputs.principalId
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  scope: group
  params: {
    location: location
    name: names.hostStorage
    tags: tags
    zoneRedundant: zoneRedundant
    workspaceId: monitoring.outputs.workspaceId
    appPrincipalId: identity.outputs.principalId
  }
}

module packageStorage 'modules/package-storage.bicep' = {
  scope: group
  params: {
    location: location
    name: names.packageStorage
    tags: tags
    zoneRedundant: zoneRedundant
    workspaceId: monitoring.outputs.workspaceId
    packagePrincipalId: packageIdentity.outputs.principalId
  }
}

module claimsStorage 'modules/claims-storage.bicep' = {
  scope: group
  params: {
    location: location
    name: names.claimsStorage
    tags: tags
    zoneRedundant: zoneRedundant
    deletedFileDays: deletedFileDays
    workspaceId: monitoring.outputs.workspaceId
    appPrincipalId: identity.outputs.principalId
  }
}

module mail 'modules/mail.bicep' = {
  scope: group
  params: {
    name: names.mailService
    emailServiceName: names.emailService
    tags: tags
    dataLocation: mailDataLocation
    domainName: mailDomain
    domainVerified: mailDomainVerified
    senderName: mailSenderName
    displayName: serviceName
    workspaceId: monitoring.outputs.workspaceId
    appPrincipalId: identity.outputs.principalId
  }
}

module keyVault 'modules/key-vault.bicep' = {
  scope: group
  params: {
    location: location
    name: names.keyVault
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    appPrincipalId: identity.outputs.principalId
    deployerPrincipalId: deployerPrincipalId
  }
}

module platformEvents 'modules/platform-events.bicep' = {
  scope: group
  dependsOn: [mail]
  params: {
    location: location
    token: token
    tags: tags
    mailServiceName: names.mailService
    storageName: names.claimsStorage
    queueName: claimsStorage.outputs.queueName
    reportCleanFiles: awaitPoeScan == 'on'
    workspaceId: monitoring.outputs.workspaceId
  }
}

module functionApp 'modules/function-app.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    identityName: names.identity
    packageIdentityName: names.packageIdentity
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyDurable: alwaysReadyDurable
    zoneRedundant: zoneRedundant
    hostStorageName: names.hostStorage
    packageStorageName: names.packageStorage
    deploymentContainerName: packageStorage.outputs.deploymentContainerName
    claimsStorageName: names.claimsStorage
    applicationInsightsName: names.insights
    workspaceId: monitoring.outputs.workspaceId
    frontEndOrigin: frontEndOrigin
    publicUrl: publicUrl
    appSettings: union(settings, {
      MAIL_ENDPOINT: mail.outputs.endpoint
      MAIL_SENDER: mail.outputs.sender
      SERVICE_NAME: serviceName
      SERVICE_OPERATOR: serviceOperator
      SERVICE_CONTACT: serviceContact
      AUTH_AUTHORITY: empty(authAuthority) ? '${environment().authentication.loginEndpoint}organizations/v2.0' : authAuthority
      AUTH_AUDIENCE: authAudience
      FRONT_END_CLIENT_ID: frontEndClientId
      OPERATOR_DIRECTORY_ID: empty(operatorDirectoryId) ? tenant().tenantId : operatorDirectoryId
      DIRECTORY_AUTHORITY: uri(environment().authentication.loginEndpoint, '')
      DECISION_LINK_DAYS: settings.?DECISION_LINK_DAYS ?? string(min(decisionLinkDays, 730))
      DECISION_LINK_KEYS: '@Microsoft.KeyVault(SecretUri=${keyVault.outputs.linkKeysUri})'
      PLATFORM_EVENTS_QUEUE: claimsStorage.outputs.queueName
      AWAIT_POE_SCAN: awaitPoeScan
      CONSENT_WINDOW_BUSINESS_DAYS: string(consentWindowBusinessDays)
      CONSENT_ON_SILENCE: consentOnSilence
      REMINDER_DAYS: reminderDays
      HOLIDAYS: string(holidays)
    })
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    applicationInsightsId: monitoring.outputs.applicationInsightsId
    readyUrl: '${functionApp.outputs.publicUrl}/api/health/ready'
    email: alertEmail
    runbookUrl: runbookUrl
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: { location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

@description('Resource group of everything.')
output AZURE_RESOURCE_GROUP string = group.name
@description('The function app.')
output AZURE_FUNCTION_APP_NAME string = functionApp.outputs.name
@description('Base address of the app.')
output PUBLIC_URL string = functionApp.outputs.publicUrl
@description('Vault of the key ring of decision links.')
output AZURE_KEY_VAULT_NAME string = names.keyVault
@description('Secret that is the key ring of decision links.')
output DECISION_LINK_KEYS_SECRET_NAME string = keyVault.outputs.linkKeysName
@description('Storage of the claims.')
output AZURE_CLAIMS_STORAGE_ACCOUNT string = names.claimsStorage
@description('Service that mails are sent by.')
output AZURE_MAIL_SERVICE_NAME string = names.mailService
@description('Address that mails come from.')
output MAIL_SENDER string = mail.outputs.sender
@description('Application Insights component.')
output APPLICATIONINSIGHTS_NAME string = names.insights
@description('Log Analytics workspace.')
output LOG_ANALYTICS_WORKSPACE_NAME string = names.workspace
