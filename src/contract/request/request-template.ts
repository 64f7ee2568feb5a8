/** Where a parameter goes. */
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

/** Serialisation styles of the OpenAPI Specification, section "Style Values". */
export type ParameterStyle = 'matrix' | 'label' | 'simple' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';

/** One parameter: which argument it takes and how its value is written. */
export interface ParameterTemplate {
  in: ParameterPlace;
  /** Name on the wire. */
  name: string;
  /** Path of the value in the arguments, such as `["id"]` or `["query", "id"]`. */
  at: string[];
  required: boolean;
  style: ParameterStyle;
  explode: boolean;
  /** Query only: reserved characters stay as they are. */
  allowReserved?: true;
  /** Set for a `content` parameter: the value is serialised as this media type. */
  contentType?: string;
}

/** One field of a body whose properties are arguments of their own. */
export interface BodyField {
  /** Property name on the wire. */
  name: string;
  at: string[];
  required: boolean;
  style?: ParameterStyle;
  explode?: boolean;
  allowReserved?: true;
  /** Media type of this field: JSON types are serialised, anything else is sent as text. */
  contentType?: string;
  /** A file: the argument is `{ base64, filename?, contentType? }` (multipart), or base64 text. */
  binary?: true;
}

/** How the body is made. Exactly one of `at` (the whole body is one argument) and `fields`. */
export interface BodyTemplate {
  kind: 'json' | 'form' | 'multipart' | 'text' | 'binary';
  contentType: string;
  required: boolean;
  at?: string[];
  fields?: BodyField[];
}

/** How an operation's arguments become a request: data, not code. */
export interface RequestTemplate {
  method: string;
  /** Absolute base URL, without a trailing slash; its origin is in the service's `origins`. */
  server: string;
  /** Path with `{name}` where a path parameter goes. */
  path: string;
  parameters: ParameterTemplate[];
  body?: BodyTemplate;
  /** Value of the `Accept` header. */
  accept: string;
  /**
   * Scheme names: any one of the outer list, all of the inner (OpenAPI "Security Requirement Object").
   * An empty outer list means that nothing is sent.
   */
  security: string[][];
}

/** A body and the header that says what it is. */
export interface RenderedBody {
  contentType: string;
  content: string | Uint8Array<ArrayBuffer>;
}

/** A request, ready to be sent once security and a user agent are added. */
export interface BuiltRequest {
  method: string;
  /** Absolute; its origin is the origin of the template's server. */
  url: string;
  headers: [string, string][];
  body?: string | Uint8Array<ArrayBuffer>;
}

/** Why an argument cannot be sent, in words that let an agent repair it. */
export interface RequestProblem {
  /** The argument, such as `id` or `query.limit`. */
  parameter: string;
  message: string;
}

/** The outcome of interpreting a request template. */
export type RequestOutcome = { ok: true; request: BuiltRequest } | { ok: false; problems: RequestProblem[] };
