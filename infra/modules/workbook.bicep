metadata description = 'The page on which operators see how claims are doing.'

@description('Azure region.')
param location string
@description('Tags of whatever is made.')
param tags { *: string }
@description('Log Analytics workspace that it asks.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'customer-associations')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Customer associations'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('../workbook.json')
  }
}
