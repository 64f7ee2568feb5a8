/**
 * The subset of JSON Schema (draft 7) that schemas/ use for what crosses the push channel. The generator
 * refuses a keyword that is not listed here, so that none is ever ignored.
 */
export interface Schema {
  $ref?: string;
  $defs?: Readonly<Record<string, Schema>>;
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  const?: string | number | boolean | null;
  enum?: readonly string[];
  oneOf?: readonly (Schema | boolean)[];
  anyOf?: readonly (Schema | boolean)[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: 'uri';
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema | boolean;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema | boolean>>;
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  minProperties?: number;
  maxProperties?: number;
}

/** One way in which a value breaks a schema. */
export interface SchemaProblem {
  /** JSON pointer of the value. */
  pointer: string;
  keyword: string;
  /** What is wrong with it, to follow its name: `must be of type string`. */
  message: string;
}
