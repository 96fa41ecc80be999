/** Tables, the container and the queue that the app expects to find; infrastructure and the local stack create them. */
export const tableNames = { claims: 'claims', inFlight: 'inflight', reference: 'reference' } as const;
export const containerName = 'poe';
/** The queue of platform events, unless the settings name another. */
export const platformEventsQueue = 'platform-events';
