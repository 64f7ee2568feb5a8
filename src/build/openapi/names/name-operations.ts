import { createHash } from 'node:crypto';
import { MAX_NAME_LENGTH } from '../limits.js';
import { camelCase } from './camel-case.js';
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
  const wishes = operations.map((operation) => ({ operation, wish: wishOf(operation) }));
  const byWish = groupBy(wishes, ({ wish }) => wish.toLowerCase());
  const named = wishes.map(({ operation, wish }): NamedOperation => {
    const rivals = byWish.get(wish.toLowerCase()) ?? [];
    const owners = rivals.filter((rival) => rival.operation.id === rival.wish);
    const isAlone = rivals.length === 1 || (owners.length === 1 && owners[0]?.operation === operation);
    const keepsIt = isAlone && wish.length <= MAX_NAME_LENGTH && !TAKEN.has(wish.toLowerCase());
    return { ...operation, name: keepsIt ? wish : withSuffix(operation, wish, 6) };
  });
  return separate(named, 12);
}

/** A suffixed name may meet a name that somebody chose: then those that carry a suffix get a longer one. */
function separate(operations: NamedOperation[], digits: number): NamedOperation[] {
  const byName = groupBy(operations, ({ name }) => name.toLowerCase());
  if (byName.size === operations.length || digits > 36) return operations;
  const renamed = operations.map((operation) => {
    const isShared = (byName.get(operation.name.toLowerCase())?.length ?? 0) > 1;
    const isChosen = operation.name === operation.id;
    return isShared && !isChosen ? { ...operation, name: withSuffix(operation, wishOf(operation), digits) } : operation;
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

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
