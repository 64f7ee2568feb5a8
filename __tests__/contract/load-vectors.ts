import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VECTOR_FILES, type SharedVectors } from './vectors.js';

/**
 * The public vectors, when their folder lies beside this checkout; says so on the error output when it does not.
 * They are under licences of their own and no part of this repository.
 */
export function loadVectors(): SharedVectors | undefined {
  const folder = fileURLToPath(new URL('../../../shared/vectors/', import.meta.url));
  if (!existsSync(folder)) {
    process.stderr.write(
      'The folder ../shared/vectors is not there: the Wycheproof, CCTV, speccheck and JCS vectors are not run.\n',
    );
    return undefined;
  }
  const read = (file: string): unknown => JSON.parse(readFileSync(`${folder}${file}`, 'utf8'));
  return Object.fromEntries(
    Object.entries(VECTOR_FILES).map(([name, file]) => [name, read(file)]),
  ) as unknown as SharedVectors;
}
