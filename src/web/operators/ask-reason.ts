import { createContext, useContext } from 'react';

/** What an operator is about to do. */
export type AskedAction = {
  /** On the buttons. */
  name: string;
  title: string;
  /** What it does. */
  text: string;
  /** A further field that may stay empty. */
  further?: { label: string; hint: string };
  /** Carries it out, and resolves with what to say about it; a refusal is thrown. */
  run: (reason: string, further: string) => Promise<string>;
  onDone: (said: string) => void;
};

export const AskReasonContext = createContext<(action: AskedAction) => void>(() => {});

/** Asks for the reason of an action, and carries it out. */
export const useAskReason = () => useContext(AskReasonContext);
