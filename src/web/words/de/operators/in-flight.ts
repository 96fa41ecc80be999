import { counted } from '../../counted.ts';
import type { InFlightWords } from '../../en/operators/in-flight.ts';

export const inFlight: InFlightWords = {
  states: {
    waiting: 'Wartend',
    due: 'Fällig binnen eines Tages',
    stuck: 'Hängend',
    attention: 'Braucht Aufmerksamkeit',
  },
  stateHints: {
    waiting: 'Der nächste Schritt ist noch nicht fällig. Es ist nichts zu tun.',
    due: 'Der nächste Schritt ist binnen eines Tages fällig oder überfällig. Der am längsten fällige kommt zuerst.',
    stuck: 'Ein Schritt ist überfällig. Der am längsten überfällige kommt zuerst.',
    attention: 'Wiederholen half nicht, oder jemand hat Bedenken gemeldet. Der Grund sagt, worum es geht.',
  },
  empty: {
    waiting: 'Kein Anspruch wartet.',
    due: 'Binnen eines Tages ist nichts fällig.',
    stuck: 'Nichts ist überfällig. Der Abgleich hat nichts zu reparieren.',
    attention: 'Kein Anspruch braucht Aufmerksamkeit.',
  },
  gone: 'Den Anspruch gibt es nicht mehr',
  attempts: (count) => (count === 1 ? 'Einmal angesehen' : `${count}-mal angesehen`),
  findings: {
    '': 'Überfällig; der Abgleich hat noch nicht nachgesehen',
    nudged: 'Der Ablauf wurde geweckt, der Schritt ist noch nicht getan',
    restarted: 'Der Ablauf war weg und wurde gestartet, der Schritt ist noch nicht getan',
    suspended: 'Der Ablauf ist angehalten',
  },
  onTime: 'Nichts ist überfällig',
  shown: (count) => counted(count, 'Anspruch', 'Ansprüche'),
};
