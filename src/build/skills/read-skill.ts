import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import { createPositions } from '../diagnostics/positions.js';
import { isMarkdown } from '../files/interpret-file.js';
import type { OpReference, Skill, SkillFile } from '../stage-values.js';
import { checkFileReferences } from './check-file-references.js';
import { checkFrontMatter, factsWithout, type SkillFacts } from './check-front-matter.js';
import { SKILL_FILE, type SkillFolder } from './find-skills.js';
import { harvestReferences } from './harvest-references.js';
import { parseFrontMatter } from './parse-front-matter.js';

/**
 * One skill from its files: front matter, and what its markdown refers to. A skill with errors comes out with
 * stand-ins for what is missing, so that the rest of it, and later stages, are still checked in the same run.
 */
export function readSkill(folder: SkillFolder, files: SkillFile[], sink: DiagnosticSink): Skill {
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
