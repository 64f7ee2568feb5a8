import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Bundle } from '../build/types.js';
import { buildProject } from './build-project.js';
import type { BuildCommandResult } from './command-results.js';
import type { Ports, ProjectOptions } from './ports.js';

/**
 * `frontmcp deploy build`: writes `bundle.json` (the exact index bytes), `artifacts/<sha256>` and
 * `bundle.sha256`. Needs the variables that the manifest names, no key and no network.
 */
export async function buildBundle(options: ProjectOptions & { out: string }, ports: Ports): Promise<BuildCommandResult> {
  const build = await buildProject({ ...options, placeholders: false }, ports);
  if (!build.bundle) return { build, written: [] };
  const out = resolve(options.directory, options.out);
  try {
    return { build, written: await writeBundle(out, build.bundle) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { build, written: [], failure: { code: 'output-unwritable', message: `"${out}" cannot be written: ${reason}.`, hint: 'Name another folder with --out.' } };
  }
}

async function writeBundle(out: string, bundle: Bundle): Promise<string[]> {
  await mkdir(join(out, 'artifacts'), { recursive: true });
  const files: [string, Uint8Array | string][] = [
    [join(out, 'bundle.json'), bundle.bytes],
    // The format of sha256sum, so that "sha256sum --check bundle.sha256" works.
    [join(out, 'bundle.sha256'), `${bundle.sha256}  bundle.json\n`],
    ...[...bundle.artifacts, ...bundle.blobs].map(([sha256, { bytes }]): [string, Uint8Array] => [join(out, 'artifacts', sha256), bytes]),
  ];
  for (const [path, content] of files) await writeFile(path, content);
  return files.map(([path]) => path);
}
