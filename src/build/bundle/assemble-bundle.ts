import { MAX_ARTIFACT_BYTES } from '../../contract/bundle/bundle-limits.js';
import { structuralDigest } from '../../contract/bundle/structural-digest.js';
import {
  MEDIA_TYPES,
  type BundleIndex,
  type OperationEntry,
  type Service,
  type SkillEntry,
} from '../../contract/bundle/bundle-index.js';
import { sha256Hex } from '../../contract/encoding/digest.js';
import { canonicalBytes } from '../../contract/encoding/canonical-json.js';
import { buildSearchIndex } from '../../contract/search/build-search-index.js';
import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import type {
  Artifact,
  Bundle,
  EffectiveManifest,
  Operation,
  OperationSet,
  SelectedSkill,
  SelectedSkills,
  SkillFile,
} from '../stage-values.js';
import { checkApprovals, checkBundle } from './check-bundle.js';

/**
 * Stage 5: the deploy bundle. Pure: the same values give the same bytes on every machine.
 * Returns `undefined` when the index breaks a limit; every breach is reported.
 */
export async function assembleBundle(
  manifest: EffectiveManifest,
  skills: SelectedSkills,
  operations: OperationSet,
  sink: DiagnosticSink,
): Promise<Bundle | undefined> {
  const store = new Map<string, Artifact>();
  const keep = (artifact: Artifact) => {
    store.set(artifact.ref.sha256, artifact);
    return artifact.ref;
  };
  const used = usedOperations(skills, operations, sink);
  const index: BundleIndex = {
    format: 'frontmcp-bundle',
    v: 1,
    name: manifest.name,
    environment: manifest.environment,
    manifest: { hot: hotManifest(manifest, skills), structural: manifest.structural },
    services: await services(used, operations, keep),
    skills: await skillEntries(skills, keep),
    operations: await operationEntries(used, keep),
    search: keep(await searchArtifact(skills, used)),
  };
  checkApprovals(manifest, operations, sink);
  if (skills.skills.length === 0) sink.report('bundle-empty', {}, { file: manifest.file });
  if (!checkBundle(index, [...store.values()], sink)) return undefined;
  const bytes = canonicalBytes(index);
  return {
    index,
    bytes,
    sha256: await sha256Hex(bytes),
    structuralDigest: await structuralDigest(index),
    artifacts: new Map([...store].filter(([, artifact]) => !artifact.ref.blob)),
    blobs: new Map([...store].filter(([, artifact]) => artifact.ref.blob)),
  };
}

type Keep = (artifact: Artifact) => Artifact['ref'];

function usedOperations(skills: SelectedSkills, operations: OperationSet, sink: DiagnosticSink): Operation[] {
  const wanted = new Set(skills.skills.flatMap((skill) => skill.operations));
  for (const { key } of operations.operations) {
    if (!wanted.has(key)) sink.report('bundle-operation-unused', { key });
  }
  return operations.operations.filter(({ key }) => wanted.has(key));
}

/** Skills say `alwaysLoad` in front matter or in the manifest; the index says it in one place. */
function hotManifest(manifest: EffectiveManifest, skills: SelectedSkills): BundleIndex['manifest']['hot'] {
  const alwaysLoad = skills.skills.filter((skill) => skill.alwaysLoad).map((skill) => skill.id);
  return { ...manifest.hot, skills: { ...manifest.hot.skills, alwaysLoad: alwaysLoad.sort() } };
}

async function services(used: Operation[], operations: OperationSet, keep: Keep): Promise<Record<string, Service>> {
  const specs = [...new Set(used.map(({ entry }) => entry.spec))].sort();
  const entries = specs.map(async (spec): Promise<[string, Service]> => {
    const service = operations.services[spec];
    if (!service) throw new Error(`assembleBundle: no service for the spec "${spec}"`);
    const $defs = operations.schemas[spec];
    if (!$defs || Object.keys($defs).length === 0) return [spec, service];
    const schemas = keep(await jsonArtifact({ v: 1, $defs }, MEDIA_TYPES.schemas, `The schemas of "${spec}"`));
    return [spec, { ...service, schemas }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function operationEntries(used: Operation[], keep: Keep): Promise<Record<string, OperationEntry>> {
  const entries = used.map(async ({ key, entry, document }): Promise<[string, OperationEntry]> => {
    const artifact = keep(await jsonArtifact(document, MEDIA_TYPES.operation, `Operation "${key}"`));
    return [key, { ...entry, artifact }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function skillEntries(skills: SelectedSkills, keep: Keep): Promise<Record<string, SkillEntry>> {
  const entries = skills.skills.map(async (skill): Promise<[string, SkillEntry]> => [
    skill.id,
    await skillEntry(skill, keep),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

async function skillEntry(skill: SelectedSkill, keep: Keep): Promise<SkillEntry> {
  const files = skill.files.map(async (file): Promise<[string, Artifact['ref']]> => {
    return [file.path, keep(await fileArtifact(file, `${skill.directory}/${file.path}`))];
  });
  return {
    name: skill.name,
    description: skill.description,
    tags: skill.allTags,
    frontMatter: skill.frontMatter,
    files: Object.fromEntries(await Promise.all(files)),
    operations: skill.operations,
    alwaysLoad: skill.alwaysLoad,
    hideFromDiscovery: skill.hideFromDiscovery,
  };
}

async function searchArtifact(skills: SelectedSkills, used: Operation[]): Promise<Artifact> {
  const entries = new Map(used.map(({ key, entry }) => [key, entry]));
  const documents = skills.skills.map((skill) => ({
    id: skill.id,
    name: skill.name,
    description: skill.description,
    tags: skill.allTags,
    operations: skill.operations.map(
      (key) => `${key} ${entries.get(key)?.id ?? ''} ${entries.get(key)?.summary ?? ''}`,
    ),
    text: skill.files
      .flatMap(({ path, text }) => (path.endsWith('.md') && text !== undefined ? [text] : []))
      .join('\n'),
  }));
  return jsonArtifact(buildSearchIndex(documents), MEDIA_TYPES.search, 'The search index');
}

/** An artifact that the build makes itself: a JSON document in canonical form. */
async function jsonArtifact(document: object, mediaType: string, origin: string): Promise<Artifact> {
  const bytes = canonicalBytes(document);
  return { ref: { sha256: await sha256Hex(bytes), size: bytes.length, mediaType }, bytes, origin };
}

/** The artifact of a skill's file; binary or large files become blobs. */
async function fileArtifact(file: SkillFile, origin: string): Promise<Artifact> {
  const isBlob = file.text === undefined || file.bytes.length > MAX_ARTIFACT_BYTES;
  const ref = { sha256: await sha256Hex(file.bytes), size: file.bytes.length, mediaType: file.mediaType };
  return { ref: isBlob ? { ...ref, blob: true as const } : ref, bytes: file.bytes, origin };
}
