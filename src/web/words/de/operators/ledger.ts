import type { LedgerWords } from '../../en/operators/ledger.ts';

export const ledger: LedgerWords = {
  title: 'Vormerkungen',
  lead: 'Was mit diesem Anspruch noch geschehen muss, was er reserviert hat und welcher Partner dafür zugeordnet ist, wie es gespeichert ist.',
  none: 'Nichts ist vorgemerkt und nichts reserviert.',
  kinds: {
    step: 'Nächster Schritt',
    draft: 'Liegengebliebener Entwurf',
    subscriptions: 'Prüfung der Abonnements',
    files: 'Mit dem Datensatz zu vergleichende Dateien',
    attention: 'Braucht Aufmerksamkeit',
    unverified: 'Ungeprüfter Kunde',
    asking: 'Angefragt',
    holding: 'Zugeordneter Partner',
    reservation: 'Reserviert',
    retention: 'Aufbewahrung',
  },
  due: (distance, when) => `Fällig für den Abgleich: ${distance} (${when}).`,
  sharedWith: 'Geteilt mit',
  alsoAskedBy: 'Andere Ansprüche darauf:',
  heldBy: (partner, isThis) => `${partner}${isThis ? ', mit diesem Anspruch' : ''}`,
  unknownPartner: 'Ein Partner, dessen Anspruch es nicht mehr gibt',
  takenAt: (when) => `seit ${when}`,
  over: (status, when) => `${status}; aufbewahrt ab ${when}.`,
  unverified: 'Der Kunde konnte bei der Einreichung nicht geprüft werden.',
};
