import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({ bar: { marginBottom: tokens.spacingVerticalM } });

/** What the last action did. A screen reader has been told already. */
export const DoneBar = ({ text }: { text: string }) => {
  const styles = useStyles();
  if (text === '') return null;
  return (
    <MessageBar intent="success" layout="multiline" className={styles.bar}>
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
};
