import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findRoot } from '../build/files/working-tree.js';
import type { EffectiveManifest } from '../build/stage-values.js';

/** The folders, absolute paths, in which the inputs of a project lie: those of its descriptions, and that of its skills. */
export async function inputFolders(
  directory: string,
  { specs, skillsDirectory }: EffectiveManifest,
): Promise<string[]> {
  const { root } = await findRoot(directory);
  const folders = [...specs.map(({ file }) => dirname(file)), skillsDirectory].map((folder) => join(root, folder));
  const there = await Promise.all(folders.map(isFolder));
  return folders.filter((_, position) => there[position]);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
