import type { HttpRequest } from '@azure/functions';
import * as z from 'zod';
import { typedCode } from '../../domain/request/answer-code.ts';
import { cleanLines, codePointOf, unstorableAt } from '../../lib/clean-text.ts';
import { paragraph } from '../../lib/fields.ts';
import { parse } from '../../lib/parse.ts';
import { Problem } from '../../lib/result.ts';
import type { Words } from '../../words/en.ts';
import { readText } from '../request-body.ts';

const maxFormBytes = 16 * 1024;
/** The longest text that the customer may add, in characters. */
export const maxTextLength = 1000;
const text = paragraph(maxTextLength);

/** What the form's `decision` may be. */
const choice = z.enum(['approve', 'decline', 'not-me', 'not-expected', 'ask', 'take-back']);
export type Choice = z.infer<typeof choice>;

/** What the customer sent. `seen`: what the page said about who holds it. `code`: as typed; `again`: a new one is wanted. */
export type CustomerReply = { choice: Choice; text?: string; seen: string; code?: string; again?: true };

/** Why it cannot be taken, and what the customer need not type again. */
export type FormError = {
  error: keyof Words['page']['formErrors'] | keyof Words['question']['faults'];
  choice?: Choice;
  text: string;
};

const isForm = (request: HttpRequest): boolean =>
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get('content-type') ?? '');

/** The answer in the form, or its error. */
export const readReply = async (request: HttpRequest): Promise<CustomerReply | FormError> => {
  const unreadable = { error: 'unreadable', text: '' } as const;
  const body = await readText(request, maxFormBytes);
  if (body instanceof Problem || !isForm(request)) return unreadable;
  const form = new URLSearchParams(body);
  // Our form sends each field once. With two answers, no one can say which one the customer saw.
  if ([...form.keys()].some((name) => form.getAll(name).length > 1)) return unreadable;
  const given = cleanLines(form.get('reason') ?? '');
  const chosen = parse(choice, form.get('decision'));
  if (chosen instanceof Problem) return { error: 'no-choice', text: given };
  if (chosen === 'take-back' && form.get('confirmed') !== 'yes') {
    return { error: 'not-confirmed', choice: chosen, text: given };
  }
  const seen = form.get('seen') ?? '';
  const code = form.get('code');
  const reply: CustomerReply = {
    choice: chosen,
    seen,
    ...(code === null ? {} : { code: typedCode(code) }),
    ...(form.get('again') === 'yes' ? { again: true } : {}),
  };
  if (given === '') return chosen === 'ask' ? { error: 'question-missing', choice: chosen, text: '' } : reply;
  const checked = parse(text, given);
  if (!(checked instanceof Problem)) return { ...reply, text: checked };
  return { error: checked.code === 'too-long' ? 'text-too-long' : 'text-characters', choice: chosen, text: given };
};

/** What is wrong with the form, and what to do: a text is measured, and a character that cannot be stored is named. */
export const formErrorText = ({ error, text }: FormError, { page, question, sentences }: Words): string => {
  const what = { ...page.formErrors, ...question.faults }[error];
  const found = unstorableAt(text);
  if (error === 'text-too-long') return sentences(what, page.textLength(text.length));
  if (error !== 'text-characters' || found === undefined) return what;
  return sentences(what, page.textPlace(found.place, codePointOf(found.character)));
};
