import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { usePerson, useSession } from '../sign-in/session-context.ts';
import { type PortalLanguage, portalLanguages } from '../words/words.ts';
import { useLanguage } from '../words/words-context.ts';
import { type Appearance, useTheme } from './theme.ts';

const useStyles = makeStyles({
  who: { display: 'grid', padding: tokens.spacingHorizontalS },
  account: { '@media (max-width: 40rem)': { minWidth: 0 } },
  name: { '@media (max-width: 40rem)': { display: 'none' } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Who is signed in, language, appearance, and the way out. */
export const AccountMenu = () => {
  const styles = useStyles();
  const { language, words, choose: chooseLanguage } = useLanguage();
  const { shell } = words;
  const { appearance, choose: chooseAppearance } = useTheme();
  const session = useSession();
  const { name, email, roles } = usePerson();
  const checked = { language: [language], appearance: [appearance] };
  return (
    <Menu
      defaultOpen
      checkedValues={checked}
      onCheckedValueChange={(_event, { name: what, checkedItems }) => {
        const [chosen] = checkedItems;
        // The casts: the values of the items below.
        if (what === 'language') chooseLanguage(chosen as PortalLanguage);
        else chooseAppearance(chosen as Appearance);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.account}
          appearance="subtle"
          icon={<PersonRegular />}
          aria-label={shell.account(name)}
        >
          <span className={styles.name}>{name}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <div className={styles.who}>
          <Text weight="semibold">{name}</Text>
          <Text size={200} className={styles.quiet}>
            {email}
          </Text>
          <Text size={200} className={styles.quiet}>
            {roles.map((role) => shell.roles[role] ?? role).join(', ')}
          </Text>
        </div>
        <MenuList>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{shell.language}</MenuGroupHeader>
            {Object.entries(portalLanguages).map(([code, own]) => (
              <MenuItemRadio key={code} name="language" value={code} lang={code}>
                {own}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuGroup>
            <MenuGroupHeader>{shell.theme}</MenuGroupHeader>
            {Object.entries(shell.themes).map(([code, text]) => (
              <MenuItemRadio key={code} name="appearance" value={code}>
                {text}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuItem onClick={() => void session.signOut()}>{shell.signOut}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
