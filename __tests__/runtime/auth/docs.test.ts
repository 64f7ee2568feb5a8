import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { AUTH_REFUSALS } from '../../../src/runtime/auth/inbound/caller-refusals.js';

const page = readFileSync(new URL('../../../docs/auth.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  (match) => parse(match[1] ?? '') as Record<string, unknown>,
);

test('docs/auth.md explains every reason with its status, and none that does not exist', () => {
  const rows = [...page.matchAll(/^\| (\d{3}) \| `(\w+)` \|/gm)].map((match) => [match[2], Number(match[1])]);
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(Object.entries(AUTH_REFUSALS).map(([reason, row]) => [reason, row.status])),
  );
});

test.each(examples.map((example) => [JSON.stringify(example), example] as const))(
  'its example is a valid part of a manifest: %s',
  (_text, example) => {
    const schema = JSON.parse(
      readFileSync(new URL('../../../schemas/frontmcp-deploy.v1.json', import.meta.url), 'utf8'),
    ) as { properties: object };
    const ajv = new Ajv({ strict: false, discriminator: true, allErrors: true });
    (formats as unknown as (ajv: Ajv) => void)(ajv);
    const validate = ajv.compile({ ...schema, required: [] });
    validate(example);
    expect(validate.errors ?? []).toEqual([]);
  },
);
