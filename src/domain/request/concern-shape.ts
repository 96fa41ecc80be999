/**
 * A reply of the contact with this address, sent with this version of the link. `text` names the right person or says why
 * the request was not expected.
 */
export type Concern = { kind: ConcernKind; at: string; linkVersion: number; email: string; text?: string };
export type ConcernKind = 'not-the-right-person' | 'not-expected';
