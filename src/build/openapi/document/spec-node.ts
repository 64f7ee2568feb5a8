import { escapePointer, isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import type { SourceFile } from './read-source-file.js';

/** A value of a document and where it stands. */
export interface SpecNode {
  value: JsonValue | undefined;
  file: SourceFile;
  /** JSON pointer within the file (RFC 6901). */
  readonly pointer: string;
}

/** A member of another node. Its pointer is made when it is asked for: few of a million nodes are ever reported. */
class Member implements SpecNode {
  readonly value: JsonValue | undefined;
  readonly file: SourceFile;
  // Not `#private`: a million of these are made, and private names cost a definition each.
  private readonly parent: SpecNode;
  private readonly key: string;
  private place: string | undefined;

  constructor(value: JsonValue | undefined, parent: SpecNode, key: string) {
    this.value = value;
    this.file = parent.file;
    this.parent = parent;
    this.key = key;
    this.place = undefined;
  }

  get pointer(): string {
    return (this.place ??= `${this.parent.pointer}/${escapePointer(this.key)}`);
  }
}

/** The member of an object by its own key, or the item of an array; `undefined` when there is none. */
export function child(node: SpecNode, key: string): SpecNode | undefined {
  const { value } = node;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const member = (value as JsonObject)[key];
  // `length` is an own property of arrays, and no item.
  if (Array.isArray(value) && !/^\d+$/.test(key)) return undefined;
  return new Member(member, node, key);
}

/** The members of an object in the document's order, or none. */
export function members(node: SpecNode | undefined): [string, SpecNode][] {
  if (!node || !isJsonObject(node.value)) return [];
  const { value } = node;
  return Object.keys(value).map((key) => [key, new Member(value[key], node, key)]);
}

/** The items of an array, the first `most` of them, or none. */
export function items(node: SpecNode | undefined, most = Infinity): SpecNode[] {
  if (!node || !Array.isArray(node.value)) return [];
  return node.value.slice(0, most).map((value, index) => new Member(value, node, String(index)));
}

/** The value of an object's own member, for who does not need to know where it stands. */
export function memberValue({ value }: SpecNode, key: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The text of a string member, made well-formed, or `undefined`. */
export function textOf(node: SpecNode, key: string): string | undefined {
  const value = memberValue(node, key);
  return typeof value === 'string' ? value.toWellFormed() : undefined;
}

/** Whether a member is `true`. */
export function isTrue(node: SpecNode, key: string): boolean {
  return memberValue(node, key) === true;
}

/** The segments of a JSON pointer (RFC 6901), or `undefined` when it is none. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  const segments = pointer.slice(1).split('/');
  return pointer.includes('~')
    ? segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    : segments;
}

/** A text with LF line ends, trimmed, well-formed, and cut at a word with an ellipsis when it is longer than `limit`. */
export function plainText(text: string, limit: number): string {
  const clean = text.toWellFormed().replace(/\r\n?/g, '\n').trim();
  if (clean.length <= limit) return clean;
  const cut = clean.slice(0, limit - 1);
  const space = cut.search(/\s\S*$/);
  // A surrogate pair must not be cut in two.
  return `${(space > limit / 2 ? cut.slice(0, space) : cut)
    .trimEnd()
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`;
}

/** The first sentence of a text, on one line. */
export function firstLine(text: string, limit: number): string {
  const [line = ''] = text.trim().split(/\n\s*\n/, 1);
  return plainText(line.replace(/\s+/g, ' '), limit);
}
