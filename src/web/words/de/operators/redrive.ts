import { counted } from '../../counted.ts';
import type { RedriveWords } from '../../en/operators/redrive.ts';

export const redrive: RedriveWords = {
  plan: {
    nothing: 'Es ist nichts mehr zu tun, also gibt es nichts neu anzustoßen.',
    'clear-flag': 'Entfernt die Markierung. Sonst ist nichts mehr zu tun.',
    wake: 'Weckt den Ablauf, der den fälligen Schritt tut. Eine Markierung wird entfernt, nicht aber die einer Prüfung.',
    start: 'Startet den Ablauf neu; er macht beim gespeicherten Stand weiter. Eine Markierung wird entfernt.',
    'leave-suspended': 'Entfernt die Markierung. Der Ablauf ist angehalten: Setzen Sie ihn zuerst fort.',
  },
  redrive: 'Neu anstoßen',
  redriveOf: (id) => `${id} neu anstoßen`,
  redriven: (id) => `${id} wurde neu angestoßen.`,
  redriveMany: 'Viele neu anstoßen',
  redriveManyText: {
    stuck:
      'Stößt alle hängenden Ansprüche neu an, je 50, bis keiner übrig ist. Ihr Grund steht danach im Verlauf jedes Anspruchs.',
    attention:
      'Entfernt die Markierung aller Ansprüche, die Aufmerksamkeit brauchen, und stößt sie neu an. Die Markierung einer Prüfung bleibt. Ihr Grund steht danach im Verlauf jedes Anspruchs.',
  },
  matching: 'Nur Ansprüche, deren englischer Grund diesen Text enthält',
  matchingHint: 'Leer lassen für alle. Groß- und Kleinschreibung ist egal.',
  redrivenMany: (done, refused) =>
    `${counted(done, 'Anspruch', 'Ansprüche')} neu angestoßen${refused === 0 ? '' : `, ${refused} abgelehnt`}.`,
};
