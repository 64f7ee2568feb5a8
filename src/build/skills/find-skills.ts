import { MAX_BLOB_BYTES } from '../../contract/bundle/bundle-limits.js';
import { FORBIDDEN_KEYS } from '../../contract/encoding/json.js';
import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import type { FileEntry } from '../files/file-tree.js';

/** A folder that holds a SKILL.md, with its files. */
export interface SkillFolder {
  /** Path relative to the root of the file tree. */
  directory: string;
  /** The last folder name. */
  id: string;
  /** Every file below it, nested folders included, sorted by path. */
  files: FileEntry[];
}

/** The one file that makes a folder a skill. */
export const SKILL_FILE = 'SKILL.md';

/**
 * Groups files into skills: a folder with a SKILL.md is one, and everything below it is its own. Files outside of
 * skills (a README, a licence) are nobody's. `files` are sorted by path; `top` is the folder of all skills.
 */
export function findSkills(files: readonly FileEntry[], top: string, sink: DiagnosticSink): SkillFolder[] {
  const candidates = files.flatMap(({ path }) => (isSkillFile(path) ? [folderOf(path)] : []));
  const folders = outermost(candidates.filter((directory) => directory !== top));
  const skills = new Map(
    folders.map((directory) => [directory, { directory, id: nameOf(directory), files: [] as FileEntry[] }]),
  );
  for (const file of files) {
    const owner = ownerOf(file.path, skills);
    if (owner) owner.files.push(file);
    if (isSkillFile(file.path)) reportPlace(file.path, top, owner, sink);
    else if (!owner && isSkillFile(upper(file.path)))
      sink.report('skill-file-case', { path: file.path }, { file: file.path });
  }
  return [...skills.values()];
}

function reportPlace(path: string, top: string, owner: SkillFolder | undefined, sink: DiagnosticSink): void {
  if (folderOf(path) === top) sink.report('skill-at-top', { path }, { file: path });
  else if (owner && folderOf(path) !== owner.directory && !isInHiddenFolder(path, owner)) {
    sink.report('skill-nested', { path, outer: owner.id }, { file: path });
  }
}

function isInHiddenFolder(path: string, owner: SkillFolder): boolean {
  return path.slice(owner.directory.length).includes('/.');
}

/** Those folders that lie in no other one. */
function outermost(directories: readonly string[]): string[] {
  const all = new Set(directories);
  return directories.filter((directory) => !foldersAbove(directory).some((above) => all.has(above)));
}

function ownerOf(path: string, skills: ReadonlyMap<string, SkillFolder>): SkillFolder | undefined {
  for (const folder of foldersAbove(path)) {
    const skill = skills.get(folder);
    if (skill) return skill;
  }
  return undefined;
}

/** The folders above a path, nearest first, without the root. */
function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  return folders;
}

function isSkillFile(path: string): boolean {
  return nameOf(path) === SKILL_FILE;
}

/** The path with the name as it would have to be, when only its case is wrong. */
function upper(path: string): string {
  return nameOf(path).toLowerCase() === 'skill.md' ? `${folderOf(path)}/${SKILL_FILE}` : path;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const LONGEST_ID = 64;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The folders whose name can be an id, each id once, sorted by id; the others are reported. */
export function checkIds(folders: readonly SkillFolder[], sink: DiagnosticSink): SkillFolder[] {
  const byId = new Map<string, SkillFolder>();
  for (const folder of folders) {
    const { id, directory } = folder;
    const at = { file: `${directory}/${SKILL_FILE}` };
    const first = byId.get(id);
    if (!isSkillId(id)) sink.report('skill-id-invalid', { id, ...suggestionFor(id) }, at);
    else if (first) sink.report('skill-duplicate', { id, first: first.directory, second: directory }, at);
    else byId.set(id, folder);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isSkillId(id: string): boolean {
  return id.length <= LONGEST_ID && KEBAB.test(id) && !FORBIDDEN_KEYS.has(id);
}

/** The nearest legal id, when there is one that its author would recognise. */
function suggestionFor(id: string): { suggestion?: string } {
  const parts = id
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const suggestion = parts?.join('-').slice(0, LONGEST_ID).replace(/-$/, '') ?? '';
  return isSkillId(suggestion) ? { suggestion } : {};
}

/** Most files of one skill in a bundle. */
const MAX_SKILL_FILES = 2048;
/** Most bytes of one skill that a build holds in memory. */
const MAX_SKILL_BYTES = 128 * 1024 * 1024;
/** What clients must accept of one skill (MCP skills extension); more is their choice. */
const HOST_SKILL_FILES = 512;
/** As above, in bytes. */
const HOST_SKILL_BYTES = 16 * 1024 * 1024;

/** What systems and tools leave behind; in no bundle, and not worth a word. */
const LEFTOVER =
  /(^|\/)(\.DS_Store|\._[^/]*|\.git[^/]*|\.gitkeep|\.keep|Thumbs\.db|desktop\.ini|__MACOSX|__pycache__|[^/]+\.py[co])(\/|$)/;

/** The files of a folder that go into the bundle, within the limits of a skill; what does not is reported. */
export function carriedFiles(folder: SkillFolder, sink: DiagnosticSink): FileEntry[] {
  const carried = folder.files.filter((file) => isCarried(file, folder, sink));
  const bytes = carried.reduce((sum, { size }) => sum + size, 0);
  const at = { file: `${folder.directory}/${SKILL_FILE}` };
  const { id } = folder;
  if (carried.length > MAX_SKILL_FILES) {
    sink.report('skill-too-many-files', { id, count: carried.length, limit: MAX_SKILL_FILES }, at);
  } else if (bytes > MAX_SKILL_BYTES) {
    sink.report('skill-too-large', { id, bytes, limit: MAX_SKILL_BYTES }, at);
  } else {
    if (carried.length > HOST_SKILL_FILES || bytes > HOST_SKILL_BYTES) {
      const limits = { maxFiles: HOST_SKILL_FILES, maxBytes: HOST_SKILL_BYTES };
      sink.report('skill-beyond-hosts', { id, files: carried.length, bytes, ...limits }, at);
    }
    return carried;
  }
  // The skill itself is still checked.
  return carried.filter(({ path }) => path === at.file);
}

function isCarried(file: FileEntry, folder: SkillFolder, sink: DiagnosticSink): boolean {
  const path = file.path.slice(folder.directory.length + 1);
  const at = { file: file.path };
  if (LEFTOVER.test(path)) return false;
  if (path.startsWith('.') || path.includes('/.')) {
    sink.report('skill-hidden-file', { path: file.path }, at);
    return false;
  }
  if (FORBIDDEN_KEYS.has(path)) {
    sink.report('skill-file-name-forbidden', { path: file.path }, at);
    return false;
  }
  if (file.size <= MAX_BLOB_BYTES) return true;
  sink.report('skill-file-too-large', { path: file.path, bytes: file.size, limit: MAX_BLOB_BYTES }, at);
  return false;
}
