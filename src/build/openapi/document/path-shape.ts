/** One step of a path, as resources are compared by it. */
interface PathStep {
  /** As written, with the separator before it. */
  text: string;
  /** Without parameter names. */
  shape: string;
  /** It names one of several: `/{id}`, `('{id}')`. */
  isParameter: boolean;
}

const EXTENSION = /\.(?:json|xml|yaml)$/;
const PLACEHOLDER = /\{[^{}]*\}/g;
/** What makes a shape more than its path with bare placeholders: verbs, keys, extensions, queries, fragments, slashes at the end. */
const UNUSUAL = /[:(.?#]|.\/$/;

/**
 * Cuts a path into steps. Besides `/`, a Google verb (`:cancel`) and an OData key (`('{id}')`) begin a step. A trailing slash
 * and a `.json`, `.xml` or `.yaml` at the end belong to the spelling, not to the shape. A query or a fragment inside
 * the path is left out.
 */
export function pathSteps(path: string): PathStep[] {
  const [bare = ''] = path.split(/[?#]/, 1);
  const steps: PathStep[] = [];
  for (const segment of bare.split('/').slice(1)) {
    const cut = cutOf(segment);
    steps.push(step(`/${segment.slice(0, cut)}`));
    if (cut < segment.length) steps.push(step(segment.slice(cut)));
  }
  if (steps.length > 1 && steps.at(-1)?.text === '/') steps.pop();
  return steps;
}

/** Where a second step begins within a segment; its end when there is none. */
function cutOf(segment: string): number {
  const colon = segment.lastIndexOf(':');
  if (colon > 0 && /^:[A-Za-z][\w-]*$/.test(segment.slice(colon))) return colon;
  const bracket = segment.indexOf('(');
  const isKey = bracket > 0 && segment.endsWith(')') && segment.includes('{', bracket);
  return isKey ? bracket : segment.length;
}

function step(text: string): PathStep {
  // Most steps are a plain word, and a large document has ten thousand of them.
  const bare = text.includes('.') ? text.replace(EXTENSION, '') : text;
  const shape = bare.includes('{') ? bare.replace(PLACEHOLDER, '{}') : bare;
  return { text, shape, isParameter: shape === '/{}' || (shape.startsWith('(') && shape.includes('{}')) };
}

/** The shape of a path: equal for paths that name the same resources. */
export function shapeOf(path: string): string {
  // Whole descriptions are indexed by it, and most paths hold nothing of what steps are cut at but `/`.
  if (path.startsWith('/') && !UNUSUAL.test(path)) return path.replace(PLACEHOLDER, '{}');
  return pathSteps(path)
    .map(({ shape }) => shape)
    .join('');
}

/** Names of the placeholders of a path, in order. */
export function placeholders(path: string): string[] {
  return (path.match(PLACEHOLDER) ?? []).map((placeholder) => placeholder.slice(1, -1));
}

/** Puts other names into the placeholders of a path, by position. */
export function renamePlaceholders(path: string, names: readonly string[]): string {
  let index = 0;
  return path.replace(PLACEHOLDER, (placeholder) => {
    const name = names[index];
    index += 1;
    return name === undefined ? placeholder : `{${name}}`;
  });
}
