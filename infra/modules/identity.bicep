metadata description = 'An identity without a key: one for host and code, one for the deployed package.'

@description('Azure region.')
param location string
@description('Name of the identity.')
param name string
@description('Tags of whatever is made.')
param tags { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('The identity, as roles know it.')
output principalId string = identity.properties.principalId
