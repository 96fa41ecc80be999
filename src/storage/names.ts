/** Tables and the container that the app expects to find; infrastructure and the local stack create them. */
export const tableNames = { claims: 'claims', inFlight: 'inflight', reference: 'reference' } as const;
export const containerName = 'poe';
