import type { LogWords } from '../../en/operators/log.ts';

export const log: LogWords = {
  lead: 'Was der Abgleich repariert hat und was der Betrieb über einzelne Ansprüche hinaus getan hat.',
  runs: 'Läufe des Abgleichs',
  runsLead: 'Der letzte Lauf und die, die etwas gefunden haben, der neueste zuerst.',
  noRuns: 'Der Abgleich ist noch nicht gelaufen',
  noRunsHint: 'Er sucht etwa jede Minute nach überfälligen Ansprüchen.',
  last: 'letzter Lauf',
  foundNothing: 'Nichts',
  finding: {
    'nothing-to-do': 'nichts zu tun',
    nudged: 'geweckt',
    restarted: 'neu gestartet',
    suspended: 'angehalten',
    failed: 'fehlgeschlagen',
    'draft-announced': 'Ablauf des Entwurfs angekündigt',
    'draft-cancelled': 'Entwurf verworfen',
    'subscription-announced': 'Ende des Abonnements angekündigt',
    'subscription-renewed': 'Abonnement verlängert',
    'subscription-ended': 'Abonnement beendet',
  },
  actions: 'Aktionen des Betriebs',
  actionsLead: 'Was einen einzelnen Anspruch betrifft, steht in dessen Verlauf.',
  noActions: 'Noch keine Aktionen',
  noActionsHint:
    'Viele Ansprüche neu anstoßen, eine Nachricht noch einmal verarbeiten oder verwerfen: Das steht hier mit seinem Grund.',
  kinds: {
    'redrive-all': 'Viele neu anstoßen',
    'replay-message': 'Nachricht noch einmal',
    'discard-message': 'Nachricht verwerfen',
  },
  outcomes: { done: 'Erledigt', 'message-not-found': 'Die Nachricht war weg' },
  cutOff: 'Im Gange oder abgebrochen',
};
