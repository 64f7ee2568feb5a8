import type { EffectiveManifest } from '../../stage-values.js';
import type { ListedOperation } from '../names/list-operations.js';

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
