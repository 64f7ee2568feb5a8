import { MAX_ARTIFACT_BYTES, MAX_BLOB_BYTES } from '../../contract/bundle/bundle-limits.js';
import type { DiagnosticSink, Location } from '../diagnostics/diagnostic.js';
import { createPositions } from '../diagnostics/positions.js';
import type { FileContent, FileTree, WalkFault, WalkProblem } from '../files/file-tree.js';
import { interpretFile, isMarkdown } from '../files/interpret-file.js';
import { readMany } from '../files/tree-over.js';
import type { EffectiveManifest, OpReference, Skill, SkillFile, SkillSet } from '../stage-values.js';
import { checkFrontMatter, factsWithout, type SkillFacts } from './check-front-matter.js';
import { carriedFiles, checkIds, findSkills, SKILL_FILE, type SkillFolder } from './find-skills.js';
import { checkFileReferences, harvestReferences } from './harvest-references.js';
import { parseFrontMatter } from './parse-front-matter.js';

/** Most skills in a bundle. */
const MAX_SKILLS = 1000;

/**
 * Stage 3: every skill below the manifest's folder of skills, whatever its tags. Problems are reported with file, line
 * and column and never stop the others. That the folder exists was the manifest's question; whether the operations
 * exist is the next stage's.
 */
export async function readSkills(
  files: FileTree,
  manifest: EffectiveManifest,
  sink: DiagnosticSink,
): Promise<SkillSet> {
  const top = manifest.skillsDirectory;
  const walk = await files.walk(top);
  const folders = findSkills(walk.files, top, sink);
  reportWalkProblems(
    walk.problems.filter((problem) => concernsSkills(problem, folders)),
    sink,
  );
  const sound = checkIds(folders, sink);
  if (sound.length > MAX_SKILLS) {
    sink.report('skills-too-many', { count: sound.length, limit: MAX_SKILLS }, manifest.locate('/skills/source'));
    return { skills: [] };
  }
  const contents = await readAll(files, sound, sink);
  return { skills: sound.map((folder) => readSkill(folder, contents.get(folder) ?? [], sink)) };
}

/** Names that only matter for what the bundle carries may be odd elsewhere. */
function concernsSkills({ path, problem }: WalkProblem, folders: readonly SkillFolder[]): boolean {
  if (problem !== 'case-collision' && problem !== 'reserved-name') return true;
  return folders.some(({ directory }) => `${path}/`.startsWith(`${directory}/`) || directory.startsWith(`${path}/`));
}

type Tell = (sink: DiagnosticSink, problem: WalkProblem, location: Location) => void;

const TELL: Record<WalkFault, Tell> = {
  'link-outside': (sink, { path, detail = '' }, at) => sink.report('file-link-outside', { path, target: detail }, at),
  'link-broken': (sink, { path, detail }, at) => sink.report('file-link-broken', { path, detail }, at),
  'link-loop': (sink, { path, detail = '' }, at) => sink.report('file-link-loop', { path, target: detail }, at),
  'case-collision': (sink, { path, detail = '' }, at) =>
    sink.report('file-name-collision', { path, other: detail }, at),
  'reserved-name': (sink, { path, detail = '' }, at) => sink.report('file-name-reserved', { path, reason: detail }, at),
  unreadable: (sink, { path, detail }, at) => sink.report('file-unreadable', { path, detail }, at),
  ignored: (sink, { path }, at) => sink.report('file-folder-ignored', { path }, at),
  submodule: (sink, { path }, at) => sink.report('file-submodule', { path }, at),
  'too-many': (sink, { path, detail = '' }, at) => sink.report('file-walk-stopped', { path, limit: detail }, at),
  'too-deep': (sink, { path, detail = '' }, at) => sink.report('file-walk-stopped', { path, limit: detail }, at),
};

/** Turns what a walk met into diagnostics, each at its path. */
function reportWalkProblems(problems: readonly WalkProblem[], sink: DiagnosticSink): void {
  for (const problem of problems) TELL[problem.problem](sink, problem, { file: problem.path });
}

/** The files of all skills: read side by side, then looked at one after the other, so that reports keep their order. */
async function readAll(
  files: FileTree,
  folders: readonly SkillFolder[],
  sink: DiagnosticSink,
): Promise<Map<SkillFolder, SkillFile[]>> {
  const wanted = folders.flatMap((folder) => carriedFiles(folder, sink).map(({ path }) => ({ folder, path })));
  const contents = await readMany(
    files,
    wanted.map(({ path }) => path),
    { maxBytes: MAX_BLOB_BYTES },
  );
  const byFolder = new Map<SkillFolder, SkillFile[]>(folders.map((folder) => [folder, []]));
  wanted.forEach(({ folder, path }, index) => {
    const content = contents[index] as FileContent;
    const file = readSkillFile(path, path.slice(folder.directory.length + 1), content, sink);
    if (file) byFolder.get(folder)?.push(file);
  });
  return byFolder;
}

/**
 * A file of a skill as it goes into the bundle; undefined after a report. `file` is its path in the file tree,
 * `path` the one in the skill.
 */
function readSkillFile(file: string, path: string, content: FileContent, sink: DiagnosticSink): SkillFile | undefined {
  if (!content.ok)
    return void sink.report('file-unreadable', { path: file, detail: content.detail ?? content.fault }, { file });
  // Every describe sends SKILL.md, so it must be in the push body, not a blob in a store that may be missing.
  if (path === SKILL_FILE && content.bytes.length > MAX_ARTIFACT_BYTES) {
    return void sink.report(
      'skill-file-too-large',
      { path: file, bytes: content.bytes.length, limit: MAX_ARTIFACT_BYTES },
      { file },
    );
  }
  const body = interpretFile(path, content.bytes);
  if (body.kind === 'lfs-pointer')
    return void sink.report('skill-file-lfs-pointer', { path: file }, { file, line: 1, column: 1 });
  if (body.kind === 'not-utf8')
    return void sink.report('skill-file-not-utf8', { path: file }, { file, line: body.line });
  const { mediaType, bytes } = body;
  return body.kind === 'text' ? { path, mediaType, bytes, text: body.text } : { path, mediaType, bytes };
}

/**
 * One skill from its files: front matter, and what its markdown refers to. A skill with errors comes out with
 * stand-ins for what is missing, so that the rest of it, and later stages, are still checked in the same run.
 */
function readSkill(folder: SkillFolder, files: SkillFile[], sink: DiagnosticSink): Skill {
  const file = `${folder.directory}/${SKILL_FILE}`;
  const text = files.find(({ path }) => path === SKILL_FILE)?.text;
  const { facts, values } = readFacts(text, file, folder.id, sink);
  return {
    id: folder.id,
    directory: folder.directory,
    ...facts,
    frontMatter: values,
    files,
    references: harvestAll(folder, files, sink),
    location: { file },
  };
}

function readFacts(
  text: string | undefined,
  file: string,
  id: string,
  sink: DiagnosticSink,
): { facts: SkillFacts; values: Skill['frontMatter'] } {
  const frontMatter = text === undefined ? undefined : parseFrontMatter(text, id, createPositions(file, text), sink);
  if (!frontMatter) return { facts: factsWithout(id), values: {} };
  return { facts: checkFrontMatter(frontMatter, id, sink), values: frontMatter.values };
}

function harvestAll(folder: SkillFolder, files: readonly SkillFile[], sink: DiagnosticSink): OpReference[] {
  const paths = new Set(files.map(({ path }) => path));
  return files.flatMap(({ path, text }) => {
    if (text === undefined || !isMarkdown(path)) return [];
    const found = harvestReferences(text, createPositions(`${folder.directory}/${path}`, text), sink);
    checkFileReferences(found.files, paths, sink);
    return found.operations;
  });
}
