/** The arguments of the first call of `name` in an ARM expression, as they are written. */
export const argumentsOf = (expression: string, name: string): string[] => {
  const start = expression.indexOf(`${name}(`);
  if (start < 0) throw new Error(`No ${name}() in ${expression}`);
  const found = [''];
  let depth = 0;
  let isText = false;
  for (const sign of expression.slice(start + name.length + 1)) {
    if (sign === "'") isText = !isText;
    if (!isText && sign === ')' && depth === 0) return found.map((argument) => argument.trim());
    if (!isText && sign === '(') depth += 1;
    if (!isText && sign === ')') depth -= 1;
    if (!isText && sign === ',' && depth === 0) found.push('');
    else found[found.length - 1] += sign;
  }
  throw new Error(`${name}() does not end in ${expression}`);
};

/** A quoted text of an ARM expression, without the quotes. */
export const textOf = (argument: string): string => {
  const text = /^'(.*)'$/.exec(argument)?.[1];
  if (text === undefined) throw new Error(`Not a text: ${argument}`);
  return text;
};
