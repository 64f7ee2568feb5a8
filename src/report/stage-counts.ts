import type { BuildSoFar, BuildStage } from '../build/build.js';
import { bundleFacts } from './build-facts.js';
import { plural } from './counts.js';

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
