// The mock's own reading of an OpenAPI document. It shares no code with src/, so that a mistake there is not made here too.
import { CORE_SCHEMA, load } from 'js-yaml';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Parses a document and returns it with a way to follow its references. */
export function openDocument(text) {
  const root = /^\s*[{[]/.test(text) ? JSON.parse(text) : load(text, { schema: CORE_SCHEMA, json: true });
  return { root, isOld: root.swagger !== undefined, follow: (node) => follow(root, node) };
}

/** The value behind a reference within the document; `undefined` when it leads nowhere. */
function follow(root, node) {
  let at = node;
  for (let hop = 0; at && typeof at === 'object' && typeof at.$ref === 'string'; hop += 1) {
    if (hop > 50 || !at.$ref.startsWith('#')) return undefined;
    at = lookUp(root, at.$ref.slice(1), hop);
  }
  return at;
}

function lookUp(root, pointer, hop) {
  let at = pointer === '' || pointer.startsWith('/') ? root : withAnchor(root, pointer);
  for (const raw of pointer.split('/').slice(1)) {
    const key = unescape(raw);
    if (at && typeof at === 'object' && !Object.hasOwn(at, key) && typeof at.$ref === 'string' && hop < 20)
      at = follow(root, at);
    if (!at || typeof at !== 'object' || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

/** The schema with this `$anchor`, wherever it stands. */
function withAnchor(node, anchor) {
  if (node === null || typeof node !== 'object') return undefined;
  if (node.$anchor === anchor) return node;
  for (const member of Object.values(node)) {
    const found = withAnchor(member, anchor);
    if (found) return found;
  }
  return undefined;
}

function unescape(segment) {
  let text = segment;
  try {
    text = decodeURIComponent(segment);
  } catch {
    // A percent sign of its own.
  }
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Every operation: method, path, its own node, and its parameters (those of the path below its own). */
export function operationsOf(document) {
  const found = [];
  for (const [path, declared] of Object.entries(document.root.paths ?? {})) {
    if (path.startsWith('x-')) continue;
    const item = document.follow(declared);
    for (const method of METHODS) {
      const node =
        item && typeof item === 'object' && Object.hasOwn(item, method) ? document.follow(item[method]) : undefined;
      if (!node || typeof node !== 'object') continue;
      found.push({ method: method.toUpperCase(), path, node, parameters: parametersOf(document, item, node) });
    }
  }
  return found;
}

function parametersOf(document, item, node) {
  const byKey = new Map();
  for (const declared of [...list(item.parameters), ...list(node.parameters)]) {
    const parameter = document.follow(declared);
    if (parameter && typeof parameter === 'object')
      byKey.set(JSON.stringify([parameter.in, nameOf(parameter)]), parameter);
  }
  return [...byKey.values()];
}

/** Names of headers are the same in any case (RFC 9110 section 5.1). */
function nameOf({ in: place, name }) {
  return place === 'header' ? String(name).toLowerCase() : name;
}

export function list(value) {
  return Array.isArray(value) ? value : [];
}
