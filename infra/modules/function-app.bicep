metadata description = 'The app, on Flex Consumption: it scales to nothing except for one instance of the durable group, so that no step of a claim waits for a start.'

@description('Azure region.')
param location string
@description('Makes names unique.')
param token string
@description('Tags of whatever is made.')
param tags { *: string }
@description('Identity that the app acts as.')
param identityName string
@description('Identity that packages are stored and read with. The code does not act as it.')
param packageIdentityName string
@description('Memory of an instance.')
param instanceMemoryMB int
@description('The most instances.')
param maximumInstanceCount int
@description('Instances of the durable group that are always there.')
param alwaysReadyDurable int
@description('Spreads instances over availability zones.')
param zoneRedundant bool
@description('Storage of the Functions host.')
param hostStorageName string
@description('Storage of deployed packages.')
param packageStorageName string
@description('Container of deployed packages.')
param deploymentContainerName string
@description('Storage of the claims.')
param claimsStorageName string
@description('Component that telemetry goes to.')
param applicationInsightsName string
@description('Log Analytics workspace that logs go to.')
param workspaceId string
@description('Origin that may call the API from a browser. Empty: none.')
param frontEndOrigin string
@description('Empty: the address that the platform gives.')
param publicUrl string
@description('Settings that do not follow from these resources.')
param appSettings { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource packageIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: packageIdentityName
}

resource packageStorage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: packageStorageName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: hostStorageName
}

resource claimsStorage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: claimsStorageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: 'func-${token}'
  location: location
  // azd finds by it where to put the package.
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {}, '${packageIdentity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      cors: { allowedOrigins: empty(frontEndOrigin) ? [] : [frontEndOrigin], supportCredentials: false }
    }
    functionAppConfig: {
      runtime: { name: 'node', version: '24' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${packageStorage.properties.primaryEndpoints.blob}${deploymentContainerName}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: packageIdentity.id }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyDurable == 0 ? [] : [{ name: 'durable', instanceCount: alwaysReadyDurable }]
      }
    }
  }

  // Publishing with a password is off: packages are deployed with the identity of whoever deploys.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

@description('Base address of the links in mails.')
var address = empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: union(appSettings, {
    PUBLIC_URL: address
    AZURE_CLIENT_ID: identity.properties.clientId
    AzureWebJobsStorage__blobServiceUri: hostStorage.properties.primaryEndpoints.blob
    AzureWebJobsStorage__queueServiceUri: hostStorage.properties.primaryEndpoints.queue
    AzureWebJobsStorage__tableServiceUri: hostStorage.properties.primaryEndpoints.table
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identity.properties.clientId
    CLAIMS_STORAGE__blobServiceUri: claimsStorage.properties.primaryEndpoints.blob
    CLAIMS_STORAGE__queueServiceUri: claimsStorage.properties.primaryEndpoints.queue
    CLAIMS_STORAGE__tableServiceUri: claimsStorage.properties.primaryEndpoints.table
    CLAIMS_STORAGE__credential: 'managedidentity'
    CLAIMS_STORAGE__clientId: identity.properties.clientId
    APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  })
}

#disable-next-line use-recent-api-versions // The version without logs to a workspace is the only stable one.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Name of the function app.')
output name string = app.name
@description('Base address of the links in mails.')
output publicUrl string = address
