/** "If `in` is `header` and the name is one of these, the parameter is ignored" (OpenAPI Specification, "Parameter Object"). */
const SPECIFIED = new Set(['accept', 'content-type', 'authorization']);

/** Headers that frame the message or name the connection: whoever sends it sets them. */
const MANAGED = new Set([
  'connection',
  'content-length',
  'cookie',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Whether the specification says that a header parameter of this name has no effect. */
export function isSpecifiedHeader(name: string): boolean {
  return SPECIFIED.has(name.toLowerCase());
}

/** Whether a header cannot be an argument because the HTTP client owns it. */
export function isManagedHeader(name: string): boolean {
  return MANAGED.has(name.toLowerCase());
}
