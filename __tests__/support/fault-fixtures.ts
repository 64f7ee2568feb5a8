import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileTree } from '../../src/build/files/file-tree.js';
import { memoryTree } from './memory-tree.js';

const root = fileURLToPath(new URL('../../fixtures/faults/', import.meta.url));

/** What a fault must be reported as. */
export interface ExpectedDiagnostic {
  code: string;
  file?: string;
  line?: number;
  column?: number;
}

/** One folder of fixtures/faults: a project with a fault, and every diagnostic it must cause, in order. */
export interface FaultFixture {
  name: string;
  files: FileTree;
  options: { environment?: string; variables?: Record<string, string> };
  expected: ExpectedDiagnostic[];
}

/** Every fault fixture whose name begins with `prefix`. */
export function faultFixtures(prefix: string): FaultFixture[] {
  const names = readdirSync(root).filter((name) => name.startsWith(prefix));
  return names.sort().map(readFixture);
}

function readFixture(name: string): FaultFixture {
  const directory = join(root, name);
  const files: Record<string, Uint8Array> = Object.create(null);
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[relative(directory, path).split(sep).join('/')] = readFileSync(path);
  }
  const json = (file: string, otherwise: unknown) =>
    files[file] ? JSON.parse(Buffer.from(files[file]).toString()) : otherwise;
  return {
    name,
    files: memoryTree(files),
    options: json('options.json', {}),
    expected: json('expected.json', undefined),
  };
}
