metadata description = 'Keeps the key ring of decision links. The ring itself is made once, by a hook after the deployment, and kept over deployments: no key is a parameter or an output.'

@description('Azure region.')
param location string
@description('Name of the vault.')
param name string
@description('Tags of whatever is made.')
param tags { *: string }
@description('Log Analytics workspace that logs go to.')
param workspaceId string
@description('The identity of the app, as roles know it.')
param appPrincipalId string
@description('Who may write the key ring. Empty: nobody.')
param deployerPrincipalId string

@description('Name of the secret that is the key ring.')
var linkKeys = 'decision-link-keys'

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
  }
}

// Key Vault Secrets User: the platform reads the key ring for the app setting that refers to it.
resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, 'app', '4633458b-17de-408a-b874-0445c86b69e6')
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Key Vault Secrets Officer: whoever deploys makes the key ring, and rotates it.
resource writer 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  name: guid(vault.id, deployerPrincipalId, 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7')
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7')
    principalId: deployerPrincipalId
  }
}

#disable-next-line use-recent-api-versions // The version without logs to a workspace is the only stable one.
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Name of the secret that is the key ring.')
output linkKeysName string = linkKeys
@description('Address of the key ring, without a version: the newest counts.')
#disable-next-line outputs-should-not-contain-secrets // The address of the secret, not the secret.
output linkKeysUri string = '${vault.properties.vaultUri}secrets/${linkKeys}'
