import type * as en from '../en/claim-terms.ts';

export const statusHint: typeof en.statusHint = {
  draft: 'Sie haben diesen Anspruch noch nicht eingereicht. Nur Ihr Unternehmen sieht ihn.',
  submitted: 'Die Kontaktperson beim Kunden wurde per E-Mail um Zustimmung gebeten.',
  approved: 'Der Kunde hat der Zuordnung zugestimmt. Sie gilt, bis eine Seite sie beendet.',
  declined: 'Der Kunde hat abgelehnt. Sie können den Anspruch als Entwurf kopieren und noch einmal fragen.',
  expired: 'Eine Antwort kam nicht rechtzeitig. Sie können den Anspruch kopieren und noch einmal fragen.',
  withdrawn: 'Sie haben den Anspruch zurückgezogen, bevor der Kunde geantwortet hat.',
  cancelled: 'Der Entwurf wurde verworfen. Sie können ihn in einen neuen Entwurf kopieren.',
  ended: 'Der Kunde hatte zugestimmt. Die Zuordnung ist beendet.',
};

export const endedByOperators: typeof en.endedByOperators = {
  withdrawn: 'Die Betreiber haben die Anfrage gestoppt, bevor der Kunde geantwortet hat.',
  ended: 'Der Kunde hatte zugestimmt. Die Betreiber haben die Zuordnung beendet.',
};

export const events: typeof en.events = {
  created: 'Entwurf angelegt',
  edited: 'Entwurf geändert',
  cancelled: 'Entwurf verworfen',
  'poe-added': 'Nachweis hinzugefügt',
  'poe-removed': 'Nachweis entfernt',
  'poe-replaced': 'Nachweis ersetzt',
  'poe-reviewed': 'Nachweis von der Prüfung heruntergeladen',
  'poe-noted': 'Notiz zum Nachweis geändert',
  commented: 'Kommentar hinzugefügt',
  'comments-read': 'Als gelesen markiert',
  submitted: 'Anspruch eingereicht',
  'request-sent': 'Anfrage an den Kunden gesendet',
  'reminder-sent': 'Erinnerung an den Kunden gesendet',
  'reminder-skipped': 'Erinnerung ausgelassen',
  'delivery-reported': 'Zustellung vom Maildienst gemeldet',
  'resend-requested': 'Anfrage noch einmal gesendet',
  'contact-changed': 'Kontaktperson geändert',
  'code-requested': 'Code an den Kunden gesendet',
  'code-refused': 'Ein falscher Code wurde eingegeben',
  approved: 'Der Kunde hat zugestimmt',
  declined: 'Vom Kunden abgelehnt',
  expired: 'Frist für die Antwort abgelaufen',
  withdrawn: 'Anspruch zurückgezogen',
  'decision-withdrawn': 'Zustimmung vom Kunden widerrufen',
  ended: 'Zuordnung beendet',
  'takeover-requested': 'Ein anderer Partner bittet um Übernahme',
  'approve-takeover': 'Der Kunde hat zugestimmt, anstelle eines anderen Partners',
  'approval-interrupted': 'Eine Zustimmung wurde unterbrochen und nicht gespeichert',
  'concern-raised': 'Die Kontaktperson hat Bedenken gemeldet',
  'carried-through': 'Alle wurden über das Ergebnis informiert',
  'customer-verified': 'Kunde noch einmal nachgeschlagen',
  'malware-found': 'Schadsoftware in einer Datei gefunden',
  'poe-checked': 'Datei geprüft und unbedenklich',
  'poe-not-checked': 'Eine Datei konnte nicht auf Schadsoftware geprüft werden',
  'poe-accepted': 'Ungeprüfte Datei vom Betrieb zugelassen',
  'attention-needed': 'Zur Prüfung markiert',
  'subscription-end-near': 'Abonnement endet bald',
  'subscription-renewed': 'Abonnement verlängert',
  'expiry-announced': 'Entwurf wird verworfen, wenn niemand daran arbeitet',
  'rows-restored': 'Zeilen wiederhergestellt',
  'workflow-restarted': 'Ablauf neu gestartet',
  'workflow-resumed': 'Ablauf von den Betreibern fortgesetzt',
  'inquiry-opened': 'Prüfung durch die Betreiber begonnen',
  'inquiry-released': 'Prüfung beendet',
  'deadline-extended': 'Frist von den Betreibern verlängert',
  redriven: 'Ablauf vom Betrieb neu gestartet',
  held: 'Unter Aufbewahrungspflicht gestellt',
  released: 'Aufbewahrungspflicht aufgehoben',
  withheld: 'Interner Eintrag der Betreiber',
  'not-the-right-person': 'Die Kontaktperson ist nicht die richtige',
  'not-expected': 'Die Kontaktperson hat nicht damit gerechnet',
  'question-asked': 'Frage der Kontaktperson',
  'question-unanswered': 'Keine Antwort auf die Frage; die Frist läuft weiter',
  'contact-erased': 'Personendaten der Kontaktperson gelöscht',
};

export const mails: typeof en.mails = {
  request: 'Anfrage an den Kunden',
  reminder: 'Erinnerung an den Kunden',
  outcome: 'Ergebnis an den Partner',
  receipt: 'Bestätigung an den Kunden',
  withdrawn: 'Mitteilung der Rücknahme',
  'not-the-right-person': 'Hinweis auf die falsche Kontaktperson',
  'contact-changed': 'Mitteilung an die frühere Kontaktperson',
  ended: 'Mitteilung des Endes',
  'delivery-failed': 'Hinweis auf fehlgeschlagene Zustellung',
  'draft-expiring': 'Hinweis auf ablaufenden Entwurf',
  comment: 'Hinweis auf einen Kommentar',
  'subscription-ending': 'Hinweis auf endendes Abonnement',
  'takeover-requested': 'Hinweis auf die Anfrage eines anderen Partners',
  question: 'Hinweis auf eine Frage',
  'question-unanswered': 'Hinweis auf eine Frage ohne Antwort',
  reply: 'Antwort an den Kunden',
  'no-reply': 'Nachricht an den Kunden, dass eine Antwort noch fehlt',
  'inquiry-opened': 'Hinweis auf eine Prüfung',
  'inquiry-released': 'Hinweis auf die Freigabe nach einer Prüfung',
  'answer-code': 'Code an den Kunden',
  'malware-found': 'Hinweis auf Schadsoftware',
  expired: 'Nachricht an den Kunden über die verfallene Anfrage',
  'deadline-near': 'Hinweis auf die nahe Frist',
  'deadline-extended': 'Hinweis auf eine verlängerte Frist',
};

export const mailsBySide: typeof en.mailsBySide = {
  customer: { withdrawn: 'Mitteilung der Rücknahme an den Kunden', ended: 'Mitteilung des Endes an den Kunden' },
  partner: { withdrawn: 'Mitteilung der Rücknahme an den Partner', ended: 'Mitteilung des Endes an den Partner' },
};

export const eventsByOperator: typeof en.eventsByOperator = {
  withdrawn: 'Anfrage von den Betreibern gestoppt',
  ended: 'Zuordnung von den Betreibern beendet',
};

export const extensionSent: string = 'Mail über die neue Frist gesendet';

export const mailEndings: typeof en.mailEndings = {
  sent: 'gesendet',
  refused: 'vom Maildienst abgewiesen',
  obsolete: 'nicht mehr nötig',
};

/** By code, of all versions of the catalogue. Names of products are not translated. */
export const catalogueNames: Record<string, string> = {
  business_applications: 'Business Applications',
  modern_work_security: 'Modern Work und Sicherheit',
  usage_presales: 'Nutzung und/oder Beratung vor dem Kauf',
  revenue_association: 'Umsatzzuordnung',
  presales: 'Beratung vor dem Kauf',
  usage: 'Nutzung',
  revenue: 'Umsatzzuordnung',
  m365_usage: 'Nutzung',
};
