import { createHash } from 'node:crypto';
import { FORBIDDEN_KEYS, isJsonObject } from '../../../contract/encoding/json.js';
import { child, type SpecNode } from '../document/node.js';
import { parsePointer } from '../document/pointer.js';
import type { SpecDocument } from '../document/spec-document.js';
import type { SchemaMode } from './schema-mode.js';

const COMPONENT = /^\/(?:components\/schemas|definitions)\/[^/]+$/;
const MAX_LENGTH = 64;

/**
 * Makes the function that names shared schemas. A component keeps its own name, made safe, unless another component would
 * get the same one; everything else has a hash of where it stands. A name depends on the document's components alone, not on
 * what is referred to. Inputs and outputs of one component differ, so inputs are marked.
 */
export function createNamer(document: SpecDocument): (target: SpecNode, mode: SchemaMode) => string {
  const counts = new Map<string, number>();
  for (const name of componentNames(document).map(safeName)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (target, mode) => {
    const safe = safeName((parsePointer(target.pointer) ?? []).at(-1) ?? 'schema');
    const name = mode === 'output' ? safe : `${safe}_${mode}`;
    const isComponent = target.file === document.root.file && COMPONENT.test(target.pointer);
    const isFree = counts.get(safe) === 1 && (mode === 'output' || !counts.has(name)) && !FORBIDDEN_KEYS.has(name);
    return isComponent && isFree ? name : `${name}_${hashOf(target)}`;
  };
}

function componentNames({ root }: SpecDocument): string[] {
  const components = child(root, 'components');
  const schemas = components ? child(components, 'schemas') : child(root, 'definitions');
  return isJsonObject(schemas?.value) ? Object.keys(schemas.value) : [];
}

function safeName(name: string): string {
  return name.replace(/[^A-Za-z0-9_]+/g, '_').slice(0, MAX_LENGTH);
}

function hashOf({ file, pointer }: SpecNode): string {
  return createHash('sha256').update(`${file.path}#${pointer}`).digest('hex').slice(0, 12);
}
