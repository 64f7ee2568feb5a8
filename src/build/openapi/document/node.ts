import type { JsonObject, JsonValue } from '../../../contract/encoding/json.js';
import { escapePointer, isJsonObject } from '../../../contract/encoding/json.js';
import type { SourceFile } from './source-file.js';

/** A value of a document and where it stands. */
export interface SpecNode {
  value: JsonValue | undefined;
  file: SourceFile;
  /** JSON pointer within the file (RFC 6901). */
  pointer: string;
}

/** The member of an object by its own key, or the item of an array; `undefined` when there is none. */
export function child(node: SpecNode, key: string): SpecNode | undefined {
  const { value } = node;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const member = (value as JsonObject)[key];
  // `length` is an own property of arrays, and no item.
  if (Array.isArray(value) && !/^\d+$/.test(key)) return undefined;
  return { value: member, file: node.file, pointer: `${node.pointer}/${escapePointer(key)}` };
}

/** The members of an object in the document's order, or none. */
export function members(node: SpecNode | undefined): [string, SpecNode][] {
  if (!node || !isJsonObject(node.value)) return [];
  return Object.keys(node.value).map((key) => [key, child(node, key) as SpecNode]);
}

/** The items of an array, or none. */
export function items(node: SpecNode | undefined): SpecNode[] {
  if (!node || !Array.isArray(node.value)) return [];
  return node.value.map((value, index) => ({ value, file: node.file, pointer: `${node.pointer}/${index}` }));
}

/** The text of a string member, made well-formed, or `undefined`. */
export function textOf(node: SpecNode, key: string): string | undefined {
  const value = child(node, key)?.value;
  return typeof value === 'string' ? value.toWellFormed() : undefined;
}

/** Whether a member is `true`. */
export function isTrue(node: SpecNode, key: string): boolean {
  return child(node, key)?.value === true;
}
