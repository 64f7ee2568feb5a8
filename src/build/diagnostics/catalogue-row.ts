/** How much a diagnostic weighs: an error stops the push, a warning does not. */
export type Severity = 'error' | 'warning' | 'notice';

/** One row of the catalogue: everything that is ever said about a code. */
export interface CatalogueRow<A> {
  severity: Severity;
  /** One sentence: what happened. Names and values in double quotes. */
  message: (args: A) => string;
  /** What to do next; left out where the message already says it. */
  hint?: (args: A) => string | undefined;
  /** For the docs page: what it means. */
  meaning: string;
  /** For the docs page: what to do. */
  remedy: string;
}

/** Declares a row with its argument type; `define<{ key: string }>()({ … })` keeps both inferred. */
export function define<A = Record<string, never>>(row: CatalogueRow<A>): CatalogueRow<A> {
  return row;
}

/** Every finding of this stage may be about one environment only; then the message begins with it. */
type InEnvironment<A> = A & { environment?: string };

/** A row of the manifest stage: its message names the environment that it is about. */
export function row<A>(definition: CatalogueRow<A>): CatalogueRow<InEnvironment<A>> {
  const { message } = definition;
  const prefix = ({ environment }: { environment?: string }) =>
    environment === undefined ? '' : `environments.${environment}: `;
  return define<InEnvironment<A>>({ ...definition, message: (args) => prefix(args) + message(args) });
}

/** A value in quotes, cut to what a line can hold. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

/** Names in quotes, with commas between. */
export function listed(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ');
}
