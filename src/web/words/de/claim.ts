import type { ClaimWords } from '../en/claim.ts';

export const claim: ClaimWords = {
  back: 'Alle Kundenzuordnungen',
  updated: (status) => `Der Status hat sich geändert: ${status}.`,
  changed: 'Dieser Anspruch wurde gerade aktualisiert.',
  waitsFor: 'Wie es weitergeht',
  waits: {
    draft: 'Reichen Sie ihn ein, sobald er vollständig ist.',
    sending: 'Die E-Mail an den Kunden ist unterwegs.',
    scan: 'Die Anfrage geht hinaus, sobald alle Dateien auf Schadsoftware geprüft sind.',
    cleanProof:
      'Im Nachweis wurde Schadsoftware gefunden. Fügen Sie eine saubere Datei hinzu, dann geht die Anfrage hinaus.',
    inquiry: (reason, until) =>
      `Die Betreiber prüfen die Anfrage: ${reason} Der Kunde kann nicht antworten, und die Frist ruht. Ohne Freigabe wird der Anspruch am ${until} geschlossen.`,
    answer: (who, until) => `${who} kann bis ${until} antworten.`,
    silenceExpire: 'Ohne Antwort wird der Anspruch dann geschlossen.',
    silenceApprove: 'Ohne Antwort gilt die Zuordnung dann als genehmigt.',
    attention: 'Der Betrieb kümmert sich darum. Sie müssen nichts tun.',
    nothing: 'Von selbst passiert nichts mehr.',
    cancelAt: (day) =>
      `An diesem Entwurf hat lange niemand gearbeitet. Am ${day} wird er verworfen. Jede Änderung erhält ihn.`,
  },
  reason: 'Grund',
  reasons: {
    'inquiry-not-released': 'von den Betreibern nach der Prüfung nicht freigegeben',
    'no-answer': 'keine Antwort in der Frist',
    'not-delivered': 'die E-Mail an den Kundenkontakt war nicht zustellbar',
    untouched: 'lange Zeit hat niemand daran gearbeitet',
    'subscription-ended': 'die Abonnements des Kunden sind beendet',
    superseded: 'der Kunde hat einem anderen Partner zugestimmt',
    partner: 'vom Partner beendet',
    customer: 'vom Kunden beendet',
  },
  raised: {
    workflow: 'Der Maildienst hat die E-Mail an die Kontaktperson abgewiesen. Ändern Sie die Kontaktperson.',
    delivery:
      'Die Anfrage hat die Kontaktperson nicht erreicht. Ändern Sie die Kontaktperson oder sprechen Sie mit dem Kunden.',
    customer: 'Die Kontaktperson ist nicht die richtige. Ändern Sie die Kontaktperson.',
    operator: 'Die Betreiber haben eine Frage zu diesem Anspruch.',
    scan: 'In einer Datei dieses Anspruchs wurde Schadsoftware gefunden.',
    storage: 'Eine gespeicherte Datei dieses Anspruchs ist nicht die, die hochgeladen wurde.',
  },
  decided: (who, outcome, when) => `${who}: ${outcome}, ${when}.`,
  confirmed: (email) => `Bestätigt mit einem Code, der an ${email} gesendet wurde.`,
  approving:
    'Der Kunde hat zugestimmt. Zuerst endet die Zuordnung eines anderen Partners, dann gilt Ihre. Das dauert einen Moment.',
  tookOver: 'Sie sind an die Stelle eines anderen Partners getreten. Dessen Zuordnung ist beendet.',
  superseded:
    'Der Kunde hat für dasselbe Produkt und dieselbe Tätigkeit einem anderen Partner zugestimmt. Damit endete Ihre Zuordnung.',
  takeoverRequested:
    'Ein anderer Partner hat den Kunden gebeten, diese Zuordnung übernehmen zu dürfen. Sie bleibt, solange der Kunde dem nicht zustimmt.',
  bySilence: 'Genehmigt, weil der Kunde nicht rechtzeitig widersprochen hat.',
  delivery: 'E-Mail an den Kunden',
  deliveries: {
    accepted: 'Gesendet; vom Mailsystem des Kunden noch nicht bestätigt',
    delivered: 'Zugestellt',
    bounced: 'Nicht zugestellt: Die Adresse gibt es nicht, oder sie nimmt keine Mail an',
    suppressed: 'Nicht gesendet: Diese Adresse hat frühere Mails abgewiesen',
    quarantined: 'Vom Mailsystem des Kunden in Quarantäne genommen',
    filtered: 'Vom Mailsystem des Kunden für Spam gehalten',
    failed: 'Nicht zugestellt: Der Maildienst konnte sie nicht zustellen',
  },
  fixAddress: 'Prüfen Sie die Adresse. Ist sie falsch, ändern Sie die Kontaktperson.',
  fixFilter: (from, subject) =>
    `Bitten Sie den Kunden, Mail von ${from} mit dem Betreff „${subject}“ durchzulassen, und senden Sie die Anfrage noch einmal.`,
  sent: (to, when) => `Gesendet an ${to}, ${when}.`,
  reminders: (count) => (count === 1 ? '1 Erinnerung gesendet' : `${count} Erinnerungen gesendet`),
  nextReminder: (day) => `Nächste Erinnerung ${day}`,
  concerns: {
    'not-the-right-person': (email) => `${email} ist nicht die richtige Person. Ändern Sie die Kontaktperson.`,
    'not-expected': (email) =>
      `${email} hat mit dieser Anfrage nicht gerechnet. Sprechen Sie mit der Person, bevor Sie weitermachen.`,
  },
  facts: 'Was Sie beanspruchen',
  location: 'Partnerstandort',
  customer: 'Kunde',
  directory: 'Verzeichnis-ID',
  verification: {
    matched: 'Domäne und Verzeichnis-ID gehören zusammen',
    mismatched: 'Domäne und Verzeichnis-ID gehören nicht zusammen',
    'unknown-domain': 'Die Domäne ist nicht bekannt',
    unverifiable: 'Konnte noch nicht geprüft werden',
  },
  area: 'Lösungsbereich',
  activity: 'Tätigkeit',
  products: 'Produkte',
  subscription: 'Abonnement',
  customerContact: 'Kontaktperson beim Kunden',
  revenue: {
    dynamicsSolutionSellerName: 'Name des Dynamics-Lösungsverkäufers',
    customerName: 'Name des Kunden',
    isvProductName: 'Name des ISV-Produkts oder der Lösung',
  },
  terms: 'Bedingungen',
  incentiveDeclined: 'Verzicht auf die Vergütung',
  disclosureSigned: 'Offenlegung vom Kunden unterschrieben',
  technicalContact: 'Technische Kontaktperson',
  addressReason: 'Warum die Kontaktperson von dieser Adresse antwortet',
  partnerContact: 'Ihre Kontaktperson',
  created: 'Angelegt',
  submitted: 'Eingereicht',
  id: 'Anspruchs-ID',
  none: 'Nicht angegeben',
  proof: 'Ausführungsnachweis',
  noProof: 'Noch keine Dateien.',
  download: (name) => `${name} herunterladen`,
  remove: (name) => `${name} entfernen`,
  file: 'Datei',
  size: 'Größe',
  added: 'Hinzugefügt',
  malware: 'Es wurde Schadsoftware gefunden. Die Datei kann nicht heruntergeladen werden.',
  scan: { pending: 'Wird geprüft', failed: 'Nicht prüfbar' },
  scanDone: (names) => `Geprüft, nichts gefunden: ${names}`,
  scanHint: {
    pending: 'Die Datei wird auf Schadsoftware geprüft. Danach kann sie heruntergeladen werden.',
    failed: 'Diese Datei konnte nicht auf Schadsoftware geprüft werden. Sie kann nicht heruntergeladen werden.',
  },
  blank: 'Das ist die unveränderte Vorlage. Füllen Sie sie erst aus.',
  comments: 'Kommentare',
  noComments: 'Noch keine Kommentare.',
  commentLabel: 'Kommentar hinzufügen',
  commentHint: 'Ihre Kolleginnen und Kollegen und der Betrieb können ihn lesen, der Kunde nicht.',
  send: 'Kommentar hinzufügen',
  commentSent: 'Ihr Kommentar wurde hinzugefügt.',
  unread: (count) => (count === 1 ? '1 ungelesener Kommentar' : `${count} ungelesene Kommentare`),
  markRead: 'Als gelesen markieren',
  history: 'Verlauf',
  times: (count) => `${count}-mal`,
  historyLead:
    'Alles, was geschehen ist, das Älteste zuerst. Die Einträge sind verkettet; wer einen ändert, bricht die Kette.',
  checking: 'Der Verlauf wird überprüft …',
  notChecked:
    'Der Verlauf konnte gerade nicht überprüft werden. Laden Sie die Seite neu, um es noch einmal zu versuchen.',
  intact: (count) => `Der Verlauf ist unversehrt: ${count} Einträge, und der Anspruch stimmt mit ihnen überein.`,
  erasedEntries: (count) =>
    count === 1
      ? 'Aus 1 Eintrag wurden Personen gelöscht; was von ihm bleibt, wurde überprüft.'
      : `Aus ${count} Einträgen wurden Personen gelöscht; was von ihnen bleibt, wurde überprüft.`,
  differs:
    'Der Anspruch sagt nicht mehr, was laut Verlauf eingereicht oder geschrieben wurde. Melden Sie das dem Betrieb.',
  broken: (entry) => `Der Verlauf passt bei Eintrag ${entry} nicht zusammen. Melden Sie das dem Betrieb.`,
  certificate: {
    heading: 'Zertifikat',
    lead: 'Zeigt jedem, was eingereicht und entschieden wurde.',
    verify: 'Ein Zertifikat überprüfen',
    download: 'Zertifikat (PDF)',
  },
  actions: 'Was Sie tun können',
  notNow: 'Jetzt nicht möglich',
  readerOnly: 'Das kann nur die Partneradministration.',
  action: {
    edit: {
      name: 'Weiterarbeiten',
      does: 'Öffnet den Entwurf dort, wo Sie aufgehört haben.',
      not: 'Sie können den Anspruch nicht mehr ändern, aber kopieren.',
    },
    'add-poe': {
      name: 'Nachweis hinzufügen',
      does: 'Fügt dem Anspruch Dateien hinzu.',
      not: 'Dateien gehen bei einem Entwurf, während der Anfrage und bei einem genehmigten Anspruch.',
    },
    'remove-poe': {
      name: 'Nachweis entfernen',
      does: 'Entfernt Dateien aus dem Entwurf.',
      not: 'Dateien lassen sich nur aus einem Entwurf entfernen.',
    },
    comment: {
      name: 'Kommentieren',
      does: 'Hinterlässt eine Notiz für Kollegium und Betrieb.',
      not: 'Ein verworfener Anspruch nimmt keine Kommentare an.',
    },
    cancel: {
      name: 'Entwurf verwerfen',
      does: 'Gibt den Entwurf auf. Sie können ihn später kopieren.',
      not: 'Nur ein Entwurf kann verworfen werden.',
    },
    submit: {
      name: 'Prüfen und einreichen',
      does: 'Sperrt den Anspruch und fragt den Kunden per E-Mail.',
      not: 'Sie können ihn jetzt nicht einreichen.',
    },
    copy: {
      name: 'In neuen Entwurf kopieren',
      does: 'Legt einen Entwurf mit denselben Antworten und Nachweisen an, ohne Kommentare.',
      not: '',
    },
    withdraw: {
      name: 'Zurückziehen',
      does: 'Nimmt den Anspruch zurück. Der Kunde erfährt es, der Link gilt nicht mehr.',
      not: 'Nur solange der Kunde nicht geantwortet hat.',
    },
    resend: {
      name: 'Noch einmal senden',
      does: 'Sendet eine neue E-Mail mit neuem Link und neuer Frist.',
      not: 'Sie können die Anfrage jetzt nicht noch einmal senden: höchstens dreimal, im Abstand von 15 Minuten.',
    },
    'change-contact': {
      name: 'Kontaktperson ändern',
      does: 'Fragt eine andere Person beim Kunden. Der alte Link gilt nicht mehr.',
      not: 'Nur solange der Kunde nicht geantwortet hat.',
    },
    disassociate: {
      name: 'Zuordnung beenden',
      does: 'Beendet die genehmigte Zuordnung. Der Kunde erfährt es.',
      not: 'Nur eine genehmigte Zuordnung kann beendet werden.',
    },
  },
  notBecause: {
    incomplete: (count) =>
      count === 1
        ? 'Sie können ihn nicht einreichen: 1 Angabe fehlt.'
        : `Sie können ihn nicht einreichen: ${count} Angaben fehlen.`,
    duplicate:
      'Sie können ihn nicht einreichen: Sie haben einen Anspruch für diesen Kunden, dieses Produkt und diese Tätigkeit.',
  },
  confirmReason: 'Grund',
  reasonHint: 'Steht danach im Verlauf.',
  keep: 'Behalten',
  cancel: 'Abbrechen',
  resendFrom: (distance, when) => `Möglich ${distance}, ab ${when}.`,
  contactName: 'Name',
  contactTitle: 'Position',
  contactEmail: 'E-Mail',
  done: {
    cancel: 'Der Entwurf wurde verworfen.',
    withdraw: 'Der Anspruch wurde zurückgezogen.',
    resend: 'Die Anfrage ist wieder unterwegs.',
    'change-contact': 'Die neue Kontaktperson wird gefragt.',
    disassociate: 'Die Zuordnung ist beendet.',
    copy: 'Ein neuer Entwurf wurde angelegt.',
  },
};
