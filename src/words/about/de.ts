import type { AboutWords } from './en.ts';

/** What lets a customer trust a request and understand it, in German. */
export const about: AboutWords = {
  byline: (service, operator) => `${service}, betrieben von ${operator}`,
  explained: 'Worum es geht, woran Sie echte Anfragen erkennen und wie Sie die Zuordnung später beenden',
  doubts: (contact) => `Sie sind nicht sicher, ob das echt ist? Schreiben Sie an ${contact}.`,

  activities: {
    presales: (partner) => `${partner} hat Sie beraten, bevor Sie das Produkt gekauft haben.`,
    usage: (partner) => `${partner} unterstützt Sie beim Einsatz eines Produkts aus Dynamics 365 oder Power Platform.`,
    revenue: (partner) => `${partner} hat mit einer eigenen Lösung Ihre Entscheidung für das Produkt beeinflusst.`,
    m365_usage: (partner) =>
      `${partner} unterstützt Sie beim Einsatz eines Produkts aus Microsoft 365 oder eines Sicherheitsprodukts.`,
  },
  thePartner: 'Der Partner',
  role: (activity, sentence) => `${activity} – ${sentence}`,
  roles: (sentences) => sentences.join(' '),

  revenue: {
    asks: (partner, customer, products) =>
      `${partner} möchte als Partner eingetragen werden, der die Entscheidung von ${customer} für ${products === 1 ? 'das unten genannte Produkt' : 'die unten genannten Produkte'} beeinflusst hat. Ihre Antwort entscheidet darüber.`,
    sees: (partner, products) =>
      products === 1
        ? `${partner} wird als Partner eingetragen, der Ihre Entscheidung für dieses Produkt beeinflusst hat (Partner of Record), und sieht dazu Nutzungszahlen und die Anzahl der verkauften Lizenzen.`
        : `${partner} wird als Partner eingetragen, der Ihre Entscheidung für diese Produkte beeinflusst hat (Partner of Record), und sieht dazu Nutzungszahlen und die Anzahl der verkauften Lizenzen.`,
    labels: {
      dynamicsSolutionSellerName: 'Verkauft von',
      customerName: 'Kunde laut Verkauf',
      isvProductName: 'Lösung des Partners',
    },
  },

  wayOut: (partner) =>
    `Sie können Ihre Zustimmung später ohne Angabe von Gründen widerrufen: Die Bestätigung, die Sie per E-Mail erhalten, enthält dafür einen Link. Die Zuordnung endet dann sofort, und ${partner} wird informiert.`,

  page: {
    title: 'Über Anfragen nach Ihrer Zustimmung',
    languages: 'Sprache',
    lead: (service, operator) =>
      `${service} ist ein Dienst von ${operator}. Partner, die Microsoft-Produkte verkaufen, bitten damit ihre Kunden um Zustimmung. Sie antworten über einen persönlichen Link und brauchen kein Konto.`,
    association: {
      heading: 'Was eine Zuordnung ist',
      text: 'Mit einer Zuordnung wird ein Partner für ein Produkt als Ihr Partner eingetragen. Bei Microsoft heißt er „Partner of Record“. Er hat Sie zu dem Produkt beraten, unterstützt Sie bei dessen Einsatz oder hat mit einer eigenen Lösung Ihre Entscheidung beeinflusst.',
      sees: 'Der Partner sieht danach Nutzungszahlen und die Anzahl der verkauften Lizenzen dieses Produkts. Er erhält keine Administratorrechte, keinen Zugriff auf Ihre Systeme und keine weiteren Daten von Ihnen.',
      one: 'Für jedes Produkt und jede Art von Tätigkeit gibt es immer nur einen solchen Partner. Haben Sie bereits einen, so steht das in der Anfrage. Wenn Sie ihr zustimmen, endet die bisherige Zuordnung.',
    },
    activities: 'Was die einzelnen Tätigkeiten bedeuten',
    usages: { usage: 'Nutzung (Dynamics 365, Power Platform)', m365_usage: 'Nutzung (Microsoft 365, Sicherheit)' },
    check: {
      heading: 'Woran Sie unsere E-Mails erkennen',
      sender: (address) => `Sie kommen von ${address}.`,
      links: (host) =>
        `Ihre Links führen ausschließlich zu ${host}. Sehen Sie sich die Adresse an, bevor Sie einen Link öffnen.`,
      claim:
        'Sie nennen den Partner, die Produkte und eine Vorgangsnummer, die mit „ca-“ beginnt. Die Seite hinter dem Link zeigt dieselben Angaben.',
      never: 'Sie bitten nur um Ihre Antwort: nie um ein Kennwort, eine Zahlung, eine Datei oder eine Anmeldung.',
      unsure: (contact) =>
        `Wenn Sie nicht sicher sind, öffnen Sie den Link nicht. Schreiben Sie mit der Vorgangsnummer an ${contact}, oder rufen Sie den Partner unter einer Nummer an, die Sie bereits kennen.`,
    },
    answer: {
      heading: 'Wie Sie antworten',
      code: 'Bei manchen Anfragen senden wir anschließend einen sechsstelligen Code an dieselbe Adresse, den die Seite abfragt. Geben Sie den Code an niemanden weiter.',
      text: 'Auf der Seite hinter dem Link können Sie zustimmen, ablehnen, dem Partner eine Frage stellen oder mitteilen, dass Sie nicht die richtige Ansprechperson sind oder die Anfrage nicht erwartet haben. Das Öffnen der Seite entscheidet nichts. Solange eine Frage auf ihre Antwort wartet, läuft die Frist nicht weiter. In der E-Mail steht, bis wann Sie antworten können und was geschieht, wenn Sie nicht antworten.',
    },
    leave: {
      heading: 'Wie Sie die Zuordnung später beenden',
      text: 'Sie können Ihre Zustimmung später ohne Angabe von Gründen widerrufen. Verwenden Sie dazu den Link in der Bestätigung, die Sie nach Ihrer Antwort erhalten haben; dort steht auch, wie lange er gilt. Die Zuordnung endet dann sofort, und der Partner wird informiert.',
      lost: (contact) =>
        `Wenn Sie die Bestätigung nicht mehr haben oder der Link abgelaufen ist, schreiben Sie mit der Vorgangsnummer an den Partner oder an ${contact}.`,
    },
  },
};
