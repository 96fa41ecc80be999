/** Where the Durable HTTP API lives below the host's URL. */
export const API_PATH = '/runtime/webhooks/durabletask';

const CONNECTION = 'Storage';

type LinkOptions = { hubName: string; code: string | undefined };

/** Query that every management URL carries. */
const hubQuery = ({ hubName, code }: LinkOptions): string =>
  [`taskHub=${hubName}`, `connection=${CONNECTION}`, ...(code ? [`code=${code}`] : [])].join('&');

/** URLs by which one instance is managed; `id` is its id, or the placeholder of a client binding, already encoded. */
export const managementUrls = (baseUrl: string, id: string, options: LinkOptions) => {
  const instance = `${baseUrl}/instances/${id}`;
  const query = hubQuery(options);
  return {
    statusQueryGetUri: `${instance}?${query}`,
    sendEventPostUri: `${instance}/raiseEvent/{eventName}?${query}`,
    terminatePostUri: `${instance}/terminate?reason={text}&${query}`,
    purgeHistoryDeleteUri: `${instance}?${query}`,
    restartPostUri: `${instance}/restart?${query}`,
    suspendPostUri: `${instance}/suspend?reason={text}&${query}`,
    resumePostUri: `${instance}/resume?reason={text}&${query}`,
  };
};

/**
 * The JSON that a durableClient binding receives (DurableTask extension, BindingHelper). It carries no access key: the
 * host adds one where it wants one.
 */
export const clientBinding = (options: { hostUrl: string; hubName: string }): string => {
  const { hostUrl, hubName } = options;
  const baseUrl = `${hostUrl.replace(/\/$/, '')}${API_PATH}`;
  const id = 'INSTANCEID';
  const links = { hubName, code: undefined };
  const creation = `${baseUrl}/orchestrators/{functionName}[/{instanceId}]`;
  return JSON.stringify({
    taskHubName: hubName,
    connectionName: CONNECTION,
    creationUrls: {
      createNewInstancePostUri: creation,
      createAndWaitOnNewInstancePostUri: `${creation}?timeout={timeoutInSeconds}&pollingInterval={intervalInSeconds}`,
    },
    managementUrls: {
      id,
      ...managementUrls(baseUrl, id, links),
      rewindPostUri: `${baseUrl}/instances/${id}/rewind?reason={text}&${hubQuery(links)}`,
    },
    baseUrl,
    requiredQueryStringParameters: '',
    rpcBaseUrl: `${baseUrl}/`,
  });
};
