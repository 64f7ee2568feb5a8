import type { BuildResult } from '../build/build.js';
import type { Bundle } from '../build/stage-values.js';
import type { Ports, ProjectOptions, Failure } from './ports.js';
import { buildProject } from './stages/build-project.js';
import { writeFolder } from './write-folder.js';

/** `frontmcp deploy build`. */
export interface BuildCommandResult {
  build: BuildResult;
  /** Files that were written, absolute. */
  written: string[];
  failure?: Failure;
}

/**
 * `frontmcp deploy build`: writes `bundle.json` (the exact index bytes), `artifacts/<sha256>` and
 * `bundle.sha256`. Needs the variables that the manifest names, no key and no network.
 */
export async function buildBundle(
  options: ProjectOptions & { out: string },
  ports: Ports,
): Promise<BuildCommandResult> {
  const build = await buildProject({ ...options, placeholders: false }, ports);
  if (!build.bundle) return { build, written: [] };
  const folder = await writeFolder(options.directory, options.out, filesOf(build.bundle));
  return folder.ok ? { build, written: folder.written } : { build, written: [], failure: folder.failure };
}

function filesOf({ bytes, sha256, artifacts, blobs }: Bundle): Record<string, string | Uint8Array> {
  const content = [...artifacts, ...blobs].map(([digest, artifact]): [string, Uint8Array] => [
    `artifacts/${digest}`,
    artifact.bytes,
  ]);
  return {
    'bundle.json': bytes,
    // The format of sha256sum, so that "sha256sum --check bundle.sha256" works.
    'bundle.sha256': `${sha256}  bundle.json\n`,
    ...Object.fromEntries(content),
  };
}
