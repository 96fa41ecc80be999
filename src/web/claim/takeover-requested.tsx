import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { Claim } from '../../../client/generated.ts';
import { useApi } from '../api/api-context.ts';
import { usePerson } from '../sign-in/session-context.ts';
import { useClaimWords } from '../words/claim-words.ts';
import { useClaimChange } from './use-claim-change.ts';

/** Says that another partner asked the customer to take over, until the partner has marked that as read. */
export const TakeoverRequested = ({ claim: { id, attentionReasons } }: { claim: Claim }) => {
  const words = useClaimWords();
  const api = useApi();
  const { roles } = usePerson();
  const { change } = useClaimChange(id);
  if (!attentionReasons.some(({ code }) => code === 'takeover-requested')) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{words.takeoverRequested}</MessageBarBody>
      {roles.includes('Partner.Admin') && (
        <MessageBarActions>
          <Button
            size="small"
            disabledFocusable={change.isPending}
            onClick={() => change.mutate(() => api.call('readComments', { path: { id } }))}
          >
            {words.markRead}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
};
