import { useEffect } from 'react';
import { fieldId } from './draft/draft-context.ts';

const controls = 'input, select, textarea, button';

/** The control of the field at a path, or of the nearest field above it: of `products.0.code` that is `products`. */
const controlOf = (path: string): HTMLElement | undefined => {
  const parts = path.split('.');
  while (parts.length > 0) {
    const field = document.getElementById(fieldId(parts.join('.')));
    if (field !== null) {
      const control = field.matches(controls)
        ? field
        : (field.querySelector<HTMLElement>('input:checked') ?? field.querySelector<HTMLElement>(controls));
      return control ?? field;
    }
    parts.pop();
  }
  return undefined;
};

/** Puts the focus into the field of a path. False where the page has no such field. */
export const focusField = (path: string): boolean => {
  const control = controlOf(path);
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
  return control !== undefined;
};

/** Puts the focus into a field as soon as the page has it: some wait for the catalogue. */
export const useFocusOn = (path: string | null): void => {
  useEffect(() => {
    if (path === null) return undefined;
    const watch = new MutationObserver(() => {
      if (focusField(path)) watch.disconnect();
    });
    // After the shell, which puts the focus on a page that opens.
    const frame = requestAnimationFrame(() => {
      if (!focusField(path)) watch.observe(document.body, { childList: true, subtree: true });
    });
    return () => {
      cancelAnimationFrame(frame);
      watch.disconnect();
    };
  }, [path]);
};
