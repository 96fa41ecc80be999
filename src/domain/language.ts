/** Languages of what the customer sees: mails and the decision page. BCP 47 tags; the first is the default. */
export const languages = ['en', 'de', 'fr', 'es', 'ja', 'pt-BR'] as const;
export type Language = (typeof languages)[number];
