import type { AdviceWords } from '../en/advice.ts';

const noFile = 'Keine Datei, die es zeigen könnte.';

export const advice: AdviceWords = {
  readinessOf: {
    'missing-or-wrong-file': {
      ok: 'Der Nachweis ist da.',
      check: 'Prüfen Sie, dass die ausgefüllte und unterschriebene Vorlage unter den Dateien ist.',
      missing: 'Es fehlt ein Nachweis, oder die Vorlage ist nicht ausgefüllt.',
    },
    'no-customer-acknowledgment': {
      ok: 'Der Kunde hat unterschrieben.',
      check: 'Prüfen Sie, dass jemand beim Kunden unterschrieben hat, mit Namen, Position und Datum.',
      missing: noFile,
    },
    'missing-or-old-dates': {
      ok: 'Alle Daten sind da.',
      check: 'Prüfen Sie, dass alle Daten da sind und die Unterschrift nicht zu alt ist.',
      missing: noFile,
    },
    'service-not-described': {
      ok: 'Die Leistung ist beschrieben.',
      check: 'Prüfen Sie, dass die Dateien sagen, was Ihr Unternehmen für jedes Produkt getan hat.',
      missing: noFile,
    },
    'product-not-named': {
      ok: 'Jedes Produkt wird in einer Datei genannt.',
      check: 'Prüfen Sie, dass die Dateien jedes Produkt nennen: nicht jede Datei kann hier gelesen werden.',
      missing: 'Nicht jedes Produkt wird in einer Datei genannt.',
    },
  },
  hints: {
    'location-in-other-region': () =>
      'Der Partnerstandort liegt in einer anderen Region als der Kunde. Prüfen Sie, ob diese MPN-ID die richtige ist: Ein Fehler fällt spät auf und bedeutet einen neuen Anspruch.',
    'held-by-other-partner': () =>
      'Für ein Produkt und eine Tätigkeit dieses Anspruchs ist schon ein anderer Partner dem Kunden zugeordnet. Sie können den Anspruch einreichen: Der Kunde entscheidet dann, ob Sie an dessen Stelle treten. Ohne Antwort ändert sich nichts.',
    'own-claim-stands': () =>
      'Sie haben bereits einen Anspruch für denselben Kunden, dasselbe Produkt und dieselbe Tätigkeit. Diesen können Sie erst einreichen, wenn jener beendet ist:',
    'own-claim-ending': (until) =>
      `Ihr bestehender Anspruch für dasselbe endet mit seinem Abonnement am ${until}. Danach können Sie diesen einreichen:`,
    locked: () =>
      'Ein eingereichter Anspruch kann nicht geändert werden, nur Kommentare und Nachweise kommen dazu. Für alles andere ziehen Sie ihn zurück und kopieren ihn in einen neuen Entwurf.',
    'figures-pending': (until) =>
      `Die Zuordnung gilt. Die Nutzung zählt ab der Zustimmung; erste Zahlen kommen bis ${until}, vorher sind leere Berichte kein Fehler.`,
  },
};
