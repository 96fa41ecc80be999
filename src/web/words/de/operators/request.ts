import type { RequestWords } from '../../en/operators/request.ts';

export const request: RequestWords = {
  inquiry: 'Prüfung beginnen',
  inquiryText:
    'Der Kunde kann nicht antworten, und die Frist ruht, bis Sie die Anfrage freigeben. Der Partner erhält eine Mail mit Ihrer Begründung.',
  inquiryOpened: 'Die Anfrage wird geprüft.',
  release: 'Aus der Prüfung freigeben',
  releaseText: (day) =>
    `Der Kunde kann wieder antworten und hat die Werktage, die noch übrig waren. Der Partner erhält eine Mail. Ohne Freigabe läuft die Anfrage am ${day} ab.`,
  inquiryReleased: 'Die Anfrage ist freigegeben.',
  extend: 'Frist verlängern',
  extendText:
    'Gibt dem Kunden mehr Zeit. Kunde und Partner erhalten eine Mail mit der neuen Frist; spätere Erinnerungen verschieben sich mit.',
  extendDays: 'Werktage',
  extendHint: '1 bis 20, gerechnet ab der jetzigen Frist.',
  extended: (deadline) => `Der Kunde kann bis ${deadline} antworten.`,
  stop: 'Anfrage stoppen',
  stopText:
    'Zieht den Anspruch zurück. Der Link funktioniert nicht mehr. Partner und Kunde erhalten eine Mail mit Ihrer Begründung.',
  stopped: 'Die Anfrage ist gestoppt.',
  end: 'Zuordnung beenden',
  endText: 'Beendet die Zuordnung sofort. Partner und Kunde erhalten eine Mail mit Ihrer Begründung.',
  ended: 'Die Zuordnung ist beendet.',
};
