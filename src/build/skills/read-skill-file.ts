import { MAX_ARTIFACT_BYTES } from '../../contract/bundle/limits.js';
import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import type { FileContent } from '../files/file-tree.js';
import { interpretFile } from '../files/interpret-file.js';
import type { SkillFile } from '../stage-values.js';
import { SKILL_FILE } from './find-skills.js';

/**
 * A file of a skill as it goes into the bundle; undefined after a report. `file` is its path in the file tree,
 * `path` the one in the skill.
 */
export function readSkillFile(
  file: string,
  path: string,
  content: FileContent,
  sink: DiagnosticSink,
): SkillFile | undefined {
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
