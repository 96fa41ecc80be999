import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { createContext, useContext, useState, useSyncExternalStore } from 'react';

export type Appearance = 'system' | 'light' | 'dark';
export type ThemeChoice = { appearance: Appearance; theme: Theme; choose: (appearance: Appearance) => void };

const key = 'customer-associations.appearance';
const dark = matchMedia('(prefers-color-scheme: dark)');

const remembered = (): Appearance => {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
};

const onChange = (react: () => void): (() => void) => {
  dark.addEventListener('change', react);
  return () => dark.removeEventListener('change', react);
};

/** Light or dark, as the device has it unless someone chose. */
export const useThemeChoice = (): ThemeChoice => {
  const [appearance, setAppearance] = useState(remembered);
  const isDeviceDark = useSyncExternalStore(onChange, () => dark.matches);
  const isDark = appearance === 'system' ? isDeviceDark : appearance === 'dark';
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  return {
    appearance,
    theme: isDark ? webDarkTheme : webLightTheme,
    choose: (chosen) => {
      localStorage.setItem(key, chosen);
      setAppearance(chosen);
    },
  };
};

export const ThemeContext = createContext<ThemeChoice | undefined>(undefined);

export const useTheme = (): ThemeChoice => {
  const choice = useContext(ThemeContext);
  if (choice === undefined) throw new Error('There is no theme around this component.');
  return choice;
};
