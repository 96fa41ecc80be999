metadata description = 'Azure Communication Services e-mail. Engagement tracking is off: it rewrites links, and the customer would not see where they lead.'

@description('Name of the service that the app calls.')
param name string
@description('Name of the e-mail service that it sends by.')
param emailServiceName string
@description('Tags of whatever is made.')
param tags { *: string }
@description('Where mail data is at rest.')
param dataLocation string
@description('A domain of one\'s own. Empty: there is none.')
param domainName string
@description('Its records were seen by Azure: only then may it be linked, and have senders.')
param domainVerified bool
@description('Local part of the sender address in the own domain.')
param senderName string
@description('Name that mail programs show beside the sender address.')
param displayName string
@description('Log Analytics workspace that logs go to.')
param workspaceId string
@description('The identity of the app, as roles know it.')
param appPrincipalId string

@description('Mails come from the own domain.')
var isOwnDomainUsed = !empty(domainName) && domainVerified

resource email 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: emailServiceName
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }
}

// Needs no DNS records: mails come from it until an own domain is verified. It comes with the sender donotreply.
resource managedDomain 'Microsoft.Communication/emailServices/domains@2025-09-01' = {
  parent: email
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: { domainManagement: 'AzureManaged', userEngagementTracking: 'Disabled' }
}

resource ownDomain 'Microsoft.Communication/emailServices/domains@2025-09-01' = if (!empty(domainName)) {
  parent: email
  name: domainName
  location: 'global'
  tags: tags
  properties: { domainManagement: 'CustomerManaged', userEngagementTracking: 'Disabled' }
}

resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2025-09-01' = if (isOwnDomainUsed) {
  parent: ownDomain
  name: senderName
  properties: { username: senderName, displayName: displayName }
}

resource service 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: isOwnDomainUsed ? [managedDomain.id, ownDomain.id] : [managedDomain.id]
  }
}

// Communication and Email Service Owner: the narrowest role with which an identity may send mail.
resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(service.id, 'app', '09976791-48a7-449e-bb21-39d1a415f350')
  scope: service
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '09976791-48a7-449e-bb21-39d1a415f350')
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

#disable-next-line use-recent-api-versions // The version without logs to a workspace is the only stable one.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: service
  properties: {
    workspaceId: workspaceId
    // Not the category on delivery: it has the addresses of recipients, which would outlive the erasure of a claim. Event Grid reports it.
    logs: [{ category: 'EmailSendMailOperational', enabled: true }]
  }
}

@description('Address that the app calls.')
output endpoint string = 'https://${service.properties.hostName}'
@description('Address that mails come from.')
output sender string = isOwnDomainUsed
  ? '${senderName}@${ownDomain!.properties.fromSenderDomain}'
  : 'donotreply@${managedDomain.properties.fromSenderDomain}'
