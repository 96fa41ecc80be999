import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Claim } from '../../../client/generated.ts';
import { useApi } from '../api/api-context.ts';
import { CommentForm } from '../comments/comment-form.tsx';
import { forgetUnsent, keepUnsent, type UnsentKey, unsentText } from '../comments/unsent.ts';
import { useClaimWords } from '../words/claim-words.ts';
import { useClaimChange } from './use-claim-change.ts';

const keyOf = (id: string, answers?: number): UnsentKey =>
  answers === undefined ? `comment.${id}` : `comment.${id}.reply.${answers}`;

/** A question that is settled takes no reply: what was typed for it is offered as a comment, unless there is one already. */
const keepAsComment = (id: string, answers: number): void => {
  const text = unsentText(keyOf(id, answers));
  if (text !== '' && unsentText(keyOf(id)) === '') keepUnsent(keyOf(id), text);
  forgetUnsent(keyOf(id, answers));
};

/** Writes a comment or, while a question waits, its reply. No comment becomes a reply. */
export const WriteComment = ({ claim: { id, question }, fieldId }: { claim: Claim; fieldId?: string }) => {
  const words = useClaimWords();
  const api = useApi();
  const { change } = useClaimChange(id);
  const asked = question?.comment;
  const isFirst = (): boolean => asked !== undefined && unsentText(keyOf(id)) === '';
  const [seen, setSeen] = useState(asked);
  const [wantsReply, setWantsReply] = useState(isFirst);
  const [hasSwitched, setHasSwitched] = useState(false);
  // A question that arrives while a comment is being typed leaves that comment where it is.
  if (seen !== asked) {
    if (seen !== undefined) keepAsComment(id, seen);
    setSeen(asked);
    setWantsReply(isFirst());
    setHasSwitched(false);
  }
  const switchTo = (reply: boolean): void => {
    setWantsReply(reply);
    setHasSwitched(true);
  };
  const send = (text: string, idempotencyKey: string, answers?: number) =>
    change.mutateAsync(async () => {
      const body = { text, ...(answers === undefined ? {} : { answers }) };
      const result = await api.call('addComment', { path: { id }, body, idempotencyKey });
      // Before the claim shows that its question is settled: a reply that was sent must not return as a comment.
      if (result.ok) forgetUnsent(keyOf(id, answers));
      return result;
    });
  if (asked !== undefined && wantsReply) {
    const storageKey = keyOf(id, asked);
    return (
      <CommentForm
        key={storageKey}
        storageKey={storageKey}
        hasFocus={hasSwitched}
        words={{ label: words.replyLabel, hint: words.replyHint, send: words.replySend, sent: words.replySent }}
        onSend={(text, idempotencyKey) => send(text, idempotencyKey, asked)}
        beside={
          <Button appearance="subtle" onClick={() => switchTo(false)}>
            {words.commentInstead}
          </Button>
        }
      />
    );
  }
  return (
    <CommentForm
      key={keyOf(id)}
      storageKey={keyOf(id)}
      hasFocus={hasSwitched}
      {...(fieldId === undefined ? {} : { fieldId })}
      words={{ label: words.commentLabel, hint: words.commentHint, send: words.send, sent: words.commentSent }}
      onSend={(text, idempotencyKey) => send(text, idempotencyKey)}
      beside={
        asked !== undefined && (
          <Button appearance="subtle" onClick={() => switchTo(true)}>
            {words.replyInstead}
          </Button>
        )
      }
    />
  );
};
