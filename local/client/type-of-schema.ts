/** JSON Schema as the OpenAPI document has it; only what this API uses. */
export type Schema = {
  $ref?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  format?: string;
};

const simple: Record<string, string> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

const isIdentifier = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name);
const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : String(value);
const union = (types: string[]): string => [...new Set(types)].join(' | ');
const indented = (text: string): string => text.replaceAll('\n', '\n  ');

/** A comment over a declaration, or nothing. */
export const commentOf = ({ description }: Schema): string =>
  description === undefined ? '' : `/** ${description.replaceAll('*/', '*\\/')} */\n`;

/** An object type of members that are written already. */
export const objectOf = (members: string[]): string =>
  members.length === 0 ? 'Record<string, never>' : `{\n  ${members.map(indented).join('\n  ')}\n}`;

const objectType = ({ properties, required = [], additionalProperties }: Schema): string => {
  if (properties === undefined) {
    const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
    return `Record<string, ${value}>`;
  }
  return objectOf(
    Object.entries(properties).map(([name, schema]) => {
      const key = isIdentifier(name) ? name : literal(name);
      return `${commentOf(schema)}${key}${required.includes(name) ? '' : '?'}: ${typeOf(schema)};`;
    }),
  );
};

const arrayType = (items: Schema | undefined): string => {
  const item = items === undefined ? 'unknown' : typeOf(items);
  return item.includes(' | ') ? `(${item})[]` : `${item}[]`;
};

/** The TypeScript type of what a schema accepts. */
export const typeOf = (schema: Schema): string => {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return union(schema.enum.map(literal));
  if (schema.anyOf !== undefined) return union(schema.anyOf.map(typeOf));
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => typeOf({ ...schema, type })));
  if (schema.type === 'object') return objectType(schema);
  if (schema.type === 'array') return arrayType(schema.items);
  const type = simple[schema.type ?? ''];
  // What has no type at all is anything; a type that is not known here would be taken for that.
  if (type === undefined && schema.type !== undefined) throw new Error(`No TypeScript type for '${schema.type}'.`);
  return type ?? 'unknown';
};
