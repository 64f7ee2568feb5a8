import type { Effect } from '../../../contract/bundle/bundle-index.js';
import type { ClassificationBasis, EffectiveManifest } from '../../stage-values.js';
import { pathSteps, shapeOf } from '../document/path-shape.js';
import { child, items, members, type SpecNode } from '../document/spec-node.js';
import type { ListedOperation } from '../names/list-operations.js';
import type { Classification, Classifier, Extension, ResourceIndex } from './classification.js';
import { effectsOn } from './resources.js';

const SURFACES = ['tool', 'resource', 'both'] as const;

/**
 * Reads `x-frontmcp: { expose, readOnly, effects }` of an operation. `effects` lists paths of GETs of the same description,
 * found by shape. What is none of this is a fault, and the rest counts.
 */
export function readExtension(operation: ListedOperation, resources: ResourceIndex): Extension | undefined {
  const node = child(operation.node, 'x-frontmcp');
  if (!node) return undefined;
  const extension: Extension = { faults: [] };
  for (const [key, member] of members(node)) {
    const reason = take(key, member, operation, resources, extension);
    if (reason !== undefined) extension.faults.push({ at: member, reason });
  }
  if (typeof node.value !== 'object' || node.value === null || Array.isArray(node.value))
    extension.faults.push({ at: node, reason: 'it is no mapping' });
  return extension;
}

/** Takes one member over, or says why not. */
function take(
  key: string,
  member: SpecNode,
  { method }: ListedOperation,
  resources: ResourceIndex,
  extension: Extension,
): string | undefined {
  if (key === 'effects') return takeEffects(member, resources, extension);
  if (key === 'expose') {
    extension.expose = SURFACES.find((surface) => surface === member.value);
    return extension.expose ? undefined : '"expose" is tool, resource or both';
  }
  if (key !== 'readOnly') return `"${key.slice(0, 40)}" is not known; there are expose, readOnly and effects`;
  if (typeof member.value !== 'boolean') return '"readOnly" is true or false';
  if (method !== 'POST') return '"readOnly" is for POST: other methods say whether they read';
  extension.readOnly = member.value;
  return undefined;
}

function takeEffects(member: SpecNode, resources: ResourceIndex, extension: Extension): string | undefined {
  if (!Array.isArray(member.value)) return '"effects" is a list of paths';
  const found = items(member).map(({ value }) =>
    typeof value === 'string' ? resources.get(shapeOf(value)) : undefined,
  );
  extension.changes = found.filter((get) => get !== undefined);
  const lost = items(member)[found.indexOf(undefined)];
  return lost && `there is no GET ${JSON.stringify(lost.value)?.slice(0, 80) ?? ''} in the description`;
}

/** An override of the classification. */
export type ClassificationRule = EffectiveManifest['classificationRules'][number];

/** The manifest's rules, which remember whether they ever matched. */
export interface RuleBook {
  /** The first rule that matches, if any. */
  ruleFor(operation: ListedOperation): ClassificationRule | undefined;
  /** Marks the rules that match any of these operations, referred to or not. */
  see(operations: readonly ListedOperation[]): void;
  unused(): ClassificationRule[];
}

/** Compiles the rules (`METHOD path-glob`; the method may be `*`). A rule without a path matches nothing. */
export function createRuleBook(rules: readonly ClassificationRule[]): RuleBook {
  const unused = new Set(rules);
  const compiled = rules.map((rule) => {
    const [, method = '', glob = ''] = /^(\S+)\s+(\S.*)$/.exec(rule.match.trim()) ?? [];
    return { rule, method: method.toUpperCase(), glob: normal(glob) };
  });
  const matches = ({ method, glob }: (typeof compiled)[number], operation: ListedOperation): boolean =>
    (method === '*' || method === operation.method) && matchesGlob(glob, normal(operation.path));
  return {
    ruleFor: (operation) => compiled.find((entry) => matches(entry, operation))?.rule,
    see(operations) {
      for (const entry of compiled) {
        if (unused.has(entry.rule) && operations.some((operation) => matches(entry, operation)))
          unused.delete(entry.rule);
      }
    },
    unused: () => [...unused],
  };
}

/** Parameter names and a trailing slash do not matter. */
function normal(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}').replace(/(?<=.)\/$/, '');
}

/**
 * Whether a path matches a glob: `*` stands for any text within a segment, `**` for any text. Every other character stands
 * for itself. Takes time in the product of both lengths, whatever the glob.
 */
export function matchesGlob(glob: string, text: string): boolean {
  const tokens = glob.split(/(\*\*|\*)/).flatMap((piece, index) => (index % 2 === 1 ? [piece] : [...piece]));
  let states = closure(new Set([0]), tokens);
  for (const character of text) {
    const next = new Set<number>();
    for (const state of states) {
      const token = tokens[state];
      if (token === '**' || (token === '*' && character !== '/')) next.add(state);
      else if (token === character) next.add(state + 1);
    }
    states = closure(next, tokens);
  }
  return states.has(tokens.length);
}

/** A star may also stand for nothing. */
function closure(states: Set<number>, tokens: readonly string[]): Set<number> {
  for (const state of states) if (tokens[state] === '*' || tokens[state] === '**') states.add(state + 1);
  return states;
}

/** A classification with what `x-frontmcp` of the operation states. */
export function overrideByExtension(
  found: Classification,
  operation: ListedOperation,
  { expose, readOnly, changes, faults }: Extension,
  classifier: Classifier,
): Classification {
  const isStated = expose !== undefined || readOnly !== undefined || changes !== undefined;
  const effects = changes && effectsOn(changes, operation, classifier);
  return {
    ...surfaced(found, expose, effects),
    ...(faults.length > 0 ? { extensionFaults: faults } : {}),
    basis: settled(found, isStated ? 'document' : 'http', { expose, emits: effects }),
  };
}

/** A classification with what a rule of the manifest states. */
export function overrideByRule(
  found: Classification,
  operation: ListedOperation,
  { expose, emits }: ClassificationRule,
  classifier: Classifier,
): Classification {
  const effects = emits === undefined ? undefined : emitted(emits, operation, classifier.spec);
  return { ...surfaced(found, expose, effects), basis: settled(found, 'rule', { expose, emits }) };
}

/** A classification with another surface and other effects, as far as they are stated and possible. */
function surfaced(
  found: Classification,
  expose: Classification['expose'] | undefined,
  stated: Effect[] | undefined,
): Classification {
  const { uriTemplate, ...rest } = found;
  const surface = expose === undefined || isImpossible(found, expose) ? found.expose : expose;
  const effects = stated ?? found.effects;
  return {
    ...rest,
    expose: surface,
    effects,
    // Whoever says that a call changes something says that it does not only read.
    readOnly: found.readOnly && effects.length === 0,
    ...(surface === 'tool' || uriTemplate === undefined ? {} : { uriTemplate }),
  };
}

function isImpossible({ uriTemplate }: Classification, expose: Classification['expose'] | undefined): boolean {
  return (expose === 'resource' || expose === 'both') && uriTemplate === undefined;
}

/** What a statement leaves in doubt: whoever says what changes has looked. */
function settled(
  found: Classification,
  decidedBy: ClassificationBasis['decidedBy'],
  { expose, emits }: { expose?: Classification['expose']; emits?: unknown },
): ClassificationBasis {
  const left = found.basis.doubts.filter((doubt) => emits === undefined || doubt === 'rule-impossible');
  const doubts = new Set(isImpossible(found, expose) ? [...left, 'rule-impossible' as const] : left);
  return { ...found.basis, decidedBy, doubts: [...doubts] };
}

/** `self` is the operation's own path, `parent` the path without its last step; a path of one step has no parent. */
function emitted(emits: 'self' | 'parent' | 'none', { path }: ListedOperation, spec: string): Effect[] {
  const steps = pathSteps(path);
  const kept = emits === 'self' ? steps : emits === 'parent' ? steps.slice(0, -1) : [];
  const uri = kept.map(({ text }) => text).join('');
  return uri === '' ? [] : [{ kind: 'updated', uri: `mcp+op://${spec}${uri}` }];
}
