const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** What a reader sees of HTML. */
export const visibleText = (markup: string): string =>
  (markup.split('<body')[1] ?? '')
    .replaceAll(/^[^>]*>|<[^>]*>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

/** Letters and digits alone: layout, bullets and colons differ between the parts of a mail. */
export const wordsOnly = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
