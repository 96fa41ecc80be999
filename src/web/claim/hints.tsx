import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Claim, Hint } from '../../../client/generated.ts';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';
import { StandingClaims } from './standing-claims.tsx';

/** What a draft has to know about claims for the same: of another partner, and of its own. */
export const holderHints = ['held-by-other-partner', 'own-claim-stands', 'own-claim-ending'] as const;

/** Advice about a claim, of the kinds that have their place here. */
export const Hints = ({ claim: { hints }, about }: { claim: Claim; about: readonly Hint['code'][] }) => {
  const words = useClaimWords();
  const formats = useFormats();
  return hints
    .filter(({ code }) => about.includes(code))
    .map(({ code, message, until, claim }) => (
      <MessageBar
        key={`${code} ${claim?.claimId}`}
        // A claim of one's own for the same is in the way; everything else is good to know.
        intent={claim === undefined ? 'info' : 'warning'}
        layout="multiline"
      >
        <MessageBarBody>
          {words.hints?.[code]?.(until === undefined ? '' : formats.day(until)) ?? message}{' '}
          {claim && <StandingClaims standing={[claim]} />}
        </MessageBarBody>
      </MessageBar>
    ));
};
