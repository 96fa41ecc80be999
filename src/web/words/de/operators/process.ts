import type { ProcessWords } from '../../en/operators/process.ts';

export const process: ProcessWords = {
  resume: 'Ablauf fortsetzen',
  resumeText: 'Der Ablauf geht dort weiter, wo er angehalten wurde.',
  resumed: 'Der Ablauf geht weiter.',
  restart: 'Ablauf neu starten',
  restartText:
    'Beendet den angehaltenen Ablauf und startet ihn anhand des Anspruchs neu. Nichts wird zweimal gesendet.',
  restarted: 'Der Ablauf ist neu gestartet.',
};
