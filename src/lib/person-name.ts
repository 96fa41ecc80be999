import type * as z from 'zod';
import { noFault } from './checks.ts';
import { line } from './fields.ts';

/**
 * Names of people and organisations. They stand in mails, where mail programs make a link of what looks like a host. Real names
 * look so too (`J.Smith`, `Dr.Schmidt`, `M.Sc.`): only what can lead somewhere is refused, the rest is parted in mails.
 */

/** What is an address whatever its host is called. */
const address = /:\/\/|www\.|@|\.\p{L}{2,}[/?#:]/iu;

const hosts = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

/** An initial or a title before the dot, and a capital behind every dot. */
const initials = /^(?:(?:\p{Lu}|Dr|Prof|Mr|Mrs|Ms|St|Ma|Mag|Ing|Dipl|Ph|Hon|Rev|Sr|Jr)\.)+\p{Lu}[\p{L}-]*$/u;

/** The list of top-level domains is loaded for a name that may end in one. */
const isLinked = async (host: string): Promise<boolean> =>
  (await import('./hosts/top-level-domains.ts')).isKnownHost(host);

const message = 'A name must not hold a web or e-mail address. After a full stop, put a space.';

/** The name of a person. Checked with `parseAsync` where it holds a dot between letters. */
export const personName = line(100).check((payload) => {
  const refuse = (): void => {
    payload.issues.push({ code: 'custom', input: payload.value, params: { code: 'invalid-characters' }, message });
  };
  if (address.test(payload.value)) return refuse();
  const doubtful = (payload.value.match(hosts) ?? []).filter((host) => !initials.test(host));
  if (doubtful.length === 0) return;
  return Promise.all(doubtful.map(isLinked)).then((linked) => {
    if (linked.includes(true)) refuse();
  });
});

const organisationAddress = /:\/\/|www\.|\.\p{L}{2,}[/?#:]/iu;

/** The name of an organisation. It may well be called "Contoso.com". */
export const organisationName: z.ZodString = line(200).check(
  noFault((name) =>
    organisationAddress.test(name)
      ? { code: 'invalid-characters', message: 'A name must not hold a web address.' }
      : undefined,
  ),
);
