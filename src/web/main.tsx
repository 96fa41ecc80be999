import { createRoot } from 'react-dom/client';
import { App } from './shell/app.tsx';
import { StartFailed } from './shell/start-failed.tsx';
import { readPortalSettings } from './sign-in/portal-settings.ts';
import { Session } from './sign-in/session.ts';
import { loadWords, preferredLanguage } from './words/words.ts';

const start = async (): Promise<void> => {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no root.');
  const root = createRoot(element);
  const language = preferredLanguage();
  document.documentElement.lang = language;
  const words = await loadWords(language);
  try {
    const settings = await readPortalSettings();
    const session = new Session(settings);
    const address = await session.restore();
    if (address !== undefined) history.replaceState(null, '', address);
    root.render(<App settings={settings} session={session} language={language} words={words} />);
  } catch {
    root.render(<StartFailed words={words} />);
  }
};

void start();
