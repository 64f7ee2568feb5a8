import { define, type CatalogueRow } from './define.js';

/** Every finding of this stage may be about one environment only; then the message begins with it. */
export type InEnvironment<A> = A & { environment?: string };

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
