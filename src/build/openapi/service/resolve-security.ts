import type { SecurityScheme } from '../../../contract/bundle/bundle-index.js';
import type { SpecAuth } from '../../../contract/generated/manifest.js';
import { suggest } from '../../../contract/search/suggest.js';
import { reportOnce } from '../../diagnostics/collector.js';
import type { DiagnosticSink } from '../../diagnostics/diagnostic.js';
import type { SpecDocument } from '../document/read-spec.js';
import type { NamedOperation } from '../names/name-operations.js';
import { bindScheme, readSecuritySchemes, requirementsOf, type Bound, type KnownScheme } from './security-schemes.js';

/** Finds how each operation of a spec signs in. */
interface SecurityResolver {
  /** The alternatives of an operation that the manifest binds, `[]` for none; `undefined` after a report. */
  resolve(operation: NamedOperation): string[][] | undefined;
  /** The schemes and credentials that resolved operations use. Reports bindings that nobody uses. */
  finish(): { securitySchemes: Record<string, SecurityScheme>; auth: SpecAuth };
}

/**
 * Binds the security schemes of a spec through `specs[].auth`. An alternative counts when all of its schemes are bound; an
 * operation with none that counts is an error, told once for each set of schemes.
 */
export function createSecurityResolver(document: SpecDocument, sink: DiagnosticSink): SecurityResolver {
  const { source } = document;
  const { auth } = source;
  // The manifest stage has warned of it.
  if (auth === false) return { resolve: () => [], finish: () => ({ securitySchemes: {}, auth: false }) };
  const declared = readSecuritySchemes(document);
  const assumed = assumedScheme(declared, auth);
  const schemes = assumed ?? declared;
  const bindings = new Map<string, Bound>();
  const bind = (name: string): Bound => {
    const bound = bindings.get(name) ?? bindScheme(name, schemes, auth);
    bindings.set(name, bound);
    return bound;
  };
  const used = new Set<string>();
  const refused = new Set<string>();
  const once = reportOnce();
  return {
    resolve(operation) {
      // A document without any scheme is silent about signing in, not against it.
      const wanted = requirementsOf(document, operation) ?? (assumed ? [[...assumed.keys()]] : []);
      const usable = wanted.filter((names) => names.every((name) => bind(name).ok)).sort(byOptional);
      if (wanted.length > 0 && usable.length === 0) {
        for (const name of wanted.flat()) refused.add(name);
        return reportUnusable(document, operation, wanted, bind, once, sink);
      }
      for (const name of usable.flat()) used.add(name);
      return usable;
    },
    finish() {
      if (assumed)
        sink.report('openapi-auth-assumed', { spec: source.id, scheme: [...assumed.keys()].join() }, source.location);
      for (const scheme of Object.keys(auth ?? {}).filter((name) => !used.has(name) && !refused.has(name))) {
        const suggestions = suggest(scheme, schemes.keys());
        sink.report('openapi-auth-unused', { spec: source.id, scheme, suggestions }, source.location);
      }
      return usedBindings([...used].sort(), bind);
    },
  };
}

/** For a document without any scheme, the one credential of the manifest is meant as a bearer token. */
function assumedScheme(
  declared: ReadonlyMap<string, KnownScheme>,
  auth: Exclude<SpecAuth, false> | undefined,
): Map<string, KnownScheme> | undefined {
  const [name, ...others] = Object.keys(auth ?? {});
  if (declared.size > 0 || name === undefined || others.length > 0) return undefined;
  return new Map([[name, { ok: true, scheme: { type: 'http', scheme: 'bearer' } }]]);
}

/** Signing in comes before not signing in, whatever the document lists first: the manifest binds a credential to be used. */
function byOptional(a: readonly string[], b: readonly string[]): number {
  return Number(a.length === 0) - Number(b.length === 0);
}

function usedBindings(names: readonly string[], bind: (name: string) => Bound): ReturnType<SecurityResolver['finish']> {
  const bound = names.flatMap((name) => {
    const found = bind(name);
    return found.ok ? [{ name, ...found }] : [];
  });
  return {
    securitySchemes: Object.fromEntries(bound.map(({ name, scheme }) => [name, scheme])),
    auth: Object.fromEntries(bound.map(({ name, credential }) => [name, credential])),
  };
}

/** Says what keeps the easiest alternative from being used. */
function reportUnusable(
  { source }: SpecDocument,
  operation: NamedOperation,
  wanted: readonly string[][],
  bind: (name: string) => Bound,
  once: ReturnType<typeof reportOnce>,
  sink: DiagnosticSink,
): undefined {
  const faults = wanted.map((names) => names.flatMap((scheme) => faultOf(scheme, bind(scheme))));
  const unbound = faults.find((list) => list.every(({ fault }) => fault === 'unbound'));
  const mismatch = faults.flat().find((found) => found.fault === 'mismatch');
  const key = `${source.binding}.${operation.name}`;
  const spec = source.id;
  if (mismatch) {
    const { scheme, kind } = mismatch;
    return once(`mismatch ${scheme}`, () =>
      sink.report('openapi-auth-mismatch', { spec, scheme, kind }, source.location),
    );
  }
  if (unbound) {
    const schemes = unbound.map(({ scheme }) => scheme);
    return once(`unbound ${schemes.join()}`, () =>
      sink.report('openapi-auth-unbound', { spec, schemes, operation: key }, source.location),
    );
  }
  const unsupported = faults.flat().find((found) => found.fault === 'unsupported');
  if (!unsupported) return undefined;
  const { scheme, reason } = unsupported;
  return once(`unsupported ${scheme}`, () =>
    sink.report('openapi-auth-unsupported', { spec, scheme, reason, operation: key }, source.location),
  );
}

type NamedFault = Extract<Bound, { ok: false }> & { scheme: string };

function faultOf(scheme: string, bound: Bound): NamedFault[] {
  return bound.ok ? [] : [{ ...bound, scheme }];
}
