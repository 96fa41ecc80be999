import { PageHead } from '../parts/page.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { useWords } from '../words/words-context.ts';

/** At an address that there is not. */
export const MissingPage = () => {
  const { shell } = useWords();
  return (
    <>
      <PageHead title={shell.missingTitle} lead={shell.missing} />
      <RouterLink to="/">{shell.toStart}</RouterLink>
    </>
  );
};
