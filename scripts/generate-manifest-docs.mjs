import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';

/**
 * A node of the JSON Schema; `oneOfKeys` are the members that only this branch of a union requires.
 * @typedef {object} SchemaNode
 * @property {string} [$ref]
 * @property {Record<string, SchemaNode>} [$defs]
 * @property {'string' | 'integer' | 'boolean' | 'object' | 'array'} [type]
 * @property {string} [description]
 * @property {unknown[]} [examples]
 * @property {Record<string, SchemaNode>} [properties]
 * @property {string[]} [required]
 * @property {string[]} [oneOfKeys]
 * @property {SchemaNode | boolean} [additionalProperties]
 * @property {SchemaNode} [items]
 * @property {SchemaNode[]} [oneOf]
 * @property {SchemaNode[]} [anyOf]
 * @property {string | number | boolean} [const]
 * @property {(string | number)[]} [enum]
 * @property {string} [format]
 * @property {number} [maxLength]
 * @property {number} [maxItems]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {unknown} [default]
 */
/**
 * A row of a table of fields.
 * @typedef {[field: string, type: string, required: string, description: string]} FieldRow
 */

const SCHEMA = 'schemas/frontmcp-deploy.v1.json';

const INTRODUCTION = `# The manifest

\`frontmcp.deploy.yaml\` says what a Worker serves and where it runs. This page lists every field of version 1.

Every object is strict: an unknown key is an error that names the nearest known one. All problems of a file are reported
together, each with its line and column; [diagnostics.md](diagnostics.md) lists them. For completion in an editor, begin the file with

\`\`\`yaml
# yaml-language-server: $schema=https://raw.githubusercontent.com/frontmcp/deploy-action/v1/schemas/frontmcp-deploy.v1.json
\`\`\`

The file is YAML 1.2 (JSON is fine), at most 1 MiB. Anchors and aliases work; merge keys (\`<<\`), tags and several documents do not.
Paths are relative to the manifest, written with \`/\`, and never leave the repository, not even through links.`;

const SMALLEST = `## The smallest manifest

\`\`\`yaml
version: 1
name: acme-mcp

runtime:
  target: cloudflare-worker
  compatibilityDate: '2026-05-01'

server:
  info: { name: acme-mcp, version: 1.0.0 }

specs: ./openapi/

bindings:
  kvNamespaces:
    - { binding: REPLAY_NONCE, id: '\${env:KV_REPLAY_NONCE_ID}' }

signing:
  algorithm: ed25519
  trustRoots:
    - { kid: prod-2026-05, publicKeySecret: TRUSTED_PUBKEY }
  replay: { nonceKv: REPLAY_NONCE }

auth: { provider: none }

secrets:
  - { name: TRUSTED_PUBKEY }
\`\`\``;

const RULES = `## Variables

\`\${env:NAME}\` in any text is filled from the environment of the process, for the environment that is deployed; the other environments
are checked without values. A variable that is not set, or empty, is an error on its line. A dry run without it, as in a pull request
from a fork, goes on with a placeholder and gives no digest. There are no defaults, and a value is not searched for variables again.

Secrets never pass through variables: names listed in \`secrets\`, \`INPUT_*\`, \`ACTIONS_*\` and \`GITHUB_TOKEN\` are refused.

## How an environment is made

The overlay \`environments.<name>\` is laid over the manifest: scalars and objects merge, lists replace. So each *kind* of binding that an
overlay lists replaces that kind, and the kinds it does not list stay; \`vars\` merge by key, \`bindings.vars\` of the overlay first, then
its \`vars\`. Another \`auth.provider\` takes the place of the settings of the first; \`requiredScopes\` stay where the provider knows them.
\`version\`, \`name\`, \`runtime\`, \`signing\`, \`secrets\` and \`tags\` cannot be overridden.

Every environment is checked, not only the one that is deployed. (FrontMCP's own page says that \`bindings\` replace as a whole, under which
its example loses the namespace of the replay guard; merged by kind, the example is valid.)

## Names of specs

A spec given by its path has the file name without its ending as id. Scripts reach it as a namespace: \`bindingName\`, or the id in camel case
(\`acme-api\` becomes \`acmeApi\`, \`3scale\` becomes \`_3scale\`). Two specs never share an id or a namespace, not even in another case, and names
of JavaScript and of AgentScript (\`JSON\`, \`console\`, \`callTool\`, …) are taken.

## Checks across fields

- Every secret that \`auth\`, \`signing\` or \`specs[].auth\` names is declared in \`secrets\`.
- \`signing.replay.nonceKv\` is one of \`bindings.kvNamespaces\`.
- When \`tags\` are declared, \`skills.tags\` names only those. \`skills.alwaysLoad\` names skills, in kebab case.
- Key ids, secrets and tags are unique; bindings of all kinds, vars and secrets do not share a name.
- \`SESSIONS\`, \`EVENTS\` and \`BUNDLE\` are Durable Objects with their own classes, \`AUDIT\` is a D1 database, \`BUNDLE_CACHE\` a KV namespace, \`SKILL_DATA\` an R2 bucket.
- \`deployment.url\`, issuers and token endpoints are https, or http on loopback. Base URLs have no user name, query or fragment.
- \`tokenExchange\` and \`passthrough\` need an inbound token; \`passthrough\` only goes to the API that the token was issued for.
- Specs and skills exist, inside the repository. A spec given by URL is refused with the command that downloads it.
- Two environments with one Worker name cause a warning.`;

/**
 * docs/manifest.md, from the schema that validates the manifest.
 * @param {string} root of the project
 */
export async function generate(root) {
  /** @type {SchemaNode} */
  const schema = JSON.parse(await readFile(join(root, SCHEMA), 'utf8'));
  const page = [
    `<!-- Generated from ${SCHEMA} by "npm run generate". Do not edit. -->`,
    INTRODUCTION,
    SMALLEST,
    overview(schema),
    ...Object.entries(schema.properties ?? {})
      .filter(([, property]) => isSection(schema, property))
      .map(([name, property]) => section(schema, name, property)),
    RULES,
  ];
  return [{ path: 'docs/manifest.md', text: `${page.join('\n\n')}\n` }];
}

/** @param {SchemaNode} schema */
function overview(schema) {
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const target = resolve(schema, property);
    const label = isSection(schema, property) ? `[\`${name}\`](#${name.toLowerCase()})` : `\`${name}\``;
    return [label, schema.required?.includes(name) ? 'yes' : '', withLimits(target)];
  });
  return `## Sections\n\n${table(['Key', 'Required', 'What it says'], rows)}`;
}

/**
 * Scalars are told in the overview; the rest gets a chapter.
 * @param {SchemaNode} schema
 * @param {SchemaNode} property
 */
function isSection(schema, property) {
  return resolve(schema, property).type !== 'string' && resolve(schema, property).type !== 'integer';
}

/**
 * @param {SchemaNode} schema
 * @param {string} name
 * @param {SchemaNode} property
 */
function section(schema, name, property) {
  const target = resolve(schema, property);
  const required = schema.required?.includes(name) ? 'Required' : 'Optional';
  const examples = (target.examples ?? []).map(
    (example) => '```yaml\n' + stringify({ [name]: example }, { lineWidth: 110 }) + '```',
  );
  const rows = name === 'environments' ? overlayRows(schema, target) : fieldRows(schema, target, name, '');
  const fields = rows.length > 0 ? [table(['Field', 'Type', 'Required', 'Description'], rows)] : [];
  return [`## ${name}`, `${target.description}\n${required}.`, ...examples, ...fields].join('\n\n');
}

/**
 * An overlay's sections are those of the manifest: only how they merge is told.
 * @param {SchemaNode} schema
 * @param {SchemaNode} target
 * @returns {FieldRow[]}
 */
function overlayRows(schema, target) {
  const { properties = {} } = resolve(schema, valuesOf(target));
  return Object.entries(properties).map(([key, property]) => {
    const { description = '' } = {
      ...resolve(schema, property),
      ...(key === 'specs' ? { description: 'Replaces `specs`.' } : {}),
    };
    return [
      `\`environments.<name>.${key}\``,
      typeOf(schema, property),
      '',
      key === 'vars' ? 'Merged into `bindings.vars` by key.' : description,
    ];
  });
}

/**
 * One row a field, nested ones by their path: `trustRoots[].kid`, `vars.<name>`.
 * @param {SchemaNode} schema
 * @param {SchemaNode} node
 * @param {string} path
 * @param {string} required
 * @returns {FieldRow[]}
 */
function fieldRows(schema, node, path, required, depth = 0) {
  const target = resolve(schema, node);
  /** @type {FieldRow[]} */
  const own = depth === 0 ? [] : [[`\`${path}\``, typeOf(schema, node), required, withLimits(target)]];
  return [...own, ...childRows(schema, target, path, depth)];
}

/**
 * @param {SchemaNode} schema
 * @param {SchemaNode} target
 * @param {string} path
 * @param {number} depth
 * @returns {FieldRow[]}
 */
function childRows(schema, target, path, depth) {
  const properties = Object.entries(target.properties ?? {}).flatMap(([key, property]) =>
    fieldRows(schema, property, `${path}.${key}`, requirement(target, key), depth + 1),
  );
  const items = target.items ? childRows(schema, resolve(schema, target.items), `${path}[]`, depth + 1) : [];
  const others = typeof target.additionalProperties === 'object' ? mapRows(schema, target, path, depth) : [];
  const branches = branchesOf(target).flatMap((branch) =>
    childRows(schema, onlyOne(schema, target, branch), path, depth + 1),
  );
  return unique([...properties, ...items, ...others, ...branches]);
}

/**
 * Returns the schema of an object's further members.
 * @param {SchemaNode} target
 */
function valuesOf({ additionalProperties }) {
  return typeof additionalProperties === 'object' ? additionalProperties : {};
}

/** @param {SchemaNode} target */
function branchesOf(target) {
  return [...(target.oneOf ?? []), ...(target.anyOf ?? [])];
}

/**
 * A branch of a union: what only it requires is one of several ways.
 * @param {SchemaNode} schema
 * @param {SchemaNode} union
 * @param {SchemaNode} branch
 * @returns {SchemaNode}
 */
function onlyOne(schema, union, branch) {
  const target = resolve(schema, branch);
  const objects = branchesOf(union)
    .map((each) => resolve(schema, each))
    .filter((each) => each.properties);
  const others = objects.map((each) => each.required ?? []);
  const shared = (/** @type {string} */ key) => others.every((required) => required.includes(key));
  return { ...target, oneOfKeys: (target.required ?? []).filter((key) => !shared(key) && target.properties) };
}

/**
 * `yes`, `one of` for the ways of a union, or nothing.
 * @param {SchemaNode} target
 * @param {string} key
 */
function requirement(target, key) {
  const choices = branchesOf(target).flatMap((branch) => (branch.properties ? [] : (branch.required ?? [])));
  if (choices.includes(key) || (target.oneOfKeys ?? []).includes(key)) return 'one of';
  return (target.required ?? []).includes(key) ? 'yes' : '';
}

/**
 * @param {SchemaNode} schema
 * @param {SchemaNode} target
 * @param {string} path
 * @param {number} depth
 */
function mapRows(schema, target, path, depth) {
  return childRows(schema, resolve(schema, valuesOf(target)), `${path}.<name>`, depth + 1);
}

/**
 * The branches of a union share fields such as `auth.provider`, whose values are listed together.
 * @param {FieldRow[]} rows
 * @returns {FieldRow[]}
 */
function unique(rows) {
  /** @type {Map<string, FieldRow>} */
  const byField = new Map();
  for (const row of rows) {
    const before = byField.get(row[0]);
    byField.set(
      row[0],
      before && before[1] !== row[1] ? [row[0], `${before[1]} or ${row[1]}`, row[2], before[3]] : (before ?? row),
    );
  }
  return [...byField.values()].map((row) =>
    row[0].endsWith('auth.provider`') && row[1].includes(' or ')
      ? [row[0], row[1], row[2], 'How callers are known.']
      : row,
  );
}

/**
 * @param {SchemaNode} schema
 * @param {SchemaNode} node
 * @returns {string}
 */
function typeOf(schema, node) {
  const target = resolve(schema, node);
  if (target.const !== undefined) return `\`${target.const}\``;
  if (target.enum) return target.enum.map((value) => `\`${value}\``).join(' or ');
  if (target.oneOf && !target.type)
    return [...new Set(target.oneOf.map((branch) => typeOf(schema, branch)))].join(' or ');
  if (target.type === 'array') return `list of ${plural(typeOf(schema, target.items ?? {}))}`;
  if (target.format === 'uri') return 'URL';
  if (target.type === undefined) throw new Error(`docs/manifest.md cannot name the type of ${JSON.stringify(node)}.`);
  return { string: 'text', integer: 'integer', boolean: 'boolean', object: 'object' }[target.type];
}

const PLURALS = new Map([
  ['text', 'texts'],
  ['object', 'objects'],
  ['URL', 'URLs'],
]);

/** @param {string} type */
function plural(type) {
  return type
    .split(' or ')
    .map((each) => PLURALS.get(each) ?? each)
    .join(' or ');
}

/** @param {SchemaNode} target */
function withLimits(target) {
  const { description = '', maxLength, maxItems, minimum, maximum, default: fallback } = target;
  const limits = [
    maxLength === undefined || maxLength >= 1024 ? [] : `at most ${maxLength} characters`,
    maxItems === undefined ? [] : `at most ${maxItems}`,
    minimum === undefined ? [] : `from ${minimum}`,
    maximum === undefined ? [] : `up to ${maximum}`,
    fallback === undefined ? [] : `default \`${fallback}\``,
  ].flat();
  const told = limits.filter((limit) => !(limit.startsWith('default') && /default/i.test(description)));
  return told.length === 0 ? description : `${description} (${told.join(', ')})`.trim();
}

/**
 * @param {SchemaNode} schema
 * @param {SchemaNode} node
 * @returns {SchemaNode}
 */
function resolve(schema, node) {
  if (node.$ref === undefined) return node;
  return { ...schema.$defs?.[node.$ref.slice('#/$defs/'.length)], ...node };
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  /** @param {string[]} cells */
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
