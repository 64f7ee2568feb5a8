import type { OpenAPI } from 'openapi-types';
import type { DiagnosticArguments, DiagnosticSink } from '../diagnostics/diagnostic.js';
import type { FileTree } from '../files/file-tree.js';
import { locate } from './document/locate.js';
import { loadReachable, type SpecDocument } from './document/read-spec.js';
import { referenceOf } from './document/resolve-reference.js';
import { child, items, members, textOf, type SpecNode } from './document/spec-node.js';
import { MAX_DOCUMENT_BYTES, MAX_NESTING, MAX_STRICT_PATHS, MAX_STRICT_VALUES } from './openapi-limits.js';

/** Stands for the root of the file tree, so that relative references have something to be relative to. */
const BASE = 'https://tree.invalid/';
/** More findings than anybody repairs at once. */
const MOST_FINDINGS = 100;
/** What the validator adds because a reference would have been allowed in the same place. */
const NOISE =
  /must have required property '\$ref'|must match exactly one schema in oneOf|must match "(?:then|else)" schema/;

/** A fault as the validator tells it. */
interface Finding {
  /** JSON pointer. */
  instancePath: string;
  message: string;
}

/**
 * `specs[].strict`: validates the whole document against the specification's own schema, and reports everything it finds.
 * Reads other files through the file tree alone.
 */
export async function validateStrictly(files: FileTree, document: SpecDocument, sink: DiagnosticSink): Promise<void> {
  const version = textOf(document.root, 'openapi') ?? '2.0';
  if (version.startsWith('3.2')) {
    sink.report('openapi-strict-version', { version }, locate(child(document.root, 'openapi') ?? document.root));
    return;
  }
  await loadReachable(files, document.loaded, [document.root]);
  const excess = excessOf(document);
  if (excess) {
    sink.report('openapi-strict-too-large', excess, { file: document.source.file, line: 1, column: 1 });
    return;
  }
  for (const { instancePath, message } of await findFaults(files, document)) {
    const args = { pointer: instancePath || '/', problem: message };
    sink.report('openapi-strict', args, locate({ ...document.root, pointer: instancePath }));
  }
}

/** What would keep the validator busy without end. */
function excessOf(document: SpecDocument): DiagnosticArguments<'openapi-strict-too-large'> | undefined {
  if (members(child(document.root, 'paths')).length > MAX_STRICT_PATHS)
    return { fault: 'paths', limit: MAX_STRICT_PATHS };
  const size = expandedSize(document, MAX_STRICT_VALUES);
  if (size === 'too-deep') return { fault: 'deep', limit: MAX_NESTING };
  return size > MAX_STRICT_VALUES ? { fault: 'large', limit: MAX_STRICT_VALUES } : undefined;
}

async function findFaults(files: FileTree, { root, source }: SpecDocument): Promise<Finding[]> {
  // Loaded here, as it is large and few builds are strict.
  const { default: parser } = await import('@apidevtools/swagger-parser');
  // The validator writes into what it is given.
  const copy = structuredClone(root.value) as unknown as OpenAPI.Document;
  try {
    await parser.validate(BASE + encodeURI(source.file), copy, {
      resolve: { file: false, http: false, tree: treeResolver(files) },
      dereference: { circular: true },
    });
    return [];
  } catch (error) {
    return findingsOf(error);
  }
}

function treeResolver(files: FileTree): {
  order: number;
  canRead: boolean;
  read: (file: { url: string }) => Promise<string>;
} {
  return {
    order: 1,
    canRead: true,
    async read({ url }) {
      if (!url.startsWith(BASE)) throw new Error(`"${url}" is not a file of the repository`);
      const content = await files.read(decodeURI(url.slice(BASE.length)), { maxBytes: MAX_DOCUMENT_BYTES });
      if (!content.ok) throw new Error(`"${url.slice(BASE.length)}" cannot be read: ${content.fault}`);
      return new TextDecoder().decode(content.bytes);
    },
  };
}

function findingsOf(error: unknown): Finding[] {
  const details: unknown = error instanceof Error && 'details' in error ? error.details : undefined;
  const message = (error instanceof Error ? error.message : String(error)).replaceAll(BASE, '');
  if (!Array.isArray(details)) return [{ instancePath: '', message }];
  const findings = (details as Finding[]).filter((finding) => !NOISE.test(finding.message));
  const unique = new Map(findings.map((finding) => [`${finding.instancePath} ${finding.message}`, finding]));
  return (unique.size > 0 ? [...unique.values()] : (details as Finding[])).slice(0, MOST_FINDINGS);
}

/** What a part of a description holds itself, and which other parts it refers to, as often as it does. */
interface Part {
  own: number;
  refersTo: string[];
}

/**
 * How many values a document has once every reference is replaced by what it leads to, as a validator does; references that
 * come back to themselves stay. `'too-deep'` when values are nested deeper than anybody writes, and infinity when counting
 * alone takes more than `most` steps. Does not recurse. Every file must be loaded.
 */
function expandedSize(document: SpecDocument, most: number): number | 'too-deep' {
  const parts = new Map<string, Part>();
  const queue = [document.root];
  let steps = 0;
  for (let node = queue.pop(); node; node = queue.pop()) {
    const key = keyOf(node);
    if (parts.has(key)) continue;
    const found = readPart(node, document, most - steps);
    if (typeof found === 'string') return found;
    steps += found.part.own;
    if (steps >= most) return Infinity;
    parts.set(key, found.part);
    for (const target of found.targets) queue.push(target);
  }
  return sizeOf(keyOf(document.root), parts);
}

function keyOf({ file, pointer }: SpecNode): string {
  return `${file.path}#${pointer}`;
}

function readPart(
  node: SpecNode,
  { resolver }: SpecDocument,
  most: number,
): { part: Part; targets: SpecNode[] } | 'too-deep' {
  const part: Part = { own: 0, refersTo: [] };
  const targets: SpecNode[] = [];
  const queue: { node: SpecNode; depth: number }[] = [{ node, depth: 0 }];
  for (let at = queue.pop(); at && part.own < most; at = queue.pop()) {
    part.own += 1;
    if (at.depth > MAX_NESTING) return 'too-deep';
    const followed = referenceOf(at.node) === undefined ? undefined : resolver.follow(at.node);
    if (followed?.ok) {
      part.refersTo.push(keyOf(followed.node));
      targets.push(followed.node);
    }
    const inside = Array.isArray(at.node.value) ? items(at.node) : members(at.node).map(([, member]) => member);
    for (const member of inside) queue.push({ node: member, depth: at.depth + 1 });
  }
  return { part, targets };
}

/** Adds up from what refers to nothing; what is never reached that way leads back to itself, and stays a reference. */
function sizeOf(root: string, parts: ReadonlyMap<string, Part>): number {
  const sizes = new Map<string, number>();
  const missing = new Map([...parts].map(([key, { refersTo }]) => [key, refersTo.length]));
  const referredFrom = new Map<string, string[]>();
  for (const [key, { refersTo }] of parts) {
    for (const target of refersTo) {
      const list = referredFrom.get(target);
      if (list) list.push(key);
      else referredFrom.set(target, [key]);
    }
  }
  const ready = [...missing].flatMap(([key, count]) => (count === 0 ? [key] : []));
  const total = ({ own, refersTo }: Part) => refersTo.reduce((sum, target) => sum + (sizes.get(target) ?? 1), own);
  for (let key = ready.pop(); key !== undefined; key = ready.pop()) {
    sizes.set(key, total(parts.get(key) as Part));
    for (const from of referredFrom.get(key) ?? []) {
      const left = (missing.get(from) ?? 0) - 1;
      missing.set(from, left);
      if (left === 0) ready.push(from);
    }
  }
  return sizes.get(root) ?? total(parts.get(root) as Part);
}
