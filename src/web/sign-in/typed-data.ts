/** Keys of what was typed and is not saved yet: drafts outlive the tab, comments don't. */
export const draftKeyPrefix = 'customer-associations.draft.';
const commentKeyPrefix = 'comment.';

const forget = (store: Storage, prefix: string): void => {
  for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key);
};

/** Removes the comments typed in this tab. Their keys name no person. */
export const forgetComments = (): void => forget(sessionStorage, commentKeyPrefix);

/** Removes everything typed in this browser, so that the next person does not see it. */
export const forgetTyped = (): void => {
  forget(localStorage, draftKeyPrefix);
  forgetComments();
};
