import fc from 'fast-check';
import type { JsonValue } from '../../../src/contract/encoding/json.js';
import { buildRequest } from '../../../src/contract/request/build-request.js';
import { renderUri, matchUri } from '../../../src/contract/request/uri-template.js';
import type { ParameterPlace, ParameterStyle } from '../../../src/contract/request/request-template.js';
import { parameterOf, templateOf } from './template.js';

const nasty = fc.constantFrom(
  '.',
  '..',
  '/',
  '\\',
  '//evil.example',
  '@evil',
  '?a=b',
  '#',
  '%2e%2e',
  '\r\n',
  ';',
  '&x=1',
  ':80',
  '\0',
  '\ud800',
);
const hostileText = fc.oneof(
  nasty,
  fc.string({ unit: 'binary' }),
  fc.array(nasty).map((parts) => parts.join('')),
);
const hostileValue = fc.oneof(
  hostileText,
  fc.array(hostileText),
  fc.dictionary(hostileText, hostileText),
  fc.jsonValue() as fc.Arbitrary<JsonValue>,
) as fc.Arbitrary<JsonValue>;

const STYLES: [ParameterPlace, ParameterStyle][] = [
  ['path', 'simple'],
  ['path', 'label'],
  ['path', 'matrix'],
  ['query', 'form'],
  ['query', 'spaceDelimited'],
  ['query', 'pipeDelimited'],
  ['query', 'deepObject'],
  ['header', 'simple'],
  ['cookie', 'form'],
];

describe.each(STYLES)('a hostile value in the %s, style %s', (place, style) => {
  test('never moves the request, and never adds a segment, a header or a fragment', () => {
    fc.assert(
      fc.property(hostileValue, fc.boolean(), fc.boolean(), (value, explode, allowReserved) => {
        const parameter = parameterOf({
          in: place,
          name: 'x',
          style,
          explode,
          required: true,
          ...(allowReserved && place === 'query' ? { allowReserved: true } : {}),
        });
        const path = place === 'path' ? '/a/{x}/b' : '/a/b';
        const outcome = buildRequest(templateOf({ path, parameters: [parameter] }), { x: value });
        if (!outcome.ok) return outcome.problems.length > 0;
        const url = new URL(outcome.request.url);
        const segments = url.pathname.split('/');
        for (const [name, text] of outcome.request.headers) new Headers().set(name, text);
        return (
          url.origin === 'https://api.example.com' &&
          url.username === '' &&
          url.hash === '' &&
          segments.length === (place === 'path' ? 5 : 4) &&
          segments[2] === 'a' &&
          segments.at(-1) === 'b' &&
          (place === 'query' || url.search === '')
        );
      }),
      { numRuns: 400 },
    );
  });
});

test('a query value comes back as it was given', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const outcome = buildRequest(templateOf({ parameters: [parameterOf({ name: 'x' })] }), { x: text });
      return outcome.ok ? new URL(outcome.request.url).searchParams.get('x') === text : !text.isWellFormed();
    }),
  );
});

test('a rendered URI matches its template and gives the values back', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (a, b) => {
      const uri = renderUri(
        'mcp+op://s/{a}/x{?b}',
        new Map([
          ['a', a],
          ['b', b],
        ]),
      );
      if (uri === undefined) return ['', '.', '..'].includes(a) || !a.isWellFormed() || !b.isWellFormed();
      const found = matchUri('mcp+op://s/{a}/x{?b}', uri);
      return found?.get('a') === a && found.get('b') === b;
    }),
  );
});
