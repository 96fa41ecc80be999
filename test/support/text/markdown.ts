/** Reads Markdown as far as the documents' tests need it. */

const withoutBlocks = (text: string): string =>
  text.replaceAll(/^(```|~~~).*?^\1$/gms, '').replaceAll(/<!--.*?-->/gs, '');

/** Lines that a writer wraps by hand: no code, no tables, no line that a long link alone makes long. */
export const proseLines = (text: string): string[] =>
  withoutBlocks(text)
    .split('\n')
    .filter((line) => !line.startsWith('|') && !/^\s*(?:- )?\[[^\]]+\]\(\S+\):?$/.test(line));

/** The cells of all tables, rulers left out. */
export const cellsOf = (text: string): string[] =>
  withoutBlocks(text)
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[-|: ]+\|$/.test(line))
    .flatMap((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );

/** The mean length of a sentence in words. A paragraph, an item of a list and a heading end one; tables do not count. */
export const meanSentence = (text: string): number => {
  const prose = proseLines(text)
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\n(?=\s*(?:-|\d+\.) )/g, '\n\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1');
  const sentences = prose
    .split(/\n{2,}/)
    .flatMap((paragraph) => paragraph.replaceAll('\n', ' ').split(/(?<=[.!?:])\s+(?=[A-Z`*])/))
    .map((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length)
    .filter((words) => words > 0);
  return sentences.reduce((sum, words) => sum + words, 0) / sentences.length;
};
