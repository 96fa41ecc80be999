import { createContext, useContext } from 'react';
import type { PortalSettings } from '../sign-in/portal-settings.ts';

export const SettingsContext = createContext<PortalSettings | undefined>(undefined);

export const useSettings = (): PortalSettings => {
  const settings = useContext(SettingsContext);
  if (settings === undefined) throw new Error('There are no settings around this component.');
  return settings;
};
