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
