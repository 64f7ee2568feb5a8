import { collectDiagnostics } from '../../src/build/diagnostics/collector.js';
import type { Diagnostic } from '../../src/build/diagnostics/diagnostic.js';
import { readOperations } from '../../src/build/openapi/read-operations.js';
import type { EffectiveManifest, Operation, OperationSet, SkillSet, SpecSource } from '../../src/build/stage-values.js';
import { memoryTree } from './memory-tree.js';

/** What a case is about: the API and everything that is not as usual. */
export interface ApiCase {
  /** The description, as text or as a value that is written as JSON. */
  api: string | object;
  /** What the one skill mentions of it: names, ids or `METHOD /path`. */
  mentions: string[];
  source?: Partial<SpecSource>;
  rules?: EffectiveManifest['classificationRules'];
  /** More files beside `openapi/acme.json`. */
  files?: Record<string, string | Uint8Array>;
}

/** What stage 4 made of a case. */
export interface ApiResult {
  set: OperationSet;
  diagnostics: Diagnostic[];
  /** The operation of that name; throws when there is none. */
  operation(name: string): Operation;
}

/** Runs stage 4 on one spec `acme` and one skill. */
export async function readApi({ api, mentions, source, rules = [], files = {} }: ApiCase): Promise<ApiResult> {
  const spec: SpecSource = {
    id: 'acme',
    binding: 'acme',
    file: 'openapi/acme.json',
    readOnly: false,
    server: 0,
    serverVariables: {},
    strict: false,
    location: { file: 'frontmcp.deploy.yaml', line: 6, column: 5 },
    ...source,
  };
  const text = typeof api === 'string' ? api : JSON.stringify(api);
  const sink = collectDiagnostics();
  const tree = memoryTree({ 'openapi/acme.json': text, ...files });
  const set = await readOperations(tree, manifestOf(spec, rules), skillsOf(mentions), sink);
  const operation = (name: string): Operation => {
    const found = set.operations.find(({ entry }) => entry.name === name);
    if (!found) throw new Error(`no operation ${name}: ${JSON.stringify(sink.diagnostics)}`);
    return found;
  };
  return { set, diagnostics: sink.diagnostics, operation };
}

/** A 3.0 description with the given paths, and whatever else. */
export function apiOf(paths: object, more: object = {}): Record<string, unknown> {
  return {
    openapi: '3.0.3',
    info: { title: 'ACME', version: '1' },
    servers: [{ url: 'https://api.acme.example/v1' }],
    paths,
    ...more,
  };
}

function manifestOf(
  spec: SpecSource,
  classificationRules: EffectiveManifest['classificationRules'],
): EffectiveManifest {
  const parts: Partial<EffectiveManifest> = { file: 'frontmcp.deploy.yaml', specs: [spec], classificationRules };
  return parts as EffectiveManifest;
}

function skillsOf(mentions: string[]): SkillSet {
  const references = mentions.map((operation, index) => ({
    spec: 'acme',
    operation,
    form: 'wikilink' as const,
    location: { file: 'skills/orders/SKILL.md', line: index + 1, column: 1 },
  }));
  const skill: Partial<SkillSet['skills'][number]> = { id: 'orders', references };
  return { skills: [skill] } as SkillSet;
}
