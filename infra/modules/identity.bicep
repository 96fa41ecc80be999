metadata description = 'The one identity of the app: the host, the code and the deployment act as it.'

param location string
param name string
param tags { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

output principalId string = identity.properties.principalId
