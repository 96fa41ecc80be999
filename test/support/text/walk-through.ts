/** Reads and runs the requests of `docs/api-walk-through.md`. */

export type Step = { request: Message; answer: Message };
type Message = { line: string; headers: [string, string][]; body: string };
/** What the text calls its values. */
export type Values = Map<string, string>;

const messageOf = (text: string): Message => {
  const [head = '', ...rest] = text.split('\n\n');
  const [line = '', ...headers] = head.split('\n');
  return {
    line,
    headers: headers.map((header) => {
      const [name = '', ...value] = header.split(': ');
      return [name, value.join(': ')];
    }),
    body: rest.join('\n\n').trimEnd(),
  };
};

/** The fenced blocks of a language, in order. */
export const blocksOf = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(/^```(\w+)\n(.*?)\n```$/gms)].flatMap(([, found, text = '']) =>
    found === language ? [text] : [],
  );

/** Requests, each with the answer that follows it. */
export const stepsOf = (markdown: string): Step[] => {
  const steps: Step[] = [];
  let request: Message | undefined;
  for (const message of blocksOf(markdown, 'http').map(messageOf)) {
    if (!message.line.startsWith('HTTP/')) {
      if (request !== undefined) throw new Error(`No answer follows: ${request.line}`);
      request = message;
      continue;
    }
    if (request === undefined) throw new Error(`No request before: ${message.line}`);
    steps.push({ request, answer: message });
    request = undefined;
  }
  if (request !== undefined) throw new Error(`No answer follows: ${request.line}`);
  return steps;
};

/** Text with its values put in. */
export const filled = (text: string, values: Values): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`Nothing is known of {{${name}}}.`);
    return value;
  });

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Whether text fits a template: `…` is anything, a name that is not known yet gets its value. */
const textFits = (template: string, text: string, values: Values): boolean => {
  const names: string[] = [];
  const whole = /^\{\{\w+\}\}$/.test(template);
  const pattern = template.split(/(\{\{\w+\}\}|…)/).map((part) => {
    if (part === '…') return '[^]*?';
    const name = /^\{\{(\w+)\}\}$/.exec(part)?.[1];
    if (name === undefined) return escaped(part);
    const known = values.get(name);
    if (known !== undefined) return escaped(known);
    names.push(name);
    return whole ? '([^]+)' : '([^\\s"<>]+)';
  });
  const found = new RegExp(`^${pattern.join('')}$`).exec(text);
  if (found === null) return false;
  for (const [index, name] of names.entries()) values.set(name, found[index + 1] ?? '');
  return true;
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Where a JSON value differs from a template, as a path; undefined when it fits. */
const difference = (template: unknown, value: unknown, values: Values, path = ''): string | undefined => {
  if (typeof template === 'string') {
    return typeof value === 'string' && textFits(template, value, values)
      ? undefined
      : `${path} is ${JSON.stringify(value)}`;
  }
  if (Array.isArray(template)) {
    const open = template.at(-1) === '…';
    const items = open ? template.slice(0, -1) : template;
    if (!Array.isArray(value) || value.length < items.length || (!open && value.length > items.length)) {
      return `${path} has ${Array.isArray(value) ? value.length : 'no'} items`;
    }
    return items.map((item, at) => difference(item, value[at], values, `${path}/${at}`)).find((text) => text);
  }
  if (isObject(template)) {
    if (!isObject(value)) return `${path} is ${JSON.stringify(value)}`;
    return Object.entries(template)
      .map(([key, part]) => difference(part, value[key], values, `${path}/${key}`))
      .find((text) => text);
  }
  return template === value ? undefined : `${path} is ${JSON.stringify(value)}`;
};

/** How an answer differs from the one in the text; undefined when it is as told. New values are entered into `values`. */
export const answerDifference = async (
  told: Message,
  answer: Response,
  values: Values,
): Promise<string | undefined> => {
  const text = await answer.text();
  const status = Number(told.line.split(' ')[1]);
  if (answer.status !== status) return `status is ${answer.status}: ${text.slice(0, 300)}`;
  for (const [name, template] of told.headers) {
    const value = answer.headers.get(name) ?? '';
    if (!textFits(template, value, values)) return `${name} is ${value}`;
  }
  if (told.body === '') return undefined;
  if (told.body.startsWith('{')) return difference(JSON.parse(told.body), JSON.parse(text), values);
  const lines = text.replaceAll('\r\n', '\n').trimEnd();
  return textFits(told.body, lines, values) ? undefined : `the body is ${lines.slice(0, 300)}`;
};
