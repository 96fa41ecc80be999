import { counted } from '../../counted.ts';
import type { OverviewWords } from '../../en/operators/overview.ts';

export const overview: OverviewWords = {
  counts: {
    waiting: (count) => (count === 0 ? 'Kein Anspruch wartet' : counted(count, 'Anspruch wartet', 'Ansprüche warten')),
    due: (count) =>
      count === 0
        ? 'Binnen eines Tages ist nichts fällig'
        : counted(count, 'Anspruch ist binnen eines Tages fällig', 'Ansprüche sind binnen eines Tages fällig'),
    stuck: (count) => (count === 0 ? 'Kein Anspruch hängt' : counted(count, 'Anspruch hängt', 'Ansprüche hängen')),
    attention: (count) =>
      count === 0
        ? 'Kein Anspruch braucht Aufmerksamkeit'
        : counted(count, 'Anspruch braucht Aufmerksamkeit', 'Ansprüche brauchen Aufmerksamkeit'),
  },
  oldest: {
    waiting: (distance) => `Ältester eingereicht ${distance}`,
    due: (distance) => `Erster fällig ${distance}`,
    stuck: (distance) => `Am längsten überfällig, fällig ${distance}`,
    attention: () => 'Ältester Anspruch, der Aufmerksamkeit braucht',
  },
  whyAttention: 'Warum Ansprüche Aufmerksamkeit brauchen',
  also: 'Weitere Prüfungen',
  unverifiedCount: (count) =>
    count === 0 ? 'Alle Kunden sind geprüft' : counted(count, 'Kunde ist ungeprüft', 'Kunden sind ungeprüft'),
  mailCount: (count) =>
    count === 0
      ? 'Alle Mails des letzten Tages sind angekommen'
      : counted(count, 'Mail des letzten Tages kam nicht an', 'Mails des letzten Tages kamen nicht an'),
  messageCount: (count) =>
    count === 0
      ? 'Keine Nachricht blieb unverarbeitet'
      : counted(count, 'nicht verarbeitbare Nachricht', 'nicht verarbeitbare Nachrichten'),
  lastRun: (distance) => `Der Abgleich lief zuletzt ${distance}`,
  asOf: (when) => `Stand: ${when}`,
  neverRan: 'Der Abgleich ist noch nicht gelaufen',
};
