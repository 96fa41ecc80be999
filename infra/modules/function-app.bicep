metadata description = 'The app, on Flex Consumption: it scales to nothing except for one instance of the durable group, so that no step of a claim waits for a start.'

param location string
param token string
param tags { *: string }
param identityName string
param instanceMemoryMB int
param maximumInstanceCount int
param alwaysReadyDurable int
param zoneRedundant bool
param hostStorageName string
param deploymentContainerName string
param claimsStorageName string
param applicationInsightsName string
param workspaceId string
param frontEndOrigin string
@description('Empty: the address that the platform gives.')
param publicUrl string
param appSettings { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
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
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
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
          value: '${hostStorage.properties.primaryEndpoints.blob}${deploymentContainerName}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
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

output name string = app.name
output publicUrl string = address
