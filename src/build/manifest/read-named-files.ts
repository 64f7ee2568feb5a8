import { problem, type Problem } from '../diagnostics/collector.js';
import type { Location } from '../diagnostics/diagnostic.js';
import type { SpecSource } from '../stage-values.js';
import { locate, treeAt, type MapTree } from '../yaml/tree.js';
import { baseOf } from './check-values.js';
import { listSpecs, type SpecDraft } from './list-specs.js';
import { toIdentifier } from './patterns.js';
import { resolveFile, type ManifestFiles } from './resolve-file.js';
import { textAt } from './variables.js';

/** Where skills are when the manifest does not say. */
const DEFAULT_SKILLS_SOURCE = './skills/';

/** The files that a manifest names, as far as they can be said, and what is wrong with them. */
interface NamedFiles {
  specs: SpecSource[];
  /** From the root of the file tree; absent when it is unknown or outside. */
  skillsDirectory?: string;
  problems: Problem[];
}

/** Looks up the specs and the skills of one environment's manifest. */
export async function readNamedFiles(tree: MapTree, files: ManifestFiles): Promise<NamedFiles> {
  const specs = await readSpecs(tree, files);
  const skills = await findSkills(tree, files);
  return { ...specs, ...skills, problems: [...specs.problems, ...skills.problems] };
}

async function findSkills(tree: MapTree, files: ManifestFiles): Promise<Omit<NamedFiles, 'specs'>> {
  const source = treeAt(tree, '/skills/source');
  const text = source ? textAt(source, '')?.text : DEFAULT_SKILLS_SOURCE;
  if (text === undefined) return { problems: [] };
  const at = source?.at ?? locate(tree, '/skills');
  const { path, problems } = await resolveFile(files, { field: 'skills.source', text, at }, 'directory');
  return { ...(path === undefined ? {} : { skillsDirectory: path }), problems };
}

/** The specs of one environment's manifest, directories expanded, names and defaults filled in, and all that is wrong with them. */
async function readSpecs(tree: MapTree, files: ManifestFiles): Promise<{ specs: SpecSource[]; problems: Problem[] }> {
  const { drafts, problems } = await listSpecs(tree, files);
  const named = nameSpecs(drafts);
  return { specs: named.specs.map(sourceOf), problems: [...problems, ...named.problems] };
}

function sourceOf({ id, binding, file, readable, entry, location }: NamedSpec): SpecSource {
  const { baseUrl, auth } = entry;
  return {
    id,
    binding,
    file,
    ...(readable ? {} : { unreadable: true as const }),
    ...(baseUrl === undefined ? {} : { baseUrl: URL.canParse(baseUrl) ? baseOf(baseUrl) : baseUrl }),
    ...(auth === undefined ? {} : { auth: structuredClone(auth) }),
    readOnly: entry.readOnly ?? false,
    server: entry.server ?? 0,
    serverVariables: { ...entry.serverVariables },
    strict: entry.strict ?? false,
    location,
  };
}

/** Longest binding name that the bundle takes. */
const MAX_BINDING_LENGTH = 64;

/** A spec with its namespace. */
interface NamedSpec extends SpecDraft {
  binding: string;
}

/**
 * Gives every spec its namespace in AgentScript: `bindingName`, or the id in camel case. Two specs never share an id or
 * a namespace, not even in another case: agents would mix them up, and some file systems do.
 */
function nameSpecs(drafts: readonly SpecDraft[]): { specs: NamedSpec[]; problems: Problem[] } {
  const ids = new Map<string, SpecDraft>();
  const bindings = new Map<string, NamedSpec>();
  const problems: Problem[] = [];
  const specs: NamedSpec[] = [];
  for (const spec of drafts) {
    const named = { ...spec, binding: spec.bindingName ?? toIdentifier(spec.id) };
    const fault = duplicateId(named, ids) ?? bindingFault(named) ?? duplicateBinding(named, bindings);
    if (fault) problems.push(fault);
    if (!ids.has(spec.id.toLowerCase())) ids.set(spec.id.toLowerCase(), spec);
    if (fault?.code === 'manifest-spec-duplicate') continue;
    if (!bindings.has(named.binding.toLowerCase())) bindings.set(named.binding.toLowerCase(), named);
    specs.push(named);
  }
  return { specs, problems };
}

function duplicateId(spec: SpecDraft, ids: ReadonlyMap<string, SpecDraft>): Problem | undefined {
  const other = ids.get(spec.id.toLowerCase());
  if (!other) return undefined;
  const args = {
    id: spec.id,
    file: spec.file,
    otherId: other.id,
    otherFile: other.file,
    ...lineOf(other.idAt, spec.idAt),
  };
  return problem('manifest-spec-duplicate', args, spec.idAt);
}

/** Whether a name can be a namespace at all. An explicit one that is no identifier is refused by the schema. */
function bindingFault({ id, binding, bindingName, bindingAt }: NamedSpec): Problem | undefined {
  if (RESERVED_BINDINGS.has(binding)) {
    return problem('manifest-spec-binding', { id, binding, fault: 'reserved' }, bindingAt);
  }
  if (bindingName !== undefined) return undefined;
  const fault = binding === '' ? 'empty' : binding.length > MAX_BINDING_LENGTH ? 'long' : undefined;
  return fault && problem('manifest-spec-binding', { id, binding, fault }, bindingAt);
}

function duplicateBinding(spec: NamedSpec, bindings: ReadonlyMap<string, NamedSpec>): Problem | undefined {
  const other = bindings.get(spec.binding.toLowerCase());
  if (!other) return undefined;
  const args = { binding: spec.binding, id: spec.id, otherId: other.id, ...lineOf(other.bindingAt, spec.bindingAt) };
  return problem('manifest-spec-binding-duplicate', args, spec.bindingAt);
}

/** The line of the first one, where it helps: two files of one directory stand in the same place of the manifest. */
function lineOf(first: Location, second: Location): { firstLine?: number } {
  return first.line === undefined || first === second ? {} : { firstLine: first.line };
}

/** ECMAScript 2024 section 12.7.2, strict mode and modules included: no namespace can have these names. */
const RESERVED_WORDS =
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally ' +
  'for function if implements import in instanceof interface let new null package private protected public return static super ' +
  'switch this throw true try typeof var void while with yield';

/** What AgentScript puts into every scope: FrontMCP's list, and what our engine adds. */
const SCOPE =
  'console Math JSON Object Array String Number Boolean Promise Symbol Map Set WeakMap WeakSet Date Error RegExp globalThis global ' +
  'window self undefined callTool getTool mcpLog mcpNotify codecallContext NaN Infinity parseInt parseFloat isNaN isFinite ' +
  'encodeURI encodeURIComponent decodeURI decodeURIComponent structuredClone URLSearchParams BigInt Iterator';

/** What the preflight of AgentScript refuses as a free name, so that a namespace could never be reached under it. */
const REFUSED =
  'Function AsyncFunction GeneratorFunction process require module exports Buffer fetch XMLHttpRequest WebSocket Proxy Reflect ' +
  'WebAssembly Atomics SharedArrayBuffer setTimeout setInterval setImmediate clearTimeout clearInterval queueMicrotask Intl crypto ' +
  'performance constructor prototype __proto__ codecall';

/** Names that a spec's namespace cannot have in AgentScript. */
const RESERVED_BINDINGS: ReadonlySet<string> = new Set(`${RESERVED_WORDS} ${SCOPE} ${REFUSED}`.split(' '));
