// The bundles that are served: a small one beside the peers, and one of a thousand skills and ten thousand operations.

/** @import { Source } from './load-source.mjs' */
/** @import { FixtureOperation, FixtureParts } from '../../__tests__/runtime/mcp/fixture-bundle.js' */

/**
 * How many skills a bundle has, and operations each of them.
 * @typedef {{ skills: number, operationsEach: number }} Size
 */

const VERBS = ['get', 'list', 'create', 'update', 'cancel', 'archive', 'approve', 'export', 'import', 'assign'];
const NOUNS = [
  'order',
  'refund',
  'invoice',
  'customer',
  'shipment',
  'coupon',
  'product',
  'warehouse',
  'return',
  'payment',
  'supplier',
  'contract',
  'ticket',
  'review',
  'basket',
  'address',
  'subscription',
  'licence',
  'carrier',
  'quote',
];
const PLACES = [
  'germany',
  'france',
  'japan',
  'brazil',
  'canada',
  'kenya',
  'norway',
  'india',
  'chile',
  'italy',
  'spain',
  'egypt',
  'peru',
  'poland',
  'ghana',
  'nepal',
  'cuba',
  'malta',
  'qatar',
  'samoa',
];
const CHANNELS = ['retail', 'wholesale', 'online', 'phone', 'partner', 'marketplace'];

/** Ten skills with two operations each. */
export const SMALL = { skills: 10, operationsEach: 2 };
/** The largest size that the figures are promised for. */
export const LARGE = { skills: 1000, operationsEach: 10 };

/**
 * A bundle that a Worker under test takes, with a name for each skill and operation.
 * @param {Source} source
 * @param {Size} size
 * @param {string} api address of the API, which its operations call
 * @param {string} [text] something that makes this bundle another one
 */
export async function makeBundle(source, { skills, operationsEach }, api, text = 'first') {
  /** @type {FixtureParts & Required<Pick<FixtureParts, 'operations'>>} */
  const parts = { server: api, skills: {}, operations: {}, defs: { Thing: THING } };
  for (let skill = 0; skill < skills; skill += 1) {
    const words = {
      verb: cycled(VERBS, skill),
      noun: cycled(NOUNS, skill / 10),
      place: cycled(PLACES, skill / 7),
      channel: cycled(CHANNELS, skill / 3),
    };
    const { verb, noun, place, channel } = words;
    const operations = Array.from({ length: operationsEach }, (_, at) => operationKey(skill, at));
    for (const [at, key] of operations.entries()) parts.operations[key] = operation(`${verb} ${noun} ${at}`, skill, at);
    parts.skills[skillName(skill)] = {
      description: `How to ${verb} a ${noun} of ${place}, ${channel}, number ${skill}.`,
      tags: [noun, channel],
      operations,
      files: { 'SKILL.md': instructions(skill, { ...words, text }) },
    };
  }
  const [base, { index, artifacts }] = [await source.makeTestBundle(), source.fixtureBundle(parts)];
  index.name = base.index.name;
  index.environment = base.index.environment;
  index.manifest.structural = {
    ...base.index.manifest.structural,
    secrets: [{ name: 'TRUSTED_PUBKEY' }, { name: 'ACME_TOKEN' }],
  };
  return source.finishTestBundle(index, artifacts);
}

/** Name of a skill by number. */
export const skillName = (/** @type {number} */ number) => `skill-${String(number).padStart(4, '0')}`;
/**
 * Key of an operation by its skill's number and its own.
 * @type {(skill: number, at: number) => string}
 */
export const operationKey = (skill, at) => `acme.op${String(skill * 10 + at).padStart(5, '0')}`;
/** A query that many skills answer to. */
export const queryOf = (/** @type {number} */ number) =>
  `${cycled(VERBS, number)} the ${cycled(NOUNS, number / 3)} from ${cycled(PLACES, number)} ${cycled(CHANNELS, number)}`;

/**
 * The word of a number; after the last comes the first.
 * @param {string[]} words
 * @param {number} number rounded down
 */
function cycled(words, number) {
  return words[Math.floor(number) % words.length] ?? '';
}

const STRING = { type: 'string' };
const THING = {
  type: 'object',
  properties: {
    id: STRING,
    state: { type: 'string', enum: ['open', 'done'] },
    total: { type: 'number' },
    tags: { type: 'array', items: STRING },
  },
  required: ['id'],
};

/**
 * @param {string} summary
 * @param {number} skill
 * @param {number} at
 * @returns {FixtureOperation}
 */
function operation(summary, skill, at) {
  /**
   * @param {string} name
   * @param {'path' | 'query'} place
   * @returns {import('../../src/contract/request/request-template.js').ParameterTemplate}
   */
  const parameter = (name, place) => ({
    in: place,
    name,
    at: [name],
    required: place === 'path',
    style: place === 'path' ? 'simple' : 'form',
    explode: place === 'query',
  });
  return {
    summary,
    description: `Does "${summary}" of skill ${skill}.`,
    request: {
      path: `/s${skill}/o${at}/{id}`,
      parameters: [parameter('id', 'path'), parameter('state', 'query')],
      security: [['token']],
    },
    input: {
      type: 'object',
      properties: {
        id: { type: 'string', minLength: 1, maxLength: 64 },
        state: { type: 'string', enum: ['open', 'done'] },
      },
      required: ['id'],
      additionalProperties: false,
    },
    output: { $ref: '#/$defs/Thing' },
  };
}

/**
 * @param {number} skill
 * @param {{ verb: string, noun: string, place: string, channel: string, text: string }} words
 */
function instructions(skill, { verb, noun, place, channel, text }) {
  const steps = Array.from(
    { length: 12 },
    (_, at) =>
      `${at + 1}. Look at the ${NOUNS[(skill + at) % NOUNS.length]} before you ${verb} the ${noun}; in ${place} the ${channel} rules of ${VERBS[(skill + at) % VERBS.length]} apply.`,
  );
  return `---\nname: ${skillName(skill)}\n---\n\n# ${verb} ${noun}\n\n${text}: what to know about case ${skill}.\n\n${steps.join('\n')}\n`;
}
