import type { BuildResult, BuildSoFar, BuildStage } from '../build/build.js';
import { classificationTable } from '../commands/classification-table.js';
import type { BuildCommandResult } from '../commands/build-bundle.js';
import type { EmitResult } from '../commands/emit-wrangler.js';
import { bytesText, plural } from './counts.js';
import { diagnosticsJson, type JsonDiagnostic } from './diagnostics.js';
import { failureJson } from './failure.js';
import type { JsonFields } from './json-document.js';

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

/** What a stage found, in numbers; undefined when it could not go on. */
export function stageCounts(
  stage: BuildStage,
  { manifest, skills, operations, bundle }: BuildSoFar,
): string | undefined {
  switch (stage) {
    case 'manifest':
      return (
        manifest && `${manifest.name}, environment ${manifest.environment}, ${plural(manifest.specs.length, 'API')}`
      );
    case 'skills': {
      const found = skills?.skills ?? [];
      const files = found.reduce((sum, skill) => sum + skill.files.length, 0);
      const references = found.reduce((sum, skill) => sum + skill.references.length, 0);
      return `${plural(found.length, 'skill')}, ${plural(files, 'file')}, ${plural(references, 'op reference')}`;
    }
    case 'operations':
      return (
        operations &&
        `${plural(operations.operations.length, 'operation')} of ${plural(Object.keys(operations.services).length, 'API')}`
      );
    case 'bundle':
      // With placeholders in it the digest is not the one that a push will have.
      return (
        bundle && `${bundleFacts({ bundle })}${manifest?.placeholders.length === 0 ? `, digest ${bundle.sha256}` : ''}`
      );
  }
}

/** What every command that builds tells about the build. Digest and counts only when they are exact. */
export function buildJson(build: BuildResult | undefined, path?: (file: string) => string): JsonFields {
  const { manifest, bundle } = build ?? {};
  const isExact = manifest?.placeholders.length === 0;
  return {
    name: manifest?.name,
    environment: manifest?.environment,
    bundleSha256: bundle && isExact ? bundle.sha256 : undefined,
    structuralDigest: bundle?.structuralDigest,
    skills: bundle && Object.keys(bundle.index.skills).length,
    operations: bundle && Object.keys(bundle.index.operations).length,
    classification: build?.operations && classificationTable(build),
    placeholders: manifest?.placeholders ?? [],
    diagnostics: diagnosticsJson(build?.diagnostics ?? [], path) satisfies JsonDiagnostic[],
  };
}

/** `build`. */
export function buildResultJson(result: BuildCommandResult, path?: (file: string) => string): JsonFields {
  return { ...buildJson(result.build, path), written: result.written, failure: failureJson(result.failure) };
}

/** `emit-wrangler`. */
export function emitJson(result: EmitResult, path?: (file: string) => string): JsonFields {
  const { configuration, written, signed, failure } = result;
  return { ...buildJson(result.build, path), configuration, written, signed, failure: failureJson(failure) };
}
