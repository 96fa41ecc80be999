import publicHosts from 'email-providers/all.json' with { type: 'json' };

/** Loaded when it is first needed: the list of public mail hosts is large. */

const known = new Set(publicHosts);

/** Whether anyone can get an address at this domain, or at one that it is a subdomain of. */
export const isPublicMailHost = (domain: string): boolean => {
  const labels = domain.toLowerCase().split('.');
  return labels.some((_, index) => known.has(labels.slice(index).join('.')));
};
