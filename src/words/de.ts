import { about } from './about/de.ts';
import { codeWords } from './code-words.ts';
import type { Words } from './en.ts';
import { questionWords } from './question-words.ts';

/** What the customer reads, in German. */
export const de: Words = {
  about,
  greeting: (name) => `Guten Tag ${name},`,
  sentences: (first, second) => `${first} ${second}`,
  quoted: (text) => `„${text}“`,
  momentIn: (moment, zone) => `${moment} Uhr (${zone})`,
  labelled: (label, value) => `${label}: ${value}`,
  subscription: (product, id) => `${product} (Abonnement ${id})`,
  location: (location, mpnId) => `${location} (Microsoft-Partner-ID ${mpnId})`,
  person: (name, email) => `${name}, ${email}`,
  organisation: (name, domain) => `${name} (${domain})`,
  activities: {
    presales: 'Beratung vor dem Kauf',
    usage: 'Nutzung',
    revenue: 'Umsatzzuordnung',
    m365_usage: 'Nutzung',
  },
  labels: {
    address: 'Ihre Adresse',
    partner: 'Partner',
    askedBy: 'Angefragt von',
    organisation: 'Ihre Organisation',
    purpose: 'Angegebene Rolle',
    claim: 'Vorgang',
    products: 'Produkte',
    answered: 'Beantwortet am',
    answeredBy: 'Beantwortet von',
    closed: 'Datum',
    ended: 'Beendet am',
    reason: 'Begründung',
  },

  foreignAddress: ({ email, customer, partner, quoted }) =>
    `${email} ist nicht als Adresse von ${customer} bekannt. ${partner} nennt dafür, Sie dort zu fragen, diesen Grund: ${quoted}`,
  asks: (partner, customer, products) =>
    `${partner} möchte ${customer} für ${products === 1 ? 'das unten genannte Produkt' : 'die unten genannten Produkte'} als Partner zugeordnet werden. Ihre Antwort entscheidet darüber.`,
  sees: (partner, products) =>
    products === 1
      ? `${partner} wird für dieses Produkt als Ihr Partner (Partner of Record) eingetragen und sieht dazu Nutzungszahlen und die Anzahl der verkauften Lizenzen.`
      : `${partner} wird für diese Produkte als Ihr Partner (Partner of Record) eingetragen und sieht dazu Nutzungszahlen und die Anzahl der verkauften Lizenzen.`,
  seesNot: (partner) =>
    `${partner} erhält keine Administratorrechte, keinen Zugriff auf Ihre Systeme und keine weiteren Daten von Ihnen.`,
  holder: {
    now: (partner, products, since) =>
      `${partner} ist seit ${since} für ${products} als Ihr Partner (Partner of Record) eingetragen.`,
    replaces: (partner, holder) =>
      `Wenn Sie zustimmen, tritt ${partner} an diese Stelle, und Ihre Zuordnung zu ${holder} endet. Beide Partner werden informiert.`,
    keeps: (holder) => `Wenn Sie ablehnen, ändert sich für ${holder} nichts.`,
    tookOver: (partner, holder) =>
      `${partner} ist an die Stelle von ${holder} getreten. Ihre Zuordnung zu ${holder} ist beendet.`,
  },
  answerBy: (moment) => `Bitte antworten Sie bis ${moment}.`,
  silence: {
    expire: 'Wenn Sie bis dahin nicht antworten, verfällt die Anfrage, und es ändert sich nichts.',
    approve: 'Wenn Sie bis dahin nicht antworten, gilt das als Zustimmung.',
  },

  code: codeWords.de,
  question: questionWords.de,

  mail: {
    requestSubject: (partner) => `${partner} bittet um Ihre Zustimmung`,
    reminderSubject: (partner) => `Erinnerung: ${partner} wartet auf Ihre Antwort`,
    lastReminderSubject: (partner) => `Letzte Erinnerung: ${partner} wartet auf Ihre Antwort`,
    lastReminder: (until) => `Dies ist die letzte Erinnerung. Die Antwortfrist endet am ${until}.`,
    reminderOpening: (partner, customer) =>
      `Vor einigen Tagen hat ${partner} darum gebeten, ${customer} als Partner zugeordnet zu werden. Bisher liegt keine Antwort vor.`,
    extendedSubject: (partner) => `Sie haben mehr Zeit für Ihre Antwort an ${partner}`,
    extendedOpening: (partner, customer) =>
      `${partner} hat darum gebeten, ${customer} als Partner zugeordnet zu werden. Sie haben jetzt mehr Zeit für Ihre Antwort.`,
    ifYouApprove: (sees) => `Wenn Sie zustimmen: ${sees}`,
    button: 'Anfrage lesen und beantworten',
    notExpected: (contact) =>
      `Haben Sie Fragen zu der Anfrage? Stellen Sie sie auf der genannten Seite. Sie haben die Anfrage nicht erwartet oder sind nicht die richtige Ansprechperson? Teilen Sie uns auch das dort mit. Wenn Sie auf diese E-Mail antworten, geht Ihre Nachricht an ${contact} und zählt nicht als Antwort auf die Anfrage. Der Link ist nur für Sie bestimmt; bitte geben Sie ihn nicht weiter.`,

    receiptSubject: {
      approved: (partner) => `Bestätigung: Sie haben der Anfrage von ${partner} zugestimmt`,
      declined: (partner) => `Bestätigung: Sie haben die Anfrage von ${partner} abgelehnt`,
    },
    receipt: {
      approved: (partner) => `Hiermit bestätigen wir, dass Sie der Anfrage von ${partner} zugestimmt haben.`,
      declined: (partner) => `Hiermit bestätigen wir, dass Sie die Anfrage von ${partner} abgelehnt haben.`,
      silence: (partner) =>
        `Hiermit bestätigen wir, dass die Anfrage von ${partner} nicht fristgerecht beantwortet wurde. Das gilt als Zustimmung.`,
    },
    youWrote: (quoted) => `Sie haben geschrieben: ${quoted}`,
    notMeant: (contact) =>
      `Falls das nicht Ihrer Absicht entspricht, antworten Sie bitte auf diese E-Mail: Ihre Antwort geht an ${contact}.`,
    nothingChanges: 'Für Ihre Organisation ändert sich nichts.',
    withdrawApproval: (until) => `Sie können Ihre Zustimmung bis ${until} auf der Seite hinter diesem Link widerrufen.`,
    withdrawApprovalButton: 'Bestätigung ansehen oder Zustimmung widerrufen',

    expiredSubject: (partner) => `Die Anfrage von ${partner} ist verfallen`,
    expired: (partner, customer) =>
      `${partner} hat darum gebeten, ${customer} als Partner zugeordnet zu werden. Bis zum Ende der Frist lag keine Antwort vor. Damit ist die Anfrage verfallen.`,
    expiredUnreleased: (partner, customer) =>
      `${partner} hat darum gebeten, ${customer} als Partner zugeordnet zu werden. Die Betreiber dieses Dienstes hatten Fragen zu der Anfrage, die nicht rechtzeitig geklärt wurden. Damit ist sie verfallen.`,
    expiredNext: (contact) =>
      `Für Ihre Organisation ändert sich nichts, und Sie brauchen nichts zu tun. Wenn Sie die Zuordnung doch wünschen, bitten Sie ${contact} um eine neue Anfrage: Ihre Antwort auf diese E-Mail geht dorthin.`,

    withdrawnSubject: (partner) => `${partner} hat die Anfrage zurückgezogen`,
    withdrawn: (partner, customer) =>
      `${partner} hat die Anfrage zurückgezogen, ${customer} als Partner zugeordnet zu werden.`,
    withdrawnNext: 'Sie brauchen nichts zu tun. Die Anfrage kann nicht mehr beantwortet werden.',

    stoppedSubject: (partner) => `Die Anfrage von ${partner} wurde gestoppt`,
    stopped: (partner, customer) =>
      `Die Betreiber dieses Dienstes haben die Anfrage von ${partner} gestoppt, ${customer} als Partner zugeordnet zu werden.`,
    operatorsWrote: (quoted) => `Die Betreiber haben geschrieben: ${quoted}`,

    endedByPartnerSubject: (partner) => `${partner} hat die Zuordnung zu Ihnen beendet`,
    endedByCustomerSubject: (partner) => `Sie haben Ihre Zustimmung widerrufen: ${partner}`,
    partnerWrote: (quoted) => `Der Partner hat geschrieben: ${quoted}`,
    endedByPartner: (partner, customer) => `${partner} hat die Zuordnung zu ${customer} beendet.`,
    endedByCustomer: (partner, customer) =>
      `Sie haben Ihre Zustimmung widerrufen. Die Zuordnung von ${partner} zu ${customer} ist beendet.`,
    endedBySubscriptionSubject: (partner) => `Die Zuordnung von ${partner} zu Ihnen ist beendet`,
    endedBySubscription: (partner, customer) =>
      `Die Abonnements, für die ${partner} mit ${customer} verbunden war, sind abgelaufen. Damit ist auch die Zuordnung beendet.`,
    endedByOperator: (partner, customer) =>
      `Die Betreiber dieses Dienstes haben die Zuordnung von ${partner} zu ${customer} beendet.`,
    endedSupersededSubject: (partner) => `${partner} ist nicht mehr als Ihr Partner eingetragen`,
    endedSuperseded: (partner, customer, successor) =>
      `${customer} hat stattdessen ${successor} zugestimmt. Die Zuordnung von ${partner} ist beendet.`,
    endedNext: (partner, products) =>
      `${partner} ist für ${products === 1 ? 'dieses Produkt' : 'diese Produkte'} nicht mehr als Ihr Partner eingetragen. Sie brauchen nichts zu tun.`,

    contactChangedSubject: (partner) => `Sie brauchen ${partner} nicht mehr zu antworten`,
    contactChanged: (partner, customer) =>
      `${partner} bittet nun eine andere Person bei ${customer}, die Anfrage zu beantworten.`,
    contactChangedNext: 'Sie brauchen nichts zu tun. Der Link in der früheren E-Mail ist nicht mehr gültig.',
  },

  page: {
    holder: 'Ihr derzeitiger Partner',
    nobodyHolds: 'Für diese Anfrage ist kein Partner mehr eingetragen.',
    ifYouApprove: 'Wenn Sie zustimmen',
    yourAnswer: 'Ihre Antwort',
    question: 'Stimmen Sie zu?',
    approve: 'Ja, ich stimme der Zuordnung zu',
    decline: 'Nein, ich lehne sie ab',
    otherwise: 'Oder sind Sie hier nicht richtig?',
    notMe: 'Ich bin nicht die richtige Ansprechperson',
    notMeHint: (partner) =>
      `Damit ist nichts entschieden. ${partner} wird informiert und kann eine andere Person fragen. Falls Sie wissen, wer zuständig ist, nennen Sie uns diese Person bitte unten.`,
    notExpected: 'Ich habe diese Anfrage nicht erwartet',
    notExpectedHint:
      'Damit ist nichts entschieden. Die Betreiber dieses Dienstes werden informiert und prüfen den Fall.',
    textWithoutQuestion: (partner) =>
      `Ihre Begründung oder die richtige Ansprechperson (freiwillig; ${partner} kann dies lesen)`,
    text: (partner) =>
      `Ihre Begründung, Ihre Frage oder die richtige Ansprechperson (freiwillig, außer bei einer Frage; ${partner} kann dies lesen)`,
    send: 'Antwort senden',
    askAbove: (email) =>
      `Für Fragen zu dieser Anfrage gibt es oben eine Auswahl. In allen anderen Fällen schreiben Sie an ${email}.`,
    writeTo: (email) => `Haben Sie Fragen? Schreiben Sie an ${email}.`,
    onlyYou: 'Mit diesem Link können nur Sie antworten; bitte geben Sie ihn nicht weiter.',

    saidNotMe: (moment) => `Sie haben uns mitgeteilt, dass Sie nicht die richtige Ansprechperson sind (${moment}).`,
    saidNotMeNext: (partner) =>
      `${partner} wurde informiert und kann eine andere Person fragen. Sie brauchen nichts weiter zu tun und erhalten keine Erinnerungen mehr. Bis eine andere Person gefragt wird, bleibt dieser Link gültig: Sie können unten weiterhin antworten.`,
    saidNotExpected: (moment) => `Sie haben uns mitgeteilt, dass Sie diese Anfrage nicht erwartet haben (${moment}).`,
    saidNotExpectedNext:
      'Die Betreiber dieses Dienstes wurden informiert und prüfen den Fall. Die Anfrage bleibt offen, und ohne Ihre Zustimmung ändert sich nichts. Sie können sie unten weiterhin ablehnen.',
    saidNotExpectedInquiry:
      'Die Betreiber dieses Dienstes wurden informiert und prüfen den Fall. Sie brauchen nichts zu tun.',
    inquiry: {
      title: 'Diese Anfrage wird geprüft',
      text: (partner) => `Die Betreiber dieses Dienstes prüfen die Anfrage von ${partner}.`,
      next: 'Bis die Prüfung beendet ist, kann die Anfrage nicht beantwortet werden, und es ändert sich nichts. Sie brauchen nichts zu tun. Der Link bleibt gültig.',
      released:
        'Die Betreiber dieses Dienstes haben den Fall geprüft. Ohne Ihre Zustimmung ändert sich nichts. Sie können unten antworten.',
    },

    approved: {
      title: 'Sie haben dieser Anfrage zugestimmt',
      text: (partner, products) =>
        `${partner} ist jetzt für ${products === 1 ? 'dieses Produkt' : 'diese Produkte'} als Ihr Partner (Partner of Record) eingetragen.`,
    },
    approvedBySilence: {
      title: 'Zustimmung ohne Antwort',
      text: 'Es ging keine fristgerechte Antwort ein. Das gilt als Zustimmung.',
    },
    declined: {
      title: 'Sie haben diese Anfrage abgelehnt',
      text: (partner) => `${partner} wird darüber informiert. Für Ihre Organisation ändert sich nichts.`,
    },
    withdrawn: {
      title: 'Diese Anfrage wurde zurückgezogen',
      text: (partner) => `${partner} hat die Anfrage zurückgezogen. Sie brauchen nichts zu tun.`,
    },
    stopped: {
      title: 'Diese Anfrage wurde gestoppt',
      text: (partner) =>
        `Die Betreiber dieses Dienstes haben die Anfrage von ${partner} gestoppt. Sie brauchen nichts zu tun.`,
    },
    expiredRequest: {
      title: 'Diese Anfrage ist verfallen',
      text: 'Es ging keine fristgerechte Antwort ein. Für Ihre Organisation ändert sich nichts.',
    },
    ended: {
      title: 'Diese Zuordnung ist beendet',
      byPartner: (partner) => `${partner} hat die Zuordnung beendet. Sie brauchen nichts zu tun.`,
      superseded: (partner, successor) =>
        `Ihre Organisation hat stattdessen ${successor} zugestimmt. Die Zuordnung von ${partner} ist beendet. Sie brauchen nichts zu tun.`,
      bySubscription: (partner) =>
        `Die Abonnements, für die ${partner} als Ihr Partner eingetragen war, sind abgelaufen. Damit ist auch die Zuordnung beendet. Sie brauchen nichts zu tun.`,
      byOperator: (partner) =>
        `Die Betreiber dieses Dienstes haben die Zuordnung von ${partner} beendet. Sie brauchen nichts zu tun.`,
      byCustomer: (partner) => `Sie haben Ihre Zustimmung widerrufen. ${partner} wird darüber informiert.`,
    },
    withdrawApproval: {
      heading: 'Zustimmung widerrufen',
      text: (partner) =>
        `Die Zuordnung endet dann sofort: ${partner} ist nicht mehr als Ihr Partner eingetragen und wird darüber informiert. Der Widerruf ist endgültig; für eine neue Zuordnung muss ${partner} erneut anfragen.`,
      reason: (partner) => `Begründung (freiwillig; ${partner} kann sie lesen)`,
      confirm: 'Ja, ich möchte meine Zustimmung widerrufen',
      button: 'Zustimmung widerrufen',
    },
    notRecorded:
      'Ihre Antwort wurde nicht übernommen: Zu dieser Anfrage liegt bereits eine endgültige Antwort vor. Sie sehen sie hier.',
    proof: 'Hinterlegte Nachweise',
    proofHint: (partner) =>
      `${partner} hat diese Dateien als Nachweis hinterlegt. Diese Seite zeigt nur ihre Namen; die Dateien selbst bleiben beim Vorgang. Wenn Sie eine lesen möchten, wenden Sie sich an ${partner}.`,
    proofAdded: (moment: string) => `Hinzugefügt am ${moment}`,
    evidence: 'Nachweise, die bei Ihrer Antwort vorlagen',
    evidenceHint: (partner) =>
      `Die Dateien selbst bleiben beim Vorgang. Mit dem SHA-256-Wert kann ${partner} später belegen, dass eine Datei unverändert ist.`,
    printable: 'Diese Seite ist Ihre Bestätigung. Sie können sie ausdrucken; eine Kopie erhalten Sie per E-Mail.',

    tooLate: {
      title: 'Die Antwortfrist ist abgelaufen',
      text: (partner) => `Die Frist für eine Antwort auf die Anfrage von ${partner} ist abgelaufen.`,
    },
    replaced: {
      title: 'Es gibt einen neueren Link',
      text: 'Dieser Link wurde durch eine neuere E-Mail ersetzt. Bitte verwenden Sie den Link in der letzten E-Mail.',
    },
    receiptLinkExpired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Die Zustimmung kann damit nicht mehr widerrufen werden. Um die Zuordnung zu beenden, schreiben Sie Ihrem Partner.',
    },
    linkExpired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Bitte lassen Sie sich von Ihrem Partner eine neue Anfrage senden.',
    },
    noRequest: {
      title: 'Zu diesem Link gibt es keine Anfrage',
      text: 'Bitte prüfen Sie, ob der Link vollständig ist: Manche E-Mail-Programme trennen lange Links. Oder lassen Sie sich von Ihrem Partner einen neuen Link senden.',
    },
    tryAgain: {
      title: 'Bitte versuchen Sie es gleich noch einmal',
      text: 'Bei uns ist ein Fehler aufgetreten, und Ihre Antwort wurde nicht gespeichert. Der Link bleibt gültig.',
    },
    textLength: (count: number) => `Ihrer hat ${count.toLocaleString('de')}.`,
    textPlace: (place: number, character: string) => `Es geht um Zeichen ${place} (${character}).`,
    formErrors: {
      'holders-changed':
        'Ihr eingetragener Partner hat sich geändert, seit Sie diese Seite geöffnet haben. Ihre Antwort wurde deshalb nicht übernommen. Bitte lesen Sie die Anfrage noch einmal und antworten Sie unten.',
      unreadable: 'Das Formular konnte nicht gelesen werden. Bitte senden Sie es noch einmal.',
      'no-choice': 'Bitte wählen Sie eine der Antworten aus.',
      'text-too-long': 'Der Text ist zu lang: höchstens 1.000 Zeichen.',
      'text-characters':
        'Der Text enthält ein Zeichen, das nicht gespeichert werden kann. Bitte löschen Sie es, und senden Sie das Formular noch einmal.',
      'not-confirmed': 'Bitte bestätigen Sie, dass Sie Ihre Zustimmung widerrufen möchten.',
    },
  },
};
