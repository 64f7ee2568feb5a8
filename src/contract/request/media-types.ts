const JSON_TYPE = /^[^/;]+\/(?:[^/;]+\+)?json$/i;

/** A media type without parameters, in lower case (RFC 9110 section 8.3.1). */
export function essence(mediaType: string): string {
  return (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Whether a media type is JSON: `application/json`, `text/json`, or any `+json` (RFC 6839). */
export function isJsonType(mediaType: string): boolean {
  return JSON_TYPE.test(essence(mediaType));
}
