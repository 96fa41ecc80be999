metadata description = 'Where logs, traces and metrics go. Application Insights takes them from signed-in senders only.'

@description('Azure region.')
param location string
@description('Name of the Log Analytics workspace.')
param workspaceName string
@description('Name of the Application Insights component.')
param insightsName string
@description('Tags of whatever is made.')
param tags { *: string }
@description('Days for which logs are kept.')
param retentionDays int
@description('The identity of the app, as roles know it.')
param appPrincipalId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
    // The app sends no addresses of people; this keeps those of its callers out too.
    DisableIpMasking: false
  }
}

#disable-next-line use-recent-api-versions // The version without logs to a workspace is the only stable one.
resource workspaceAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: workspace
  properties: {
    workspaceId: workspace.id
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

// Monitoring Metrics Publisher: the exporters of the app and of the host send spans, metrics and log lines.
resource publisher 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, 'app', '3913510d-42f4-4e42-8a64-420c390055eb')
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

@description('Log Analytics workspace.')
output workspaceId string = workspace.id
@description('Application Insights component.')
output applicationInsightsId string = insights.id
