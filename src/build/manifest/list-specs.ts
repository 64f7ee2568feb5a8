import type { SpecEntry } from '../../contract/generated/manifest.js';
import { problem, type Problem } from '../diagnostics/collector.js';
import type { Location } from '../diagnostics/diagnostic.js';
import type { WalkProblem } from '../files/file-tree.js';
import { treeAt, valueOf, type MapTree, type Tree } from '../yaml/tree.js';
import { toSpecId } from './patterns.js';
import { resolveFile, type ManifestFiles, type ResolvedFile, type WrittenPath } from './resolve-file.js';
import { textAt } from './variables.js';

/** One entry of `specs` before its names are checked. */
export interface SpecDraft {
  id: string;
  idAt: Location;
  /** Path from the root of the file tree. */
  file: string;
  /** Whether the file is there to be read. */
  readable: boolean;
  bindingName?: string;
  bindingAt: Location;
  /** The entry as written; nothing for a plain path. */
  entry: Partial<SpecEntry>;
  location: Location;
}

/** Several drafts, or none, and what is wrong with them. */
interface SpecDrafts {
  drafts: SpecDraft[];
  problems: Problem[];
}

/** Every spec of a manifest, in its order; a directory's in the order of their names. Values that are not known yet are passed over. */
export async function listSpecs(tree: MapTree, files: ManifestFiles): Promise<SpecDrafts> {
  const specs = treeAt(tree, '/specs');
  if (specs?.kind === 'list') {
    return join(await Promise.all(specs.items.map((item, index) => listItem(item, `specs[${index}]`, files))));
  }
  const directory = specs && textAt(specs, '');
  return directory ? listDirectory({ field: 'specs', text: directory.text, at: directory.node.at }, files) : join([]);
}

async function listItem(item: Tree, field: string, files: ManifestFiles): Promise<SpecDrafts> {
  const path = textAt(item, item.kind === 'map' ? '/spec' : '');
  if (!path) return join([]);
  const written = { field: item.kind === 'map' ? `${field}.spec` : field, text: path.text, at: path.node.at };
  const { path: file, problems } = await resolveSpec(files, written, 'file');
  // A spec with an id is known even when its file is not: references to it are not to be called unknown.
  const drafted =
    file === undefined && item.kind !== 'map' ? join([]) : draft(item, file ?? path.text, problems.length === 0);
  return join([{ drafts: [], problems }, drafted]);
}

async function resolveSpec(
  files: ManifestFiles,
  written: WrittenPath,
  wanted: 'file' | 'directory',
): Promise<ResolvedFile> {
  const refusal = refuseUrl(written);
  return refusal ? { problems: [refusal] } : resolveFile(files, written, wanted);
}

function draft(item: Tree, file: string, readable: boolean): SpecDrafts {
  if (item.kind !== 'map') return fromFile(file, item.at, readable);
  const id = textAt(item, '/id');
  // Without a usable id there is nothing to refer to, and the schema has said so.
  if (!id) return join([]);
  const bindingName = textAt(item, '/bindingName');
  const made: SpecDraft = {
    id: id.text,
    idAt: id.node.at,
    file,
    readable,
    ...(bindingName ? { bindingName: bindingName.text } : {}),
    bindingAt: bindingName?.node.at ?? id.node.at,
    entry: valueOf(item) as Partial<SpecEntry>,
    location: item.at,
  };
  return { drafts: [made], problems: [] };
}

/** A spec that is only a path: its id is the name of the file without its ending. */
function fromFile(file: string, at: Location, readable: boolean): SpecDrafts {
  const id = toSpecId(file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, ''));
  if (id === '') return { drafts: [], problems: [problem('manifest-spec-id', { file }, at)] };
  return { drafts: [{ id, idAt: at, file, readable, bindingAt: at, entry: {}, location: at }], problems: [] };
}

async function listDirectory(written: WrittenPath, files: ManifestFiles): Promise<SpecDrafts> {
  const { path: directory, problems } = await resolveSpec(files, written, 'directory');
  if (directory === undefined || problems.length > 0) return { drafts: [], problems };
  const walk = await files.files.walk(directory);
  const found = walk.files
    .filter(({ path }) => isSpecIn(directory, path))
    .map(({ path }) => fromFile(path, written.at, true));
  const faults = walk.problems
    .filter((fault) => concerns(fault, directory))
    .map((fault) => walkProblem(fault, written.at));
  const listed = join([...found, { drafts: [], problems: faults }]);
  if (listed.drafts.length > 0 || faults.length > 0) return listed;
  return {
    ...listed,
    problems: [...listed.problems, problem('manifest-specs-empty', { path: written.text }, written.at)],
  };
}

function isSpecIn(directory: string, path: string): boolean {
  const prefix = directory === '' ? '' : `${directory}/`;
  return path.startsWith(prefix) && /^[^/]+\.(?:json|ya?ml)$/i.test(path.slice(prefix.length));
}

/** Names that collide on other systems collide as ids too, and are reported as such. */
function concerns({ path, problem: fault }: WalkProblem, directory: string): boolean {
  if (fault === 'case-collision' || fault === 'reserved-name') return false;
  return fault === 'too-many' || path === directory || isSpecIn(directory, path);
}

function walkProblem({ path, problem: fault, detail }: WalkProblem, at: Location): Problem {
  return problem('manifest-spec-walk', { path, fault, ...(detail === undefined ? {} : { detail }) }, at);
}

function join(parts: readonly SpecDrafts[]): SpecDrafts {
  return { drafts: parts.flatMap(({ drafts }) => drafts), problems: parts.flatMap(({ problems }) => problems) };
}

/** A spec given by URL is refused with the command that vendors it: a build reads files, never the network. */
function refuseUrl({ field, text, at }: WrittenPath): Problem | undefined {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return undefined;
  const file = `openapi/${fileNameOf(text)}`;
  const command = `curl -fsSL --create-dirs -o ${file} ${quote(text)}`;
  return problem('manifest-spec-url', { field, url: text, file: `./${file}`, command }, at);
}

function fileNameOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const last = url?.pathname.split('/').pop() ?? '';
  return /^[\w.-]+\.(?:json|ya?ml)$/i.test(last) ? last : `${url?.hostname.replace(/[^\w.-]/g, '') || 'spec'}.json`;
}

/** One word of a POSIX shell, whatever it holds. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
