metadata description = 'What the platform reports, in one Storage queue: what became of mails, and what was found in uploaded files. A queue needs no handshake with a running app, and keeps what comes while it is down.'

@description('Azure region.')
param location string
@description('Makes names unique.')
param token string
@description('Tags of whatever is made.')
param tags { *: string }
@description('Service whose delivery reports are taken.')
param mailServiceName string
@description('Account that files are uploaded to, and that has the queue.')
param storageName string
@description('Queue that events go to.')
param queueName string
@description('Whether the app waits for the verdict on clean files too.')
param reportCleanFiles bool
@description('Log Analytics workspace that logs go to.')
param workspaceId string

resource mail 'Microsoft.Communication/communicationServices@2025-09-01' existing = {
  name: mailServiceName
}

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

resource mailTopic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgt-mail-${token}'
  location: 'global'
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: { source: mail.id, topicType: 'Microsoft.Communication.CommunicationServices' }
}

// No system topic has verdicts on malware: Defender for Storage publishes to a topic of one's own. That it can do so without local
// authentication is documented nowhere, so that this one has it. Nobody here reads its key.
resource filesTopic 'Microsoft.EventGrid/topics@2025-02-15' = {
  name: 'evgt-files-${token}'
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: { inputSchema: 'EventGridSchema', minimumTlsVersionAllowed: '1.2' }
}

// Every file that is uploaded is scanned.
resource malwareScan 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = {
  name: 'current'
  scope: storage
  dependsOn: [malwareVerdicts]
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true
    malwareScanning: {
      onUpload: { isEnabled: true, capGBPerMonth: 100 }
      scanResultsEventGridTopicResourceId: filesTopic.id
    }
    sensitiveDataDiscovery: { isEnabled: false }
  }
}

// Storage Queue Data Message Sender: Event Grid puts events into the queue, as the identity of each topic.
resource mailSender 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, mailTopic.id, 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a')
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a')
    principalId: mailTopic.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource filesSender 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, filesTopic.id, 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a')
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a')
    principalId: filesTopic.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource deliveryReports 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: mailTopic
  name: 'delivery-reports'
  dependsOn: [mailSender]
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: { includedEventTypes: ['Microsoft.Communication.EmailDeliveryReportReceived'] }
    deliveryWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      destination: {
        endpointType: 'StorageQueue'
        properties: { resourceId: storage.id, queueName: queueName, queueMessageTimeToLiveInSeconds: -1 }
      }
    }
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
  }
}

resource malwareVerdicts 'Microsoft.EventGrid/topics/eventSubscriptions@2025-02-15' = {
  parent: filesTopic
  name: 'malware-verdicts'
  dependsOn: [filesSender]
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Security.MalwareScanningResult']
      // Where nobody waits for it the usual verdict needs no word: a claim costs no more for it.
      advancedFilters: reportCleanFiles ? [] : [{ operatorType: 'StringNotIn', key: 'data.scanResultType', values: ['No threats found'] }]
    }
    deliveryWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      destination: {
        endpointType: 'StorageQueue'
        properties: { resourceId: storage.id, queueName: queueName, queueMessageTimeToLiveInSeconds: -1 }
      }
    }
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
  }
}

#disable-next-line use-recent-api-versions // The version without logs to a workspace is the only stable one.
resource mailTopicLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: mailTopic
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'DeliveryFailures', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

#disable-next-line use-recent-api-versions // The version without logs to a workspace is the only stable one.
resource filesTopicLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: filesTopic
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'DeliveryFailures', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
