/** One structured line: what happened and to which claim. Never personal data, never a token. */
export type Log = (event: string, facts: Record<string, string | number>) => void;
