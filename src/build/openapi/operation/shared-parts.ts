import type { BodyTemplate } from '../../../contract/request/request-template.js';
import type { Field } from './body-fields.js';
import type { Parameter } from './parameter.js';

/**
 * What operations of one document share, read once: the parameters of a path, and what stands behind a reference. Keyed by the
 * value in the document, which is one object wherever it is met. Nothing of it may be changed by who gets it.
 */
export interface SharedParts {
  parameters: Map<unknown, Parameter>;
  /** By kind of body; `undefined` for what is no plain object. */
  fields: Record<BodyTemplate['kind'], Map<unknown, Field[] | undefined>>;
}

/** Makes an empty memory. */
export function createSharedParts(): SharedParts {
  const fields = { json: new Map(), form: new Map(), multipart: new Map(), text: new Map(), binary: new Map() };
  return { parameters: new Map(), fields };
}
