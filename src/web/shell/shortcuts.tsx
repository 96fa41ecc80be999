import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePerson } from '../sign-in/session-context.ts';

const ShortcutsDialog = lazy(async () => ({ default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog }));

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** The one field that searches on a page. */
export const searchFieldId = 'search';

/** `n` new association, `/` search, `?` what keys there are. */
export const Shortcuts = () => {
  const navigate = useNavigate();
  const { roles } = usePerson();
  // Undefined until it is first wanted; then it stays, and is closed rather than taken away.
  const [open, setOpen] = useState<boolean>();
  const mayCreate = roles.includes('Partner.Admin');
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
      if (event.key === 'n' && mayCreate) void navigate('/associations/new');
      else if (event.key === '?') setOpen(true);
      else if (event.key === '/') {
        const field = document.getElementById(searchFieldId);
        if (field) field.focus();
        else void navigate('/associations?focus=search');
      } else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [navigate, mayCreate]);
  return open !== undefined ? (
    <Suspense fallback={null}>
      <ShortcutsDialog open={open} onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
};
