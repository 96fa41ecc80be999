import type { LedgerWords } from '../../en/operators/ledger.ts';

export const ledger: LedgerWords = {
  title: 'Vormerkungen',
  lead: 'Was mit diesem Anspruch noch geschehen muss und was er reserviert hat, wie es gespeichert ist.',
  none: 'Nichts ist vorgemerkt und nichts reserviert.',
  kinds: {
    step: 'Nächster Schritt',
    draft: 'Liegengebliebener Entwurf',
    subscriptions: 'Prüfung der Abonnements',
    attention: 'Braucht Aufmerksamkeit',
    unverified: 'Ungeprüfter Kunde',
    subject: 'Beansprucht',
    reservation: 'Reserviert',
    retention: 'Aufbewahrung',
  },
  due: (distance, when) => `Fällig für den Abgleich: ${distance} (${when}).`,
  sharedWith: 'Geteilt mit',
  over: (status, when) => `${status}; aufbewahrt ab ${when}.`,
  unverified: 'Der Kunde konnte bei der Einreichung nicht geprüft werden.',
};
