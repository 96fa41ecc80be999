import * as z from 'zod';
import { type Fault, noFault } from './checks.ts';
import { cleanLine } from './clean-text.ts';
import { asciiDomain } from './hosts/idn.ts';

/** Domains and e-mail addresses as people copy them out of browsers and mail programs. */

const domainPattern =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** Marks that stand around an address in running text, at either end of it. */
const marks = /^[\s"'<>()[\]‘’“”„«»]+|[\s"'<>()[\]‘’“”„«».,;:]+$/gu;

/** Full-width letters, dots and `＠` are plain ones. */
const bare = (text: string): string => cleanLine(text.normalize('NFKC')).replaceAll(marks, '');

/** The host within a web address or an e-mail address; a port, a path and `www.` are left out. */
const hostIn = (text: string): string => {
  const [, host = ''] =
    /^(?:[a-z][a-z0-9+-]*:(?:\/\/)?)?(?:[^/?#\\@\s]*@)?([^/?#:@]+)(?::\d{1,5})?(?:[/?#].*)?$/i.exec(text) ?? [];
  return host.replace(/\.+$/, '').replace(/^www\.(?=[^.]+\.)/i, '');
};

/** The domain name in its stored form; text that holds none stays as it is. */
const cleanDomain = (text: string): string => asciiDomain(hostIn(bare(text))) || cleanLine(text);

/** The first character that no domain name has, in words; what else is wrong when there is none. */
const domainFault = (domain: string): Fault | undefined => {
  if (domainPattern.test(domain)) return undefined;
  const other = /[^\p{L}\p{M}\p{N}.-]/u.exec(domain)?.[0];
  const why = other === undefined ? '' : other === ' ' ? ' It must not hold a blank.' : ` It must not hold '${other}'.`;
  return { code: 'invalid-domain', message: `Must be a domain name such as contoso.com.${why}` };
};

/** A DNS name with at least two labels, taken out of a web or e-mail address too; stored in lower case and in ASCII. */
export const domainName = z
  .string()
  .max(2000, { error: 'At most 2000 characters.', abort: true })
  .check(
    z.overwrite(cleanDomain),
    z.maxLength(253, { error: 'At most 253 characters.', abort: true }),
    noFault(domainFault),
  )
  .meta({
    description:
      'A domain name. It is taken out of a web address or an e-mail address; stored in lower case, international names as xn--.',
  });

/** `Dana Customer <dana@contoso.com>` and `mailto:dana@contoso.com?subject=x` hold an address. */
const addressIn = (text: string): string => {
  const address = bare(/<([^<>]*@[^<>]*)>[\s,;.]*$/.exec(text)?.[1] ?? text);
  return /^mailto:([^?]*)/i.exec(address)?.[1] ?? address;
};

/** The address in its stored form; text that holds none stays as it is. */
const cleanEmail = (text: string): string => {
  const address = addressIn(cleanLine(text.normalize('NFKC')));
  const at = address.lastIndexOf('@');
  const domain = asciiDomain(address.slice(at + 1).replace(/\.+$/, ''));
  return at < 1 || domain === '' ? cleanLine(text) : `${address.slice(0, at)}@${domain}`;
};

const invalidEmail = (why: string): Fault => ({
  code: 'invalid-email',
  message: `Must be an e-mail address such as name@contoso.com. ${why}`,
});

/** What Azure Communication Services takes before the @; with anything else a claim would fail after its submission. */
const unsendable = /[^A-Za-z0-9_'+.-]|'$/u;
/** What mail standards allow there: RFC 5322, and letters of other scripts by RFC 6531. */
const standard = /[!#$%&'*/=?^`{|}~]|[^\x20-\x7e]/u;

/** Why cleaned text is no address that a mail can be sent to. */
const emailFault = (address: string): Fault | undefined => {
  const [name = '', domain, ...more] = address.split('@');
  if (domain === undefined) return invalidEmail('It has no @.');
  if (more.length > 0) return invalidEmail('Give one address: it has more than one @.');
  if (name === '') return invalidEmail('Nothing stands before the @.');
  if (name.length > 64) return invalidEmail('At most 64 characters stand before the @.');
  if (/\s/.test(address)) return invalidEmail('It must not hold a blank.');
  if (!domainPattern.test(domain)) return invalidEmail(`'${domain}' is not a domain name.`);
  if (/^\.|\.\.|\.$/.test(name)) return invalidEmail('A dot before the @ stands between other characters.');
  const wrong = unsendable.exec(name)?.[0];
  if (wrong === undefined) return undefined;
  if (!standard.test(wrong)) return invalidEmail(`It must not hold '${wrong}'.`);
  const message = `The mail service cannot send to an address with '${wrong}' before the @. Use another address of this person.`;
  return { code: 'unsendable-email', message };
};

/** An e-mail address that the mail service sends to. The domain is stored in lower case and in ASCII. */
export const email = z
  .string()
  .max(500, { error: 'At most 500 characters.', abort: true })
  .check(
    z.overwrite(cleanEmail),
    z.maxLength(254, { error: 'At most 254 characters.', abort: true }),
    noFault(emailFault),
  )
  .meta({
    description:
      'An e-mail address, also as `Name <name@contoso.com>` or mailto: link. Stored bare, an international domain as xn--.',
  });
