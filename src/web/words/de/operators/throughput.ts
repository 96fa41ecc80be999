import { counted } from '../../counted.ts';
import type { ThroughputWords } from '../../en/operators/throughput.ts';

export const throughput: ThroughputWords = {
  title: 'Die letzten 14 Tage',
  days: 'Die Tage gelten in UTC. Gelöschte Ansprüche sind nicht mitgezählt.',
  incomplete: 'Es haben sich mehr Ansprüche geändert, als hier gezählt werden. Die Zahlen sind also zu niedrig.',
  showTable: 'Zahlen als Tabelle zeigen',
  span: (from, to) => `${from} bis ${to}`,
  flow: {
    title: 'Eingereichte und abgeschlossene Ansprüche',
    none: 'In den letzten 14 Tagen wurde kein Anspruch eingereicht oder abgeschlossen.',
    submitted: 'Eingereicht',
    completed: 'Abgeschlossen',
    sum: (submitted, completed) => `${submitted} eingereicht, ${completed} abgeschlossen`,
    lead: 'Abgeschlossen ist ein Anspruch, dem der Kunde zugestimmt hat oder der abgelehnt, abgelaufen oder zurückgezogen ist.',
  },
  time: {
    title: 'Zeit bis zur Entscheidung',
    none: 'In den letzten 14 Tagen hat kein Kunde entschieden.',
    median: 'Median',
    longest: 'Längste',
    answers: 'Antworten',
    sum: (answers, median, longest) =>
      `${counted(answers, 'Antwort', 'Antworten')}, Median ${median}, längste Zeit ${longest}`,
    noAnswer: 'keine Antwort',
    lead: 'Von der Einreichung bis zur Antwort des Kunden, am Tag der Antwort.',
    unit: { hour: 'Stunden', day: 'Tage', minute: 'Minuten' },
  },
  day: 'Tag',
};
