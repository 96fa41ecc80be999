metadata description = 'Storage of the packages that are deployed, reached with an identity of its own: what the app acts as cannot replace its code.'

@description('Azure region.')
param location string
@description('Name of the account.')
param name string
@description('Tags of whatever is made.')
param tags { *: string }
@description('Spreads copies over availability zones.')
param zoneRedundant bool
@description('Log Analytics workspace that logs go to.')
param workspaceId string
@description('The identity that packages are stored and read with, as roles know it.')
param packagePrincipalId string

@description('Container of deployed packages.')
var deploymentContainer = 'app-package'

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: storage
  name: 'default'
  properties: { deleteRetentionPolicy: { enabled: true, days: 7 } }
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: deploymentContainer
  properties: { publicAccess: 'None' }
}

@description('Storage Blob Data Contributor: the platform stores a package when it is deployed, and reads it when an instance starts.')
var contributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, 'package', contributor)
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
    principalId: packagePrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Who stores or removes a package is on record.
#disable-next-line use-recent-api-versions // The version without logs to a workspace is the only stable one.
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageWrite', enabled: true }, { category: 'StorageDelete', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

@description('Container of deployed packages.')
output deploymentContainerName string = deploymentContainer
