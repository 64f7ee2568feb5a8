import type { BuildResult } from '../build/build.js';
import { bytesText, plural } from './counts.js';

/** What a bundle is made of, in numbers, such as `4 skills, 7 operations of 1 API, 12 artifacts (34 kB)`. */
export function bundleFacts({ bundle }: Pick<BuildResult, 'bundle'>): string | undefined {
  if (!bundle) return undefined;
  const { index, artifacts, blobs } = bundle;
  const bytes = [...artifacts.values(), ...blobs.values()].reduce(
    (sum, each) => sum + each.bytes.byteLength,
    bundle.bytes.byteLength,
  );
  return [
    plural(Object.keys(index.skills).length, 'skill'),
    `${plural(Object.keys(index.operations).length, 'operation')} of ${plural(Object.keys(index.services).length, 'API')}`,
    `${plural(artifacts.size + blobs.size, 'artifact')} (${bytesText(bytes)})`,
  ].join(', ');
}

/** Why the digest of a build is not told, when variables were missing. */
export function placeholderText({ manifest }: Pick<BuildResult, 'manifest'>): string | undefined {
  const names = manifest?.placeholders ?? [];
  if (names.length === 0) return undefined;
  return `${plural(names.length, 'variable has', 'variables have')} no value here (${names.join(', ')}), so placeholders were used and the digest is not the one a push will have.`;
}
