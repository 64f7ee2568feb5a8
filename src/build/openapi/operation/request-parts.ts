import type { JsonValue } from '../../../contract/encoding/json.js';
import type { BodyField, BodyTemplate, ParameterTemplate } from '../../../contract/request/request-template.js';
import type { SpecNode } from '../document/spec-node.js';

/** A parameter in the words of 3.x, whatever the version of the document. */
export interface Parameter extends Omit<ParameterTemplate, 'at'> {
  schema: JsonValue;
}

/** A media type that a body can be sent as. */
export interface MediaChoice {
  kind: BodyTemplate['kind'];
  /** Concrete: ranges such as `image/*` are filled in. */
  contentType: string;
}

/** The body of an operation: arguments of its own, or one argument. */
export interface Body extends MediaChoice {
  required: boolean;
  fields?: Field[];
  /** Schema of the one argument, when there are no fields. */
  schema?: JsonValue;
}

/** A body as documented for one media type. */
export interface MediaVariant {
  mediaType: string;
  schema?: SpecNode;
  encoding?: SpecNode;
}

/** Every documented form of a body. */
export interface DocumentedBody {
  node: SpecNode;
  required: boolean;
  description?: string;
  variants: MediaVariant[];
}

/** A property of the body that is an argument of its own. */
export interface Field extends Omit<BodyField, 'at'> {
  schema: JsonValue;
}
