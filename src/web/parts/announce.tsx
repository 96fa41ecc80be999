import { makeStyles } from '@fluentui/react-components';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

const AnnounceContext = createContext<(text: string) => void>(() => {});

/** Says to a screen reader what has changed on the page: saves, uploads, a new status. */
export const useAnnounce = () => useContext(AnnounceContext);

export const Announcer = ({ children }: { children: ReactNode }) => {
  const styles = useStyles();
  const [text, setText] = useState('');
  const announce = useCallback((said: string) => setText(said), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" className={styles.hidden}>
        {text}
      </div>
    </AnnounceContext>
  );
};
