import { child, memberValue, type SpecNode } from '../document/node.js';
import type { Resolver } from '../document/resolver.js';
import type { MediaChoice } from './media-kind.js';
import { bodyKindOfSchema } from './schema-kind.js';

/**
 * How a form or multipart body is sent whose schema is no object: fields need names. A form that is documented as a text is
 * written by the caller, and files of a multipart body get a name; `undefined` for anything else.
 */
export function choiceForRoot(choice: MediaChoice, schema: SpecNode, resolver: Resolver): MediaChoice | undefined {
  if (choice.kind !== 'form' && choice.kind !== 'multipart') return choice;
  const followed = resolver.follow(schema);
  const type = followed.ok ? memberValue(followed.node, 'type') : undefined;
  if (!followed.ok || (type !== 'string' && type !== 'array')) return choice;
  if (choice.kind === 'form') return type === 'string' ? { ...choice, kind: 'text' } : undefined;
  const file = type === 'array' ? child(followed.node, 'items') : followed.node;
  return file && bodyKindOfSchema(file, resolver) === 'file' ? choice : undefined;
}
