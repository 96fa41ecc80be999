/** Where what was typed is kept over a reload. Begins with `comment.`, by which signing out forgets it. */
export type UnsentKey = `comment.${string}`;

/** What was typed and not sent. */
export const unsentText = (key: UnsentKey): string => sessionStorage.getItem(key) ?? '';
export const keepUnsent = (key: UnsentKey, text: string): void => sessionStorage.setItem(key, text);
export const forgetUnsent = (key: UnsentKey): void => sessionStorage.removeItem(key);
