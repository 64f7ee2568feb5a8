import frontMatter from '../../schemas/skill-front-matter.v1.json' with { type: 'json' };
import manifest from '../../schemas/frontmcp-deploy.v1.json' with { type: 'json' };
import { schemaAccepts } from '../../src/build/schema-accepts.js';

/** What `findProblems` checks, and what says nothing about validity. */
const UNDERSTOOD =
  '$ref $defs type const enum oneOf anyOf minLength maxLength pattern format minimum maximum minItems maxItems items required properties additionalProperties propertyNames minProperties maxProperties';
const SILENT = '$schema $id title description default discriminator examples';

test.each(Object.entries({ manifest, frontMatter }))('no keyword of the %s schema is left unchecked', (_, schema) => {
  expect([...keywordsOf(schema)].filter((keyword) => !`${UNDERSTOOD} ${SILENT}`.split(' ').includes(keyword))).toEqual(
    [],
  );
});

test.each([
  ['https://a.example/x', true],
  ['HTTP://a.example', true],
  ['mailto:a@b.example', false],
  ['https:a.example', false],
  ['https://a b', false],
  ['/x', false],
])('a URL is absolute and names a host: %s', (url, isValid) => {
  const schema = { type: 'object', properties: { url: { type: 'string', format: 'uri' } } };
  expect(schemaAccepts(schema, { url })).toBe(isValid);
});

test('tags are texts and numbers, and no list of lists', () => {
  const skill = { name: 'a', description: 'b' };
  expect(
    [['x', 2], [['x']], [true], ['x'.repeat(65)]].map((tags) => schemaAccepts(frontMatter, { ...skill, tags })),
  ).toEqual([true, false, false, false]);
});

/** Keywords of a schema, without the names that somebody chose. */
function keywordsOf(node: unknown, isMap = false, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) node.forEach((item) => keywordsOf(item, false, found));
  else if (typeof node === 'object' && node !== null) {
    for (const [key, member] of Object.entries(node)) {
      if (!isMap) found.add(key);
      if (isMap || !['const', 'enum', 'default', 'examples', 'discriminator'].includes(key)) {
        keywordsOf(member, !isMap && (key === 'properties' || key === '$defs'), found);
      }
    }
  }
  return found;
}
