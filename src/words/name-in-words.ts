const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\u200e\u200f]/u;

/**
 * The name of a person within a sentence. A space after a full stop keeps mail programs from making a link of `Dr.Schmidt`; a
 * name that runs right to left, or has marks of direction, is isolated so that it turns nothing around it.
 */
export const nameInWords = (name: string): string => {
  const parted = name.replaceAll(/(?<=[\p{L}\p{N}])\.(?=\p{L}{2,})/gu, '. ');
  return rightToLeft.test(parted) ? `\u2068${parted}\u2069` : parted;
};
