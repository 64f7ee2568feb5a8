import type { DiagnosticArguments, DiagnosticSink, Location } from '../diagnostics/diagnostic.js';
import type { FileTree } from '../files/file-tree.js';
import { decodeUtf8 } from '../files/interpret-file.js';
import type { EffectiveManifest } from '../stage-values.js';
import { readTree, type TreeFault } from '../yaml/read-tree.js';
import { effectiveManifest } from './effective-manifest.js';
import { inspectManifest, type ManifestOptions } from './inspect-manifest.js';
import { reportAll } from './problem.js';
import { joinWithin, rememberFiles } from './resolve-file.js';

/** Hundreds of times a large manifest; bounds the work of the YAML parser. */
const MAX_MANIFEST_BYTES = 1024 * 1024;

/**
 * Stages 1 and 2: the manifest of one environment, complete and with every default, or undefined when what is wrong leaves
 * the next stages nothing to work on. Every problem of the whole file is reported, those of the other environments
 * included. When there were errors the value is good for finding more of them only: a section that the schema refuses
 * holds a stand-in.
 *
 * `path` is relative to the root of the file tree.
 */
export async function readManifest(
  files: FileTree,
  path: string,
  options: ManifestOptions,
  sink: DiagnosticSink,
): Promise<EffectiveManifest | undefined> {
  const file = joinWithin('', path) ?? path;
  const text = await readManifestFile(files, file, sink);
  const root = text === undefined ? undefined : readTree(text, file, (fault, at) => reportTreeFault(fault, at, sink));
  if (root && root.kind !== 'map') {
    const actual = root.kind === 'list' ? 'array' : root.value === null ? 'null' : typeof root.value;
    sink.report('manifest-type', { path: 'the manifest', expected: ['object'], actual }, root.at);
  }
  if (root?.kind !== 'map') return undefined;
  const named = { files: rememberFiles(files), directory: file.split('/').slice(0, -1).join('/') };
  const { problems, chosen } = await inspectManifest(root, named, options);
  reportAll(problems, sink);
  return chosen && effectiveManifest(file, chosen, named, options.variables);
}

/** The text of the manifest, without a byte order mark; undefined, and reported, when there is none to read. */
async function readManifestFile(files: FileTree, path: string, sink: DiagnosticSink): Promise<string | undefined> {
  const content = await files.read(path, { maxBytes: MAX_MANIFEST_BYTES });
  const location = { file: path };
  if (!content.ok) {
    const { fault, detail } = content;
    if (fault === 'absent') sink.report('manifest-absent', { path }, location);
    else if (fault === 'too-large') sink.report('manifest-too-large', { path, maxBytes: MAX_MANIFEST_BYTES }, location);
    else sink.report('manifest-unreadable', { path, fault, ...(detail === undefined ? {} : { detail }) }, location);
    return undefined;
  }
  const text = decodeUtf8(content.bytes);
  if (text === undefined) sink.report('manifest-encoding', { path }, location);
  return text;
}

/** Reports a fault of the YAML under its own code. */
function reportTreeFault({ fault, ...facts }: TreeFault, at: Location, sink: DiagnosticSink): void {
  const code = `manifest-${fault}` as const;
  sink.report(code, facts as DiagnosticArguments<typeof code>, at);
}
