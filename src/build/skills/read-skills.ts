import { MAX_BLOB_BYTES } from '../../contract/bundle/limits.js';
import type { DiagnosticSink, Location } from '../diagnostics/diagnostic.js';
import type { FileContent, FileTree, WalkFault, WalkProblem } from '../files/file-tree.js';
import { readMany } from '../files/tree-over.js';
import type { EffectiveManifest, SkillFile, SkillSet } from '../stage-values.js';
import { carriedFiles } from './carried-files.js';
import { checkIds } from './check-ids.js';
import { findSkills, type SkillFolder } from './find-skills.js';
import { MAX_SKILLS } from './limits.js';
import { readSkillFile } from './read-skill-file.js';
import { readSkill } from './read-skill.js';

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
