import { createHash } from 'node:crypto';
import { MAX_NAME_LENGTH } from '../openapi-limits.js';
import type { ListedOperation } from './list-operations.js';

/** An operation with the JavaScript name that agents type. */
export interface NamedOperation extends ListedOperation {
  name: string;
}

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Names that objects have already, or that make a namespace look like a promise. Compared in lower case. */
const TAKEN = new Set(
  ['then', 'toJSON', ...Object.getOwnPropertyNames(Object.prototype), 'prototype'].map((name) => name.toLowerCase()),
);

/**
 * Gives every operation its name: the id when it is an identifier, else the id camel-cased, else method and path. At most
 * 48 characters, unique without regard to case: an id that is the name itself keeps it, every other operation of a clash
 * gets a suffix from a hash over method and path. Names do not depend on the document's order.
 */
export function nameOperations(operations: readonly ListedOperation[]): NamedOperation[] {
  const wishes = operations.map(wishFor);
  const clashes = clashing(wishes, ({ key }) => key);
  const owners = new Map([...clashes].map(([key, rivals]) => [key, ownerOf(rivals)]));
  const named = wishes.map(({ operation, wish, key }): NamedOperation => {
    const isOwner = !owners.has(key) || owners.get(key) === operation;
    const keepsIt = isOwner && wish.length <= MAX_NAME_LENGTH && !TAKEN.has(key);
    return { ...operation, name: keepsIt ? wish : withSuffix(operation, wish, 6) };
  });
  return separate(named, 12);
}

interface Wish {
  operation: ListedOperation;
  wish: string;
  /** In lower case. */
  key: string;
}

function wishFor(operation: ListedOperation): Wish {
  const wish = wishOf(operation);
  return { operation, wish, key: wish.toLowerCase() };
}

/** Of several operations that wish for one name it belongs to the one that has it as its id, when that is one only. */
function ownerOf(rivals: readonly Wish[]): ListedOperation | undefined {
  const owners = rivals.filter(({ operation, wish }) => operation.id === wish);
  return owners.length === 1 ? owners[0]?.operation : undefined;
}

/** A suffixed name may meet a name that somebody chose: then those that carry a suffix get a longer one. */
function separate(operations: NamedOperation[], digits: number): NamedOperation[] {
  const shared = clashing(operations, ({ name }) => name.toLowerCase());
  if (shared.size === 0 || digits > 36) return operations;
  const renamed = operations.map((operation) => {
    const isChosen = operation.name === operation.id;
    if (isChosen || !shared.has(operation.name.toLowerCase())) return operation;
    return { ...operation, name: withSuffix(operation, wishOf(operation), digits) };
  });
  return separate(renamed, digits + 12);
}

function wishOf({ id, method, path }: ListedOperation): string {
  if (IDENTIFIER.test(id)) return id;
  const derived = id === `${method} ${path}` ? '' : camelCase(id);
  return derived || camelCase(`${method.toLowerCase()} ${path}`) || method.toLowerCase();
}

function withSuffix({ method, path }: ListedOperation, wish: string, digits: number): string {
  const suffix = createHash('sha256').update(`${method} ${path}`).digest('hex').slice(0, digits);
  return `${wish.slice(0, MAX_NAME_LENGTH - digits - 1)}_${suffix}`;
}

/** The values that share their key with another; keys that stand alone, which is nearly all of them, are left out. */
function clashing<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const first = new Map<string, T>();
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const earlier = first.get(key);
    const group = groups.get(key);
    if (earlier === undefined) first.set(key, value);
    else if (group) group.push(value);
    else groups.set(key, [earlier, value]);
  }
  return groups;
}

/**
 * An identifier in camel case from an operation id or `method /path`: `issues/list-for-repo` → `issuesListForRepo`,
 * `get /users/{id}` → `getUsersById`. Accents are dropped; returns `''` when no ASCII letter or digit is left.
 */
export function camelCase(text: string): string {
  const words = withoutAccents(text).match(/[A-Za-z0-9]+|\{/g) ?? [];
  let joined = '';
  for (const found of words) {
    const word = found === '{' ? 'by' : found;
    joined += joined === '' ? lowerFirst(word) : upperFirst(word);
  }
  return /^\d/.test(joined) ? `op${joined}` : joined;
}

function withoutAccents(text: string): string {
  return /[^\x20-\x7e]/.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `Users` → `users`, `URL` → `url`, `GETUsers` → `gETUsers`: only a whole acronym is lowered. */
function lowerFirst(word: string): string {
  return /^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}
