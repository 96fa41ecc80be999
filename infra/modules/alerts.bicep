metadata description = 'What wakes somebody. Each alert says what is wrong and which page of the runbook helps.'

@description('Azure region.')
param location string
@description('Makes names unique.')
param token string
@description('Tags of whatever is made.')
param tags { *: string }
@description('Log Analytics workspace that is asked.')
param workspaceId string
@description('Component that the readiness test belongs to.')
param applicationInsightsId string
@description('Address that answers 200 when the app is ready.')
param readyUrl string
@description('Empty: alerts are shown in the portal and nobody is written to.')
param email string
@description('Address of the folder of runbooks.')
param runbookUrl string

@description('An alert on what the app reports.')
type LogAlert = {
  @description('Name of the alert and of its page in the runbook.')
  name: string
  @description('What is wrong.')
  title: string
  @description('0 is the worst.')
  @minValue(0)
  @maxValue(4)
  severity: int
  @description('Gives a row for each thing that is wrong.')
  query: string
}

@description('''
Metrics and their attributes are listed in ARCHITECTURE.md ("What is watched"). A gauge that is nought has a row that says so; one that
is not measured has none, and reconciler-silent tells of that. The value of a gauge is in Sum: only histograms have a Max.
''')
var logAlerts LogAlert[] = [
  {
    name: 'claim-stuck'
    title: 'A claim is stuck and needs attention'
    severity: 2
    query: 'AppMetrics | where Name == "claims.attention" | summarize arg_max(TimeGenerated, Sum) | where Sum > 0'
  }
  {
    name: 'decision-not-carried-through'
    title: 'The outcome of a claim has not reached both sides for ten minutes'
    severity: 1
    query: 'AppMetrics | where Name == "claims.in_flight" and tostring(Properties.status) != "submitted" and Sum > 0 | summarize minutes = dcount(bin(TimeGenerated, 1m)) by status = tostring(Properties.status) | where minutes >= 10'
  }
  {
    name: 'reconciler-silent'
    title: 'The reconciler has reported nothing for 15 minutes'
    severity: 1
    query: 'AppMetrics | where Name == "claims.in_flight" | summarize reports = count() | where reports == 0'
  }
  {
    name: 'mail-failing'
    title: 'More than one in ten mails is not accepted by the mail service'
    severity: 1
    query: 'AppMetrics | where Name == "mails.sent" | summarize offered = sum(Sum), failed = sumif(Sum, tostring(Properties.result) == "failed") | where failed >= 3 and failed > 0.1 * offered'
  }
  {
    name: 'poison-messages'
    title: 'A message from the platform is in the poison queue'
    severity: 2
    query: 'AppMetrics | where Name == "poison.messages" | summarize arg_max(TimeGenerated, Sum) | where Sum > 0'
  }
  {
    name: 'orchestration-failures'
    title: 'Durable Functions reports errors'
    severity: 2
    query: 'FunctionAppLogs | where Category startswith "Host.Triggers.DurableTask" and Level == "Error"'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'ag-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'claims'
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [for alert in logAlerts: {
  name: alert.name
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: alert.title
    description: '${alert.title}. What to do: ${runbookUrl}/${alert.name}.md'
    severity: alert.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    // The tables come to be with the first row that the app sends.
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: alert.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: {
      actionGroups: empty(email) ? [] : [people.id]
      customProperties: { runbook: '${runbookUrl}/${alert.name}.md' }
    }
  }
}]

resource readiness 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'readiness-${token}'
  location: location
  // The portal finds the test of a component by this tag.
  tags: union(tags, { 'hidden-link:${applicationInsightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'readiness-${token}'
    Name: 'Readiness'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 60
    RetryEnabled: true
    Locations: [{ Id: 'emea-nl-ams-azr' }, { Id: 'us-va-ash-azr' }, { Id: 'apac-sg-sin-azr' }]
    Request: { RequestUrl: readyUrl, HttpVerb: 'GET' }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource readinessRule 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'readiness-failing'
  location: 'global'
  tags: tags
  properties: {
    description: 'The app is not ready, seen from two places or more. What to do: ${runbookUrl}/readiness-failing.md'
    severity: 1
    enabled: true
    scopes: [readiness.id, applicationInsightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: readiness.id
      componentId: applicationInsightsId
      failedLocationCount: 2
    }
    actions: empty(email)
      ? []
      : [{ actionGroupId: people.id, webHookProperties: { runbook: '${runbookUrl}/readiness-failing.md' } }]
  }
}
