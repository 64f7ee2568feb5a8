import { MAX_BLOB_BYTES } from '../../contract/bundle/limits.js';
import { FORBIDDEN_KEYS } from '../../contract/encoding/json.js';
import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import type { FileEntry } from '../files/file-tree.js';
import { SKILL_FILE, type SkillFolder } from './find-skills.js';
import { HOST_SKILL_BYTES, HOST_SKILL_FILES, MAX_SKILL_BYTES, MAX_SKILL_FILES } from './limits.js';

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
