import type { Words } from '../en.ts';

export const status: Words['status'] = {
  draft: 'Entwurf',
  submitted: 'Wartet auf den Kunden',
  approved: 'Bestätigt',
  declined: 'Abgelehnt',
  expired: 'Keine Antwort in der Frist',
  withdrawn: 'Zurückgezogen',
  cancelled: 'Verworfen',
  ended: 'Beendet',
};

export const statusHint: Words['statusHint'] = {
  draft: 'Sie haben diesen Anspruch noch nicht eingereicht. Nur Ihr Unternehmen sieht ihn.',
  submitted: 'Die Kontaktperson beim Kunden wurde per E-Mail um Bestätigung gebeten.',
  approved: 'Der Kunde hat die Zuordnung bestätigt. Sie gilt, bis eine Seite sie beendet.',
  declined: 'Der Kunde hat abgelehnt. Sie können den Anspruch als Entwurf kopieren und noch einmal fragen.',
  expired: 'Der Kunde hat nicht rechtzeitig geantwortet. Sie können den Anspruch kopieren und noch einmal fragen.',
  withdrawn: 'Sie haben den Anspruch zurückgezogen, bevor der Kunde geantwortet hat.',
  cancelled: 'Der Entwurf wurde verworfen. Sie können ihn in einen neuen Entwurf kopieren.',
  ended: 'Die Zuordnung war bestätigt und ist beendet.',
};

export const attention: Words['attention'] = {
  'draft-unfinished': 'Entwurf nicht eingereicht',
  'malware-found': 'Schadsoftware in einer Datei',
  'request-not-delivered': 'E-Mail nicht zugestellt',
  'wrong-person': 'Falsche Kontaktperson',
  'not-expected': 'Kunde hat nicht damit gerechnet',
  'unread-comment': 'Ungelesener Kommentar',
  'association-contested': 'Anderer Partner fragt danach',
  'association-ending': 'Zuordnung endet bald',
  'needs-operations': 'Der Betrieb kümmert sich',
  'deadline-near': 'Antwort bald fällig',
};

export const events: Words['events'] = {
  created: 'Entwurf angelegt',
  edited: 'Entwurf geändert',
  cancelled: 'Entwurf verworfen',
  'poe-added': 'Nachweis hinzugefügt',
  'poe-removed': 'Nachweis entfernt',
  'poe-replaced': 'Nachweis ersetzt',
  'poe-noted': 'Notiz zum Nachweis geändert',
  commented: 'Kommentar hinzugefügt',
  'comments-read': 'Kommentare als gelesen markiert',
  submitted: 'Anspruch eingereicht',
  'request-sent': 'Anfrage an den Kunden gesendet',
  'reminder-sent': 'Erinnerung an den Kunden gesendet',
  'reminder-skipped': 'Erinnerung ausgelassen',
  'delivery-reported': 'Zustellung vom Maildienst gemeldet',
  'resend-requested': 'Anfrage noch einmal gesendet',
  'contact-changed': 'Kontaktperson geändert',
  approved: 'Vom Kunden bestätigt',
  declined: 'Vom Kunden abgelehnt',
  expired: 'Frist für die Antwort abgelaufen',
  withdrawn: 'Anspruch zurückgezogen',
  'decision-withdrawn': 'Bestätigung vom Kunden zurückgenommen',
  ended: 'Zuordnung beendet',
  contested: 'Ein anderer Partner fragt nach derselben Zuordnung',
  'concern-raised': 'Die Kontaktperson hat Bedenken gemeldet',
  'carried-through': 'Alle wurden über das Ergebnis informiert',
  'customer-verified': 'Kunde noch einmal nachgeschlagen',
  'malware-found': 'Schadsoftware in einer Datei gefunden',
  'attention-needed': 'Zur Prüfung markiert',
  'subscription-end-near': 'Abonnement endet bald',
  'subscription-renewed': 'Abonnement verlängert',
  'expiry-announced': 'Entwurf wird verworfen, wenn niemand daran arbeitet',
  'workflow-restarted': 'Ablauf neu gestartet',
  redriven: 'Ablauf vom Betrieb neu gestartet',
  'contact-erased': 'Personendaten der Kontaktperson gelöscht',
};

export const actor: Words['actor'] = { partner: 'Partner', customer: 'Kunde', system: 'System', operator: 'Betrieb' };
