import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useNavigate } from 'react-router';
import { usePerson } from '../sign-in/session-context.ts';
import { useWords } from '../words/words-context.ts';

/** Begins a claim. Shown only to those who may. */
export const NewClaimButton = () => {
  const { list } = useWords();
  const navigate = useNavigate();
  const { roles } = usePerson();
  if (!roles.includes('Partner.Admin')) return null;
  return (
    <Button
      appearance="primary"
      icon={<AddRegular />}
      title={list.createHint}
      onClick={() => void navigate('/associations/new')}
    >
      {list.create}
    </Button>
  );
};
