/** An OData filter. Every value becomes a quoted literal, whatever characters it has. */
export const odata = (texts: TemplateStringsArray, ...values: string[]): string =>
  String.raw({ raw: texts }, ...values.map((value) => `'${value.replaceAll("'", "''")}'`));
