import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Claim } from '../../../client/generated.ts';
import { RouterLink } from '../parts/router-link.tsx';
import { useWizardWords } from '../words/wizard-words.ts';

/** What a copy could not take from the claim that it was made of. */
export const LeftOut = ({ claim: { copiedFrom, leftOut = [] } }: { claim: Claim }) => {
  const words = useWizardWords();
  if (leftOut.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.leftOut}</MessageBarTitle>
        <ul>
          {leftOut.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
        <RouterLink to={`/associations/${copiedFrom}`}>{words.toOriginal}</RouterLink>
      </MessageBarBody>
    </MessageBar>
  );
};
