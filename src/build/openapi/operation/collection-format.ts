import type { ParameterPlace, ParameterStyle } from '../../../contract/request/types.js';
import { textOf, type SpecNode } from '../document/node.js';

/**
 * The style of 3.x that writes what a `collectionFormat` of 2.0 means ("Parameter Object" of Swagger 2.0; the default is
 * csv). Separators other than the comma exist in the query only. Returns `undefined` for tsv there.
 */
export function collectionStyle(
  node: SpecNode,
  place: ParameterPlace | 'formData',
): { style: ParameterStyle; explode: boolean } | undefined {
  if (place === 'path' || place === 'header') return { style: 'simple', explode: false };
  switch (textOf(node, 'collectionFormat')) {
    case 'multi':
      return { style: 'form', explode: true };
    case 'ssv':
      return { style: 'spaceDelimited', explode: false };
    case 'pipes':
      return { style: 'pipeDelimited', explode: false };
    case 'tsv':
      return undefined;
    default:
      return { style: 'form', explode: false };
  }
}
