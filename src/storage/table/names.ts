/** The tables, container and queue that infrastructure and the local stack create for the app. */
export const tableNames = { claims: 'claims', inFlight: 'inflight', reference: 'reference' } as const;
export const containerName = 'poe';
/** The queue of platform events, unless the settings name another. */
export const platformEventsQueue = 'platform-events';
