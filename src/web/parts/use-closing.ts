import { useState } from 'react';

/** How long (ms) a dialog takes to leave, motion included. */
const leavingMs = 400;

/**
 * A dialog that is taken away while it is open leaves the page behind it hidden from screen readers: it is closed first, and
 * taken away when it has left.
 */
export const useClosing = (onClose: () => void): { open: boolean; close: () => void } => {
  const [open, setOpen] = useState(true);
  const close = (): void => {
    setOpen(false);
    setTimeout(onClose, leavingMs);
  };
  return { open, close };
};
