metadata description = 'Storage of the Functions host: its leases and the task hub of Durable Functions. Nothing in it is a record: it can be lost, and the reconciler starts the orchestrations again.'

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
@description('The identity of the app, as roles know it.')
param appPrincipalId string

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

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2025-01-01' = {
  parent: storage
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' = {
  parent: storage
  name: 'default'
}

@description('''
Storage Blob Data Owner: the host takes leases on blobs.
Storage Queue Data Contributor: Durable Functions makes and drains its control and work-item queues.
Storage Table Data Contributor: Durable Functions keeps histories and instances in tables that it makes.
''')
var roles = [
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
]

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in roles: {
  name: guid(storage.id, 'app', role)
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}]

#disable-next-line use-recent-api-versions // The version without logs to a workspace is the only stable one.
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageDelete', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

// The task hub is read many times a second: only its figures are kept, not each read.
#disable-next-line use-recent-api-versions // The version without logs to a workspace is the only stable one.
resource queueFigures 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: queues
  properties: { workspaceId: workspaceId, metrics: [{ category: 'Transaction', enabled: true }] }
}

#disable-next-line use-recent-api-versions // The version without logs to a workspace is the only stable one.
resource tableFigures 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: tables
  properties: { workspaceId: workspaceId, metrics: [{ category: 'Transaction', enabled: true }] }
}
