import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Schema = Record<string, unknown>;
/** The OpenAPI document, as far as its schemas are looked up in it. */
export type ApiDocument = { paths: object; components: object };

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** The schema with every object closed: what the document does not name is an error, though callers have to bear it. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inner && 'required' in inner && !('additionalProperties' in inner)
    ? { ...inner, additionalProperties: false }
    : inner;
};

/** Validates values by schemas inside a document; resolves pointers such as `#/components/schemas/Claim`. */
export const schemaChecks = (document: ApiDocument) => {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  // The cast: the package is CommonJS, whose types name the module and not the function in it.
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const answers = closed({ components: document.components, paths: document.paths });
  ajv.addSchema({ $id: 'api:closed', ...(isObject(answers) ? answers : {}) });
  const known = new Map<string, ValidateFunction>();
  /** What is wrong with a value, as text; empty when it fits the schema at `pointer`. */
  return (pointer: string, value: unknown): string => {
    const validate = known.get(pointer) ?? ajv.compile({ $ref: `api:closed${pointer}` });
    known.set(pointer, validate);
    return validate(value) ? '' : ajv.errorsText(validate.errors);
  };
};

/** A JSON pointer from its parts. */
export const pointerTo = (...parts: string[]): string =>
  `#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
