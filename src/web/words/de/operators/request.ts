import type { RequestWords } from '../../en/operators/request.ts';

export const request: RequestWords = {
  stop: 'Anfrage stoppen',
  stopText:
    'Zieht den Anspruch zurück. Der Link funktioniert nicht mehr. Partner und Kunde erhalten eine Mail mit Ihrer Begründung.',
  stopped: 'Die Anfrage ist gestoppt.',
  end: 'Zuordnung beenden',
  endText: 'Beendet die genehmigte Zuordnung sofort. Partner und Kunde erhalten eine Mail mit Ihrer Begründung.',
  ended: 'Die Zuordnung ist beendet.',
};
