import { counted } from '../../counted.ts';
import type { ListsWords } from '../../en/operators/lists.ts';

export const lists: ListsWords = {
  messages: {
    lead: 'Ereignisse der Plattform, die nicht verarbeitet werden konnten. Gezeigt werden die ältesten, höchstens 32.',
    count: (count) => `Etwa ${counted(count, 'Nachricht', 'Nachrichten')}`,
    none: 'Keine Nachricht wurde beiseitegelegt',
    noneHint: 'Jedes Ereignis der Plattform wurde verarbeitet.',
    show: 'Nachricht zeigen',
    replay: 'Noch einmal',
    replayOf: (id) => `${id} noch einmal verarbeiten`,
    replayText: 'Legt die Nachricht zurück in ihre Warteschlange, damit sie noch einmal verarbeitet wird.',
    replayed: 'Die Nachricht ist wieder in ihrer Warteschlange.',
    discard: 'Verwerfen',
    discardOf: (id) => `${id} verwerfen`,
    discardText: 'Wirft die Nachricht weg. Das lässt sich nicht rückgängig machen.',
    discarded: 'Die Nachricht ist verworfen.',
  },
  customers: {
    lead: 'Ansprüche, die eingereicht wurden, als ihr Kunde nicht geprüft werden konnte.',
    none: 'Alle Kunden sind geprüft',
    noneHint: 'Hier stehen Ansprüche, bei deren Einreichung das Verzeichnis nicht antworten konnte.',
    verify: 'Noch einmal prüfen',
    verifyOf: (id) => `Den Kunden von ${id} noch einmal prüfen`,
    verifyHint: 'Das Prüfen braucht keinen Grund: Es ändert nie eine Entscheidung.',
  },
  mails: {
    lead: 'Mails der letzten 30 Tage, die nicht ankamen, die neueste zuerst, was auch immer seither geschah.',
    none: 'Alle Mails sind angekommen',
    noneHint: 'Von keiner Mail der letzten 30 Tage ist bekannt, dass sie nicht ankam.',
    sides: { customer: 'Kunde', partner: 'Partner' },
    kinds: {
      request: 'Anfrage',
      reminder: 'Erinnerung',
      outcome: 'Ergebnis',
      receipt: 'Quittung',
      withdrawn: 'Rücknahme',
      'not-the-right-person': 'Falsche Person',
      'contact-changed': 'Kontaktperson geändert',
      ended: 'Ende der Zuordnung',
      'delivery-failed': 'Zustellung fehlgeschlagen',
      'draft-expiring': 'Entwurf läuft ab',
      comment: 'Kommentar',
      'subscription-ending': 'Abonnement endet',
      contested: 'Umstrittene Zuordnung',
    },
  },
};
