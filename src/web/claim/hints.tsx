import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Claim, Hint } from '../../../client/generated.ts';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';

/** Advice about a claim, of the kinds that have their place here. It never blocks. */
export const Hints = ({ claim: { hints }, about }: { claim: Claim; about: Hint['code'][] }) => {
  const words = useClaimWords();
  const formats = useFormats();
  return hints
    .filter(({ code }) => about.includes(code))
    .map(({ code, message, until }) => (
      <MessageBar key={code} intent="info" layout="multiline">
        <MessageBarBody>{words.hints?.[code](until === undefined ? '' : formats.day(until)) ?? message}</MessageBarBody>
      </MessageBar>
    ));
};
