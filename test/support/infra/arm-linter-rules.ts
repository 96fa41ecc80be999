import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** A file of a .NET program that is one file: its list has offset, size and compressed size, a kind, and the name after its length. */
const packedIn = (program: string, name: string): Buffer => {
  const bytes = readFileSync(program);
  const at = bytes.lastIndexOf(String.fromCharCode(name.length) + name);
  const number = (before: number): number => Number(bytes.readBigInt64LE(at - before));
  const [offset, packedSize] = [number(25), number(9)];
  return inflateRawSync(bytes.subarray(offset, offset + packedSize));
};

/** Words of the compiler that are written as rules are and are none. */
const others = [
  'bicep-params',
  'br-mock',
  'disable-diagnostics',
  'disable-next-line',
  'restore-diagnostics',
  'sentinel-placeholder',
];

/**
 * The rules that a Bicep compiler has. It cannot be asked for them, but each is a constant that its code also uses: a text
 * (UTF-16, after its length in bytes) once among the constants, and once among the texts of code, which are a byte longer.
 */
export const rulesOf = (compiler: string): string[] => {
  const library = packedIn(compiler, 'Azure.Bicep.Core.dll').toString('latin1');
  const found = [...library.matchAll(/(?:[a-z]\0)(?:[a-z0-9-]\0){3,}/g)].map(({ 0: { length }, 0: text, index }) => ({
    word: text.replaceAll('\0', ''),
    more: library.charCodeAt(index - 1) - length,
  }));
  const words = (more: number) => new Set(found.filter((one) => one.more === more).map(({ word }) => word));
  const used = words(1);
  return [...words(0)].filter((word) => used.has(word) && word.includes('-') && !others.includes(word)).toSorted();
};
