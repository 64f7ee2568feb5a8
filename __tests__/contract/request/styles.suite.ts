import type { JsonValue } from '../../../src/contract/encoding/json.js';
import type { ParameterPlace, ParameterStyle } from '../../../src/contract/request/request-template.js';
import { equal, type SuiteCase } from '../assert.js';
import { parameterOf, problemsOf, requestOf, templateOf } from './template.js';

const VALUES: JsonValue[] = ['', 'blue', ['blue', 'black', 'brown'], { R: 100, G: 200, B: 150 }];
const KINDS = ['empty', 'string', 'array', 'object'];

/** OpenAPI Specification 3.1.1, "Style Examples": empty, string, array, object; `null` where the table has n/a. */
const TABLE: [ParameterStyle, boolean, (string | null)[]][] = [
  ['matrix', false, [';color', ';color=blue', ';color=blue,black,brown', ';color=R,100,G,200,B,150']],
  ['matrix', true, [';color', ';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200;B=150']],
  ['label', false, ['.', '.blue', '.blue,black,brown', '.R,100,G,200,B,150']],
  ['label', true, ['.', '.blue', '.blue.black.brown', '.R=100.G=200.B=150']],
  ['simple', false, ['', 'blue', 'blue,black,brown', 'R,100,G,200,B,150']],
  ['simple', true, ['', 'blue', 'blue,black,brown', 'R=100,G=200,B=150']],
  ['form', false, ['color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150']],
  ['form', true, ['color=', 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150']],
  ['spaceDelimited', false, [null, null, 'color=blue%20black%20brown', 'color=R%20100%20G%20200%20B%20150']],
  ['pipeDelimited', false, [null, null, 'color=blue%7Cblack%7Cbrown', 'color=R%7C100%7CG%7C200%7CB%7C150']],
  ['deepObject', true, [null, null, null, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150']],
];

const PLACES: Partial<Record<ParameterStyle, ParameterPlace[]>> = {
  matrix: ['path'],
  label: ['path'],
  simple: ['path', 'header'],
  form: ['query', 'cookie'],
};

/** Every cell of the specification's table, in every place where the style may stand. */
export const cases: SuiteCase[] = TABLE.flatMap(([style, explode, cells]) =>
  cells.flatMap((expected, column) =>
    (expected === null ? [] : (PLACES[style] ?? ['query'])).map((place: ParameterPlace) => ({
      name: `writes ${KINDS[column]} as ${style}${explode ? ', exploded' : ''}, in the ${place}`,
      run: () => checkCell(place, style, explode, VALUES[column] as JsonValue, expected as string),
    })),
  ),
);

function checkCell(
  place: ParameterPlace,
  style: ParameterStyle,
  explode: boolean,
  value: JsonValue,
  expected: string,
): void {
  const parameter = parameterOf({ in: place, style, explode, required: true });
  const template = templateOf({ path: place === 'path' ? '/things/{color}' : '/things', parameters: [parameter] });
  // A path segment must not be empty: the table's first column is refused there.
  if (place === 'path' && value === '') return equal(problemsOf(template, { color: value }).length, 1);
  const request = requestOf(template, { color: value });
  const header = (name: string): string | undefined => request.headers.find(([key]) => key === name)?.[1];
  const base = 'https://api.example.com/v1/things';
  if (place === 'path') equal(request.url, `${base}/${expected}`);
  if (place === 'query') equal(request.url, `${base}?${expected}`);
  if (place === 'header') equal(header('color'), expected);
  if (place === 'cookie') equal(header('Cookie'), expected.replaceAll('&', '; '));
}
