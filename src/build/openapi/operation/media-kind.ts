import { essence, isJsonType } from '../../../contract/request/media-types.js';
import type { BodyTemplate } from '../../../contract/request/request-template.js';

/** How a body of a media type is made, best for an agent first. */
const ORDER: BodyTemplate['kind'][] = ['json', 'form', 'multipart', 'text', 'binary'];

const TEXT =
  /^(?:text\/.+|application\/(?:.+\+)?(?:xml|yaml|x-yaml|graphql|javascript|sql|x-ndjson|jsonl|x-jsonlines|json-seq|toml))$/;

const YAML = /^(?:text|application)\/(?:.+\+|x-)?yaml$/;

/** A media type that a body can be sent as. */
export interface MediaChoice {
  kind: BodyTemplate['kind'];
  /** Concrete: ranges such as `image/*` are filled in. */
  contentType: string;
}

/** The kind and the concrete type for a media type or range; `undefined` when it is none. */
export function mediaChoice(mediaType: string, schemaIsStructured: boolean): MediaChoice | undefined {
  const type = essence(mediaType);
  if (!/^[^/\s]+\/[^/\s]+$/.test(type) || !/^[\x20-\x7e]+$/.test(mediaType)) return undefined;
  const contentType = mediaType.trim();
  // JSON is YAML too (YAML 1.2 section 1.3), and easier to fill.
  if (schemaIsStructured && YAML.test(type)) return { kind: 'json', contentType };
  if (isJsonType(type)) return { kind: 'json', contentType };
  if (type === 'application/x-www-form-urlencoded') return { kind: 'form', contentType: type };
  if (type.startsWith('multipart/')) return { kind: 'multipart', contentType: 'multipart/form-data' };
  if (type === 'text/*') return { kind: 'text', contentType: 'text/plain' };
  if (TEXT.test(type)) return { kind: 'text', contentType };
  const isRange = type.includes('*');
  // A structured value of a type nobody knows is most likely JSON under another name.
  if (schemaIsStructured) return { kind: 'json', contentType: isRange ? 'application/json' : contentType };
  return { kind: 'binary', contentType: isRange ? 'application/octet-stream' : contentType };
}

/** Compares two choices: the one that is easier to fill comes first. Types that are sent in one way are equal. */
export function compareChoices(a: MediaChoice, b: MediaChoice): number {
  return (
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
    plainness(a.contentType) - plainness(b.contentType) ||
    (a.contentType < b.contentType ? -1 : Number(a.contentType > b.contentType))
  );
}

/** An object says more easily what to merge than which patches to apply. */
function plainness(contentType: string): number {
  const rank = ['application/json', 'application/merge-patch+json'].indexOf(essence(contentType));
  return rank === -1 ? 2 : rank;
}
