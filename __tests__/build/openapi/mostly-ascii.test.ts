import fc from 'fast-check';
import { parseMostlyAscii } from '../../../src/build/openapi/document/read-source-file.js';
import { apiOf, readApi } from '../../support/read-openapi.js';

const bytes = (text: string) => new TextEncoder().encode(text);

test('means what JSON.parse makes of the text, wherever characters beyond ASCII stand', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }),
      fc.constantFrom('é', '“”', '𝕏', 'a\u2028'),
      fc.nat(20_000),
      (value, mark, padding) => {
        const text = JSON.stringify({
          [mark]: mark,
          value,
          padding: 'x'.repeat(padding),
          [`${mark}\\`]: `\\${mark}"${mark}`,
        });
        // A backslash before such a character is left to the ordinary way.
        const found = parseMostlyAscii(bytes(text));
        if (found !== undefined) expect(found).toEqual(JSON.parse(text));
      },
    ),
    { numRuns: 60 },
  );
  expect(parseMostlyAscii(bytes(' \n{"ä\\n": ["ö𝕏", "x"], "ä\\n": 1}'))).toEqual({ 'ä\n': 1 });
});

test.each([
  ['ASCII alone', '{"a":1}'],
  ['no JSON', '{"a": é}'],
  ['an escape that JSON does not know', '{"a":"\\é"}'],
  ['a byte order mark', '\ufeff{"a":"é"}'],
  ['YAML', 'a: é'],
  ['too much beyond ASCII', JSON.stringify('a é'.repeat(20_000).split(' '))],
  ['nothing', ''],
])('leaves %s to the ordinary way', (_, text) => expect(parseMostlyAscii(bytes(text))).toBeUndefined());

test('what is wrong behind such a character is still told at its place', async () => {
  const text = JSON.stringify(
    apiOf({ '/ä': { get: { operationId: 'x', summary: 'Größe “x”', responses: {} } } }),
    null,
    2,
  );
  const { operation } = await readApi({ api: text, mentions: ['x'] });
  expect(operation('x').entry).toMatchObject({ path: '/ä', summary: 'Größe “x”' });
  const { diagnostics } = await readApi({ api: text.replace('“x”",', '“x”"'), mentions: ['x'] });
  const line = text.slice(0, text.indexOf('“x”')).split('\n').length + 1;
  expect(diagnostics).toMatchObject([{ code: 'openapi-syntax', location: { line } }]);
  expect((await readApi({ api: text.replace('Größe', '\\Größe'), mentions: ['x'] })).diagnostics).toMatchObject([
    { code: 'openapi-syntax' },
  ]);
});
