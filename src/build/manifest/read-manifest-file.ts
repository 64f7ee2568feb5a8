import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import type { FileTree } from '../files/file-tree.js';

/** Hundreds of times a large manifest; bounds the work of the YAML parser. */
const MAX_MANIFEST_BYTES = 1024 * 1024;

/** The text of the manifest, without a byte order mark; undefined, and reported, when there is none to read. */
export async function readManifestFile(
  files: FileTree,
  path: string,
  sink: DiagnosticSink,
): Promise<string | undefined> {
  const content = await files.read(path, { maxBytes: MAX_MANIFEST_BYTES });
  const location = { file: path };
  if (!content.ok) {
    const { fault, detail } = content;
    if (fault === 'absent') sink.report('manifest-absent', { path }, location);
    else if (fault === 'too-large') sink.report('manifest-too-large', { path, maxBytes: MAX_MANIFEST_BYTES }, location);
    else sink.report('manifest-unreadable', { path, fault, ...(detail === undefined ? {} : { detail }) }, location);
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content.bytes);
  } catch {
    sink.report('manifest-encoding', { path }, location);
    return undefined;
  }
}
