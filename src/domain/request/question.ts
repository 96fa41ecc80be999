import type { Claim } from '../claim.ts';
import { withTimeGivenBack } from './pause.ts';
import { consentWindow, type DatedPolicy } from './policy.ts';
import type { OpenQuestion } from './thread-shape.ts';

/**
 * A question of the customer contact to the partner, asked on the decision page. It is a comment of the thread; a
 * comment of the partner that names it is its reply and goes to the customer. Meanwhile the time to answer stands still, for one window at most. The customer
 * can approve or decline all the same. Silence never approves while a question has no reply.
 */

/** Most questions about one claim, whoever of the customer's contacts asks them. */
export const maxQuestions = 3;

const questionsOf = ({ comments }: Claim) => comments.filter(({ by }) => by.kind === 'customer');

export type QuestionRefusal = 'question-open' | 'no-questions-left' | 'question-too-late';

type Asking = { now: Date; policy: DatedPolicy; linkUntil: string };

/** The question that waits for its reply, if this is what it says: sent twice, it is asked once. */
export const isOpenQuestion = ({ question, comments }: Claim, text: string): boolean =>
  comments.some((comment) => comment.id === question?.comment && comment.text === text);

/** Why the customer cannot ask now; undefined if they can. `question-too-late`: the link could expire before the deadline. */
export const questionRefusal = (claim: Claim, asking: Asking): QuestionRefusal | undefined => {
  if (claim.question !== undefined) return 'question-open';
  if (questionsOf(claim).length >= maxQuestions) return 'no-questions-left';
  const asked = { ...claim, question: openQuestion(claim, 0, asking) };
  const latest = withClockRunning(asked, new Date(asked.question.pausedUntil), asking.policy).request?.deadline;
  return latest !== undefined && latest >= asking.linkUntil ? 'question-too-late' : undefined;
};

/** Whether the form offers to ask. */
export const canAsk = (claim: Claim): boolean =>
  claim.question === undefined && questionsOf(claim).length < maxQuestions;

/** The question that comment `comment` is, from now on. */
export const openQuestion = (
  { customer }: Claim,
  comment: number,
  { now, policy }: Pick<Asking, 'now' | 'policy'>,
): Required<OpenQuestion> => ({
  comment,
  askedAt: now.toISOString(),
  pausedUntil: consentWindow(now, policy, customer).deadline.toISOString(),
});

/**
 * The claim after the pause of its question, which stays open. A pause ends at its last moment at the latest, however late that is
 * noticed.
 */
export const withClockRunning = (claim: Claim, now: Date, policy: DatedPolicy): Claim => {
  const { question } = claim;
  if (question?.pausedUntil === undefined) return claim;
  const { pausedUntil, ...open } = question;
  const at = new Date(Math.min(now.getTime(), Date.parse(pausedUntil)));
  return { ...withTimeGivenBack(claim, { since: question.askedAt, at, policy }), question: open };
};

/** The claim without a question that waits: it was answered, or is settled by what came first. */
export const withoutQuestion = ({ question, ...claim }: Claim): Claim => claim;

/** The claim of a new request: its window starts over, and the question still waits. */
export const withoutPause = ({ question, ...claim }: Claim): Claim => {
  if (question === undefined) return claim;
  const { pausedUntil, ...open } = question;
  return { ...claim, question: open };
};

/** The questions with their replies, oldest first. */
export const questionsAndReplies = (claim: Claim) =>
  questionsOf(claim).map((question) => ({
    question,
    reply: claim.comments.find(({ answers }) => answers === question.id),
  }));
