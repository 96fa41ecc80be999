import { claim } from './operators/claim.ts';
import { frame } from './operators/frame.ts';
import { inFlight } from './operators/in-flight.ts';
import { ledger } from './operators/ledger.ts';
import { lists } from './operators/lists.ts';
import { log } from './operators/log.ts';
import { overview } from './operators/overview.ts';
import { process } from './operators/process.ts';
import { reason } from './operators/reason.ts';
import { redrive } from './operators/redrive.ts';
import { request } from './operators/request.ts';
import { tables } from './operators/tables.ts';
import { throughput } from './operators/throughput.ts';

/** What operators read. */
export const operators = {
  ...frame,
  ...overview,
  throughput,
  ...inFlight,
  ...redrive,
  ...reason,
  ...tables,
  claim,
  process,
  request,
  ledger,
  ...lists,
  log,
};

export type OperatorWords = typeof operators;
