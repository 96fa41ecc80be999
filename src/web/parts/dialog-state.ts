import { useEffect, useRef, useState } from 'react';

/** How long (ms) a dialog takes to leave, motion included. */
const leavingMs = 400;

/** Focuses what opened a dialog; the page itself where that is gone. Leaves the focus alone where it has moved on. */
const focusOpener = (opener: Element): void => {
  const { activeElement: active, body } = document;
  if (active !== null && active !== body && active.closest('[role=dialog], [role=alertdialog]') === null) return;
  const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== body;
  (isThere ? opener : document.getElementById('main'))?.focus();
};

/** Returns the focus to what had it when a dialog opened. Fluent does so only for its own triggers. */
export const useReturnFocus = (open: boolean): void => {
  const wasOpen = useRef(false);
  const opener = useRef<Element>(null);
  // Read while rendering: before any effect, the dialog has not taken the focus yet.
  if (open && !wasOpen.current) opener.current = document.activeElement;
  wasOpen.current = open;
  useEffect(() => {
    const { current } = opener;
    if (open || current === null) return;
    opener.current = null;
    // Not cancelled when the dialog is taken away: that is when the focus is lost.
    setTimeout(() => focusOpener(current), leavingMs);
  }, [open]);
};

type Asked<T> = { what: T; open: boolean; count: number };

/**
 * What a dialog asks about. A dialog that is taken away while it is open leaves the page behind it hidden from screen
 * readers: it stays, closed, until the next one. `count` is its key, so that each begins afresh.
 */
export const useAsked = <T>() => {
  const [asked, setAsked] = useState<Asked<T>>();
  return {
    asked,
    ask: (what: T): void => setAsked((former) => ({ what, open: true, count: (former?.count ?? 0) + 1 })),
    close: (): void => setAsked((former) => former && { ...former, open: false }),
  };
};
