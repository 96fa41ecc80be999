import { Notice } from '../parts/notice.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { useWords } from '../words/words-context.ts';

/** At an address that there is not. */
export const MissingPage = () => {
  const { shell } = useWords();
  return (
    <Notice title={shell.missingTitle} text={shell.missing}>
      <RouterLink to="/">{shell.toStart}</RouterLink>
    </Notice>
  );
};
