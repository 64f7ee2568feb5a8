import { placeholders } from '../classify/path-shape.js';
import type { Parameter } from './parameter.js';

/** Names that only tell operations of one path apart, as Azure's descriptions do: no API asks for them. */
const LABELS: ReadonlySet<string> = new Set(['overload']);

/**
 * Why an operation cannot be requested because of the fragment of its path, which no request carries; `undefined` when it can.
 * What the fragment says to choose the operation by has to be sent some other way: `Action=List` by a parameter `Action`.
 */
export function faultOfFragment(path: string, parameters: readonly Parameter[]): string | undefined {
  const mark = path.indexOf('#');
  if (mark === -1) return undefined;
  const fragment = path.slice(mark + 1);
  const [lost] = placeholders(fragment);
  if (lost !== undefined) return `its fragment holds "{${lost}}", which no request carries`;
  const names = fragment.split('&').flatMap((piece) => (piece.includes('=') ? [piece.split('=', 1)[0] as string] : []));
  const unsent = names.find((name) => !LABELS.has(name) && !parameters.some((parameter) => parameter.name === name));
  return unsent === undefined ? undefined : `its fragment asks for "${unsent}", which no parameter sends`;
}
