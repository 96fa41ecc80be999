import type { TableClient, TableServiceClientOptions } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import type { ContainerClient } from '@azure/storage-blob';
import type { QueueClient } from '@azure/storage-queue';
import { lazily } from '../../lib/lazily.ts';
import { lazyTable } from './lazy-table.ts';
import { containerName, tableNames } from './names.ts';

/** Three short attempts, because a caller is waiting. A longer outage becomes a 503 with Retry-After. */
const retryOptions = { maxRetries: 3, retryDelayInMs: 100, maxRetryDelayInMs: 1000 };

/** How long one attempt may take: storage that accepts a request and never answers must not hang our callers. */
const tryTimeoutMs = 5000;

const tableOptions: TableServiceClientOptions = {
  retryOptions,
  additionalPolicies: [
    {
      position: 'perRetry',
      policy: {
        name: 'tryTimeout',
        sendRequest: (request, next) => {
          request.timeout = tryTimeoutMs;
          return next(request);
        },
      },
    },
  ],
};

export type Storage = {
  claims: TableClient;
  inFlight: TableClient;
  reference: TableClient;
  poe: () => Promise<ContainerClient>;
  /** `PLATFORM_EVENTS_QUEUE`, and where the Functions host puts messages of it that could not be handled. */
  events: { main: () => Promise<QueueClient>; poison: () => Promise<QueueClient> };
};

/** Where tables, proofs and platform events are: one connection string, or an address for each service. */
export type StorageSettings = {
  CLAIMS_STORAGE?: string | undefined;
  CLAIMS_STORAGE__tableServiceUri?: string | undefined;
  CLAIMS_STORAGE__blobServiceUri?: string | undefined;
  CLAIMS_STORAGE__queueServiceUri?: string | undefined;
  PLATFORM_EVENTS_QUEUE: string;
};

/** Clients for the tables, the proof container and the queues. Infrastructure creates those, not the app. */
export const connectStorage = (settings: StorageSettings, credential: () => TokenCredential): Storage => {
  const table = (name: string): TableClient =>
    lazyTable(async () => {
      const { TableClient } = await import('@azure/data-tables');
      return settings.CLAIMS_STORAGE === undefined
        ? new TableClient(settings.CLAIMS_STORAGE__tableServiceUri ?? '', name, credential(), tableOptions)
        : // Insecure only if the connection string itself says http.
          TableClient.fromConnectionString(settings.CLAIMS_STORAGE, name, {
            ...tableOptions,
            allowInsecureConnection: true,
          });
    });
  const serviceRetry = { retryOptions: { maxTries: 4, retryDelayInMs: 100, maxRetryDelayInMs: 1000 } };
  const poe = lazily(async () => {
    const { BlobServiceClient } = await import('@azure/storage-blob');
    const blobs =
      settings.CLAIMS_STORAGE === undefined
        ? new BlobServiceClient(settings.CLAIMS_STORAGE__blobServiceUri ?? '', credential(), serviceRetry)
        : BlobServiceClient.fromConnectionString(settings.CLAIMS_STORAGE, serviceRetry);
    return blobs.getContainerClient(containerName);
  });
  const queues = lazily(async () => {
    const { QueueServiceClient } = await import('@azure/storage-queue');
    return settings.CLAIMS_STORAGE === undefined
      ? new QueueServiceClient(settings.CLAIMS_STORAGE__queueServiceUri ?? '', credential(), serviceRetry)
      : QueueServiceClient.fromConnectionString(settings.CLAIMS_STORAGE, serviceRetry);
  });
  const queue = (suffix: string) => async () =>
    (await queues()).getQueueClient(`${settings.PLATFORM_EVENTS_QUEUE}${suffix}`);
  return {
    claims: table(tableNames.claims),
    inFlight: table(tableNames.inFlight),
    reference: table(tableNames.reference),
    poe,
    events: { main: queue(''), poison: queue('-poison') },
  };
};

/** One check for each part of storage, for the readiness probe. */
export const storageChecks = (storage: Storage) => {
  const table = (name: string, client: TableClient) => ({
    name: `table ${name}`,
    check: (abortSignal: AbortSignal) =>
      client
        .listEntities({ queryOptions: { filter: "PartitionKey eq ''" }, abortSignal })
        .byPage({ maxPageSize: 1 })
        .next(),
  });
  return [
    table(tableNames.claims, storage.claims),
    table(tableNames.inFlight, storage.inFlight),
    table(tableNames.reference, storage.reference),
    {
      name: `container ${containerName}`,
      check: async (abortSignal: AbortSignal) => (await storage.poe()).getProperties({ abortSignal }),
    },
  ];
};
