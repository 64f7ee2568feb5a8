import { createHash } from 'node:crypto';
import type {
  ArtifactRef,
  BundleIndex,
  HotManifest,
  OperationDocument,
  OperationEntry,
  Service,
  SkillEntry,
} from '../../../src/contract/bundle/bundle-index.js';
import { canonicalJson } from '../../../src/contract/encoding/canonical-json.js';
import type { JsonObject } from '../../../src/contract/encoding/json.js';
import { buildSearchIndex } from '../../../src/contract/search/build-search-index.js';
import type { RequestTemplate } from '../../../src/contract/request/request-template.js';
import { sampleIndex } from '../../support/sample-index.js';

/** A bundle as a test Worker takes it: JSON only. */
export interface FixtureBundle {
  index: BundleIndex;
  /** Digest → text. */
  artifacts: Record<string, string>;
}

/** A skill of a fixture. */
export interface FixtureSkill {
  description?: string;
  tags?: string[];
  /** Path → text; SKILL.md is made when it is missing. */
  files?: Record<string, string>;
  operations?: string[];
  alwaysLoad?: boolean;
  hideFromDiscovery?: boolean;
}

/** An operation of a fixture, of the service `acme`. */
export interface FixtureOperation {
  id?: string;
  request: Partial<RequestTemplate> & Pick<RequestTemplate, 'path'>;
  input?: JsonObject;
  output?: JsonObject;
  summary?: string;
  description?: string;
  readOnly?: boolean;
}

/** What a fixture is made of. */
export interface FixtureParts {
  skills: Record<string, FixtureSkill>;
  /** By key, `acme.<name>`. */
  operations?: Record<string, FixtureOperation>;
  /** Base URL of the API. */
  server?: string;
  service?: Partial<Service>;
  defs?: JsonObject;
  hot?: Partial<HotManifest>;
  auth?: BundleIndex['manifest']['structural']['auth'];
}

/** Makes a bundle out of parts, digests and search index included. */
export function fixtureBundle(parts: FixtureParts): FixtureBundle {
  const artifacts: Record<string, string> = {};
  const keep = (text: string, mediaType = 'application/json'): ArtifactRef => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    artifacts[sha256] = text;
    return { sha256, size: Buffer.byteLength(text), mediaType };
  };
  const server = parts.server ?? 'https://api.example.com';
  const index = sampleIndex();
  const operations = Object.entries(parts.operations ?? {}).map(
    ([key, operation]) => [key, operationEntry(key, operation, server, keep)] as const,
  );
  const skills = Object.entries(parts.skills).map(([id, skill]) => [id, skillEntry(id, skill, keep)] as const);
  index.manifest.hot = { ...index.manifest.hot, ...parts.hot };
  if (parts.auth) index.manifest.structural.auth = parts.auth;
  index.services = {
    acme: {
      binding: 'acme',
      origins: [new URL(server).origin],
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      auth: { token: { secret: 'ACME_TOKEN' } },
      schemas: keep(canonicalJson({ v: 1, $defs: parts.defs ?? {} })),
      ...parts.service,
    },
  };
  index.operations = Object.fromEntries(operations);
  index.skills = Object.fromEntries(skills);
  index.search = keep(canonicalJson(searchIndexOf(parts)));
  return { index, artifacts };
}

function operationEntry(
  key: string,
  operation: FixtureOperation,
  server: string,
  keep: (text: string) => ArtifactRef,
): OperationEntry {
  const name = key.split('.')[1] ?? key;
  const request: RequestTemplate = {
    method: 'GET',
    server,
    parameters: [],
    accept: 'application/json',
    security: [],
    ...operation.request,
  };
  const input = operation.input ?? { type: 'object', properties: {}, additionalProperties: false };
  const document: OperationDocument = {
    v: 1,
    description: operation.description ?? '',
    request,
    input,
    ...(operation.output && { output: operation.output }),
  };
  return {
    spec: 'acme',
    id: operation.id ?? name,
    name,
    method: request.method as OperationEntry['method'],
    path: request.path,
    summary: operation.summary ?? '',
    tags: [],
    expose: 'tool',
    readOnly: operation.readOnly ?? request.method === 'GET',
    effects: [],
    artifact: keep(canonicalJson(document)),
  };
}

function skillEntry(
  id: string,
  skill: FixtureSkill,
  keep: (text: string, mediaType?: string) => ArtifactRef,
): SkillEntry {
  const files = { 'SKILL.md': `---\nname: ${id}\n---\n\n# ${id}\n`, ...skill.files };
  return {
    name: id,
    description: skill.description ?? '',
    tags: skill.tags ?? [],
    frontMatter: { name: id },
    files: Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        keep(text, path.endsWith('.md') ? 'text/markdown' : 'application/json'),
      ]),
    ),
    operations: skill.operations ?? [],
    alwaysLoad: skill.alwaysLoad ?? false,
    hideFromDiscovery: skill.hideFromDiscovery ?? false,
  };
}

function searchIndexOf({ skills }: FixtureParts): ReturnType<typeof buildSearchIndex> {
  return buildSearchIndex(
    Object.entries(skills).map(([id, { description = '', tags = [], operations = [], files = {} }]) => ({
      id,
      name: id,
      description,
      tags,
      operations,
      text: files['SKILL.md'] ?? '',
    })),
  );
}
