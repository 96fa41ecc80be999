import type { Words } from '../en.ts';

export const signIn: Words['signIn'] = {
  title: 'Kundenzuordnungen',
  promise: 'Melden Sie die Kunden, die Sie betreuen, weisen Sie es nach und lassen Sie es bestätigen.',
  how: 'Melden Sie sich mit Ihrem Geschäftskonto an. Danach kommen Sie hierher zurück.',
  action: 'Anmelden',
  leaving: 'Die Anmeldeseite wird geöffnet …',
  failed: 'Die Anmeldeseite ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  notSetUp:
    'Die Anmeldung ist für dieses Portal noch nicht eingerichtet. Bitten Sie den Betreiber, FRONT_END_CLIENT_ID zu setzen.',
  expiredTitle: 'Ihre Anmeldung ist abgelaufen',
  expired: 'Melden Sie sich in einem kleinen Fenster wieder an. Alles Eingegebene bleibt auf dieser Seite.',
  expiredFailed:
    'Das hat nicht geklappt. Erlauben Sie dieser Seite, ein Fenster zu öffnen, und versuchen Sie es noch einmal.',
  again: 'Wieder anmelden',
};

export const shell: Words['shell'] = {
  product: 'Kundenzuordnungen',
  skip: 'Zum Inhalt springen',
  incentives: 'Incentives',
  overview: 'Übersicht',
  associations: 'Kundenzuordnungen',
  operations: 'Betrieb',
  menu: 'Menü',
  where: 'Sie sind hier',
  language: 'Sprache',
  theme: 'Darstellung',
  themes: { system: 'Wie dieses Gerät', light: 'Hell', dark: 'Dunkel' },
  account: (name) => `Konto von ${name}`,
  signOut: 'Abmelden',
  roles: {
    'Partner.Admin': 'Partneradministration',
    'Partner.Reader': 'Partner, nur lesen',
    Operator: 'Betrieb',
    Reviewer: 'Prüfung',
  },
  readOnly:
    'Sie können die Ansprüche Ihres Unternehmens lesen. Anlegen und ändern kann sie Ihre Partneradministration.',
  shortcuts: 'Tastenkürzel',
  keys: { n: 'Neue Kundenzuordnung', '/': 'Suchen', '?': 'Diese Tastenkürzel zeigen' },
  close: 'Schließen',
  cancel: 'Abbrechen',
  loading: 'Wird geladen …',
  tryAgain: 'Noch einmal versuchen',
  copied: 'Kopiert',
  failed: 'Das konnte nicht geladen werden.',
  offline: 'Sie sind offline, oder der Dienst ist nicht erreichbar. Was Sie sehen, kann veraltet sein.',
  unexpected:
    'Bei uns ist etwas schiefgegangen. Nichts Eingegebenes ist verloren. Versuchen Sie es gleich noch einmal.',
  trace: (id) => `Wenn es wieder vorkommt, nennen Sie diese Ablaufnummer: ${id}`,
  missingTitle: 'Unter dieser Adresse gibt es nichts',
  missing: 'Der Link ist vielleicht alt oder falsch geschrieben.',
  toStart: 'Zur Übersicht',
  notForPartners: 'Dieser Bereich ist für den Betrieb.',
  notForOperators: 'Dieser Bereich ist für Partner. Sie sind für den Betrieb angemeldet.',
};
