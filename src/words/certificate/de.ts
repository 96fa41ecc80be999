import type { CertificateWords } from './en.ts';

/** The certificate and its verification, in German. */
export const de: CertificateWords = {
  title: 'Zertifikat über eine Kundenzuordnung',
  lead: (service, operator) =>
    `${service}, betrieben von ${operator}, bescheinigt, was in seinen Unterlagen zu diesem Vorgang steht.`,
  outcomes: {
    approved: 'Der Kunde hat zugestimmt',
    'approved-by-silence': 'Zustimmung ohne Antwort: Es kam rechtzeitig keine Antwort, was als Zustimmung gilt',
    declined: 'Vom Kunden abgelehnt',
    ended: 'Der Kunde hat zugestimmt; die Zuordnung ist inzwischen beendet',
  },
  endedBy: {
    partner: 'Durch den Partner',
    customer: 'Durch den Kunden',
    system: 'Die Abonnements sind ausgelaufen',
    operator: 'Durch die Betreiber des Dienstes',
  },
  headings: { decision: 'Entscheidung', submission: 'Was eingereicht wurde', proof: 'Nachweise', check: 'Überprüfung' },
  labels: {
    outcome: 'Ergebnis',
    endedHow: 'Wie sie endete',
    customer: 'Kunde',
    directory: 'Verzeichnis-ID',
    customerContact: 'Ansprechpartner des Kunden',
    technicalContact: 'Technischer Ansprechpartner',
    partnerContact: 'Ansprechpartner des Partners',
    submitted: 'Eingereicht',
    submission: 'Hash der Einreichung',
    contactsSalt: 'Salt der Ansprechpartner',
    history: 'Verlauf',
    head: 'Hash des letzten Eintrags',
    asOf: 'Stand',
  },
  entries: (count) => `${count} Einträge, jeder durch seinen Hash mit dem vorigen verkettet`,
  fileAdded: (moment) => `Hinzugefügt: ${moment}`,
  noProof: 'Keine Dateien.',
  erased:
    'Personen beim Kunden wurden aus diesen Unterlagen gelöscht. Der Hash der Ansprechpartner lässt sich nicht mehr vergleichen.',
  check: (address) =>
    `Laden Sie diese Datei unter ${address} hoch, um sie zu prüfen. Ein Konto ist nicht nötig. Der Dienst sagt dann auch, ob sich das Ergebnis geändert hat.`,
  hashes: 'Alle Hashes sind SHA-256.',
  page: (number, count) => `Seite ${number} von ${count}`,

  receipt: {
    link: 'Zertifikat herunterladen (PDF)',
    hint: 'Jeder kann es auf dieser Website überprüfen.',
    unavailable: {
      title: 'Es kann kein Zertifikat ausgestellt werden',
      text: 'Der Verlauf dieser Anfrage ist nicht stimmig, deshalb bescheinigt dieser Dienst nichts. Die Betreiber dieses Dienstes können sehen, warum.',
    },
  },

  verify: {
    title: 'Ein Zertifikat überprüfen',
    lead: 'Ein Zertifikat ist eine PDF-Datei, die dieser Dienst über die Antwort auf eine Anfrage ausgestellt hat. Laden Sie die Datei so hoch, wie Sie sie erhalten haben. Sie wird geprüft und nicht gespeichert.',
    file: 'Zertifikat (PDF-Datei)',
    button: 'Überprüfen',
    again: 'Ein weiteres Zertifikat überprüfen',
    genuine: 'Dieses Zertifikat ist echt',
    genuineText: 'Dieser Dienst hat es ausgestellt, und seitdem hat sich kein Byte geändert.',
    notGenuine: 'Dieses Zertifikat ist nicht echt',
    notGenuineText:
      'Dieser Dienst hat die Datei nicht ausgestellt, oder sie wurde danach verändert. Fragen Sie nach der Originaldatei: Eine gedruckte, gescannte oder neu gespeicherte Kopie lässt sich nicht überprüfen.',
    today: 'Heute',
    state: {
      same: 'Das Ergebnis ist noch das auf dem Zertifikat.',
      changed:
        'Das Ergebnis hat sich geändert, seit das Zertifikat ausgestellt wurde. Fragen Sie den Partner nach einem neuen.',
      contradicted:
        'Die Unterlagen dieses Dienstes stimmen nicht mehr mit dem Zertifikat überein. Benachrichtigen Sie die Betreiber dieses Dienstes.',
      gone: 'Der Vorgang ist nicht mehr gespeichert, weil seine Aufbewahrungszeit abgelaufen ist.',
    },
    errors: {
      'no-file': 'Bitte wählen Sie zuerst eine Datei aus.',
      'too-large': 'Die Datei ist zu groß für ein Zertifikat: höchstens 5 MB.',
      unreadable: 'Die Datei konnte nicht gelesen werden. Bitte senden Sie sie noch einmal.',
    },
    tryAgain: {
      title: 'Bitte versuchen Sie es gleich noch einmal',
      text: 'Bei uns ist etwas schiefgegangen, und das Zertifikat wurde nicht geprüft.',
    },
  },
};
