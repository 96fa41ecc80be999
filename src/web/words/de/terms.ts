import type { Words } from '../en.ts';

export const status: Words['status'] = {
  draft: 'Entwurf',
  submitted: 'Wartet auf den Kunden',
  approved: 'Zugestimmt',
  declined: 'Abgelehnt',
  expired: 'Abgelaufen',
  withdrawn: 'Zurückgezogen',
  cancelled: 'Verworfen',
  ended: 'Beendet',
};

export const attention: Words['attention'] = {
  'draft-unfinished': 'Entwurf nicht eingereicht',
  'malware-found': 'Schadsoftware in einer Datei',
  'file-not-checked': 'Eine Datei konnte nicht geprüft werden',
  'request-not-delivered': 'E-Mail nicht zugestellt',
  'question-open': 'Frage zu beantworten',
  'wrong-person': 'Falsche Kontaktperson',
  'not-expected': 'Kunde hat nicht damit gerechnet',
  'unread-comment': 'Ungelesener Kommentar',
  'takeover-requested': 'Anderer Partner bittet um Übernahme',
  'association-ending': 'Zuordnung endet bald',
  'needs-operations': 'Der Betrieb kümmert sich',
  'deadline-near': 'Antwort bald fällig',
};

export const endReasons: Words['endReasons'] = {
  superseded: 'Anderer Partner hat übernommen',
  'subscription-ended': 'Abonnements beendet',
};

export const actor: Words['actor'] = { partner: 'Partner', customer: 'Kunde', system: 'System', operator: 'Betrieb' };
