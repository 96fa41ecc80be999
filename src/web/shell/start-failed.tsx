import type { Words } from '../words/words.ts';

/** When not even the settings can be read: plain, since nothing else can be relied on. */
export const StartFailed = ({ words: { shell } }: { words: Words }) => (
  <main style={{ padding: '2rem' }}>
    <h1>{shell.product}</h1>
    <p role="alert">{shell.offline}</p>
    <button type="button" onClick={() => location.reload()}>
      {shell.tryAgain}
    </button>
  </main>
);
