import { counted } from '../../counted.ts';
import type { FrameWords } from '../../en/operators/frame.ts';

export const frame: FrameWords = {
  title: 'Betrieb',
  lead: 'Was wartet, was hängt und was dagegen hilft.',
  rooms: {
    overview: 'Übersicht',
    claims: 'Laufende Ansprüche',
    messages: 'Nicht verarbeitbare Nachrichten',
    customers: 'Ungeprüfte Kunden',
    mails: 'Nicht zugestellte Mail',
    log: 'Protokoll',
  },
  roomsLabel: 'Bereiche des Betriebs',
  search: 'Anspruch finden',
  searchHint: 'Anspruchs-ID, Wörter von Partner oder Kunde oder die E-Mail-Adresse der Kontaktperson',
  searchAction: 'Finden',
  foundTitle: (text) => `Ansprüche zu „${text}“`,
  foundOfContact: 'Ansprüche zu einer Kontaktperson',
  foundCount: (count) => counted(count, 'Anspruch gefunden', 'Ansprüche gefunden'),
  foundMore: 'Das sind höchstens die 50 neuesten. Ein weiteres Wort grenzt die Suche ein.',
  foundMoreOfContact: 'Das sind höchstens die 50 neuesten.',
  foundNone: 'Nichts gefunden',
  foundNoneHint:
    'Suchen Sie nach einer Anspruchs-ID oder nach Wortanfängen: des Partners, des Kunden oder seiner Domäne.',
  foundNoneOfContact:
    'Kein Anspruch hat eine Kontaktperson beim Kunden mit dieser Adresse. Ersetzte und entfernte Kontaktpersonen führen zu keinem Anspruch.',
};
