import { MAX_BLOB_BYTES } from '../../contract/bundle/bundle-limits.js';
import type { DiagnosticSink } from '../diagnostics/types.js';
import type { FileTree, WalkProblem } from '../files/file-tree.js';
import { mapPool } from '../files/map-pool.js';
import { reportWalkProblems } from '../files/report-walk-problems.js';
import type { EffectiveManifest, SkillFile, SkillSet } from '../types.js';
import { carriedFiles } from './carried-files.js';
import { checkIds } from './check-ids.js';
import { findSkills, type SkillFolder } from './find-skills.js';
import { MAX_SKILLS } from './limits.js';
import { readSkill } from './read-skill.js';
import { readSkillFile } from './read-skill-file.js';

/** Reads under way at once: enough for a good batch of git objects, few enough for any limit on open files. */
const READ_WIDTH = 200;

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
  const contents = await mapPool(wanted, READ_WIDTH, ({ path }) => files.read(path, { maxBytes: MAX_BLOB_BYTES }));
  const byFolder = new Map<SkillFolder, SkillFile[]>(folders.map((folder) => [folder, []]));
  wanted.forEach(({ folder, path }, index) => {
    const content = contents[index] as (typeof contents)[number];
    const file = readSkillFile(path, path.slice(folder.directory.length + 1), content, sink);
    if (file) byFolder.get(folder)?.push(file);
  });
  return byFolder;
}
