import { collectDiagnostics, hintOf, messageOf, sortDiagnostics } from '../../src/build/diagnostics/collector.js';
import type { Diagnostic } from '../../src/build/diagnostics/diagnostic.js';
import type { FileTree } from '../../src/build/files/file-tree.js';
import { readSkills } from '../../src/build/skills/read-skills.js';
import type { EffectiveManifest, Skill } from '../../src/build/stage-values.js';
import { memoryTree } from './memory-tree.js';

/** What reading skills came to. */
export interface SkillsReading {
  skills: Skill[];
  diagnostics: Diagnostic[];
  /** `code file:line:column`, sorted by place. */
  report: string[];
  /** The message and the hint of each. */
  said: string[];
}

/** Reads the skills of a project: a file tree, or path → content below skills/. */
export async function readSkillFiles(
  files: FileTree | Record<string, string | Uint8Array>,
  directory = 'skills',
): Promise<SkillsReading> {
  const sink = collectDiagnostics();
  const manifest = { skillsDirectory: directory, locate: () => ({ file: 'frontmcp.deploy.yaml' }) };
  const { skills } = await readSkills(
    isTree(files) ? files : below(files),
    manifest as unknown as EffectiveManifest,
    sink,
  );
  const diagnostics = sortDiagnostics(sink.diagnostics);
  return {
    skills,
    diagnostics,
    report: diagnostics.map(({ code, location = { file: '' } }) => `${code} ${place(location)}`),
    said: diagnostics.map((each) => `${messageOf(each)} ${hintOf(each) ?? ''}`.trim()),
  };
}

/** A SKILL.md with this front matter (without the dashes) and body. */
export function skillText(frontMatter: string, body = ''): string {
  return `---\n${frontMatter}\n---\n${body}`;
}

function place({ file, line, column }: { file: string; line?: number; column?: number }): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

function isTree(files: FileTree | Record<string, string | Uint8Array>): files is FileTree {
  return typeof files.walk === 'function';
}

function below(files: Record<string, string | Uint8Array>): FileTree {
  return memoryTree(Object.fromEntries(Object.entries(files).map(([path, content]) => [`skills/${path}`, content])));
}
