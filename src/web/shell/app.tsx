import { FluentProvider } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiContext, createApi } from '../api/api-context.ts';
import { createQueryClient } from '../api/queries.ts';
import { SettingsContext } from '../api/settings-context.ts';
import type { PortalSettings } from '../sign-in/portal-settings.ts';
import type { Session } from '../sign-in/session.ts';
import { SessionContext } from '../sign-in/session-context.ts';
import { SignInGate } from '../sign-in/sign-in-gate.tsx';
import { LanguageProvider } from '../words/language-provider.tsx';
import type { PortalLanguage, Words } from '../words/words.ts';
import { Pages } from './routes.tsx';
import { ThemeContext, useThemeChoice } from './theme.ts';

type Started = { settings: PortalSettings; session: Session; language: PortalLanguage; words: Words };

/** Everything around the pages: theme, language, sign-in, the API and what was read from it. */
export const App = ({ settings, session, language, words }: Started) => {
  const choice = useThemeChoice();
  const [api] = useState(() => createApi(settings, session));
  const [queries] = useState(createQueryClient);
  return (
    <ThemeContext value={choice}>
      <FluentProvider theme={choice.theme} style={{ minHeight: '100%' }}>
        <LanguageProvider initial={{ language, words }}>
          <SessionContext value={session}>
            <SettingsContext value={settings}>
              <ApiContext value={api}>
                <QueryClientProvider client={queries}>
                  <SignInGate isSetUp={settings.clientId !== undefined}>
                    <Pages />
                  </SignInGate>
                </QueryClientProvider>
              </ApiContext>
            </SettingsContext>
          </SessionContext>
        </LanguageProvider>
      </FluentProvider>
    </ThemeContext>
  );
};
