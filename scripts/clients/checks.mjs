/**
 * What a client is asked, and by what its answer is known to be right. `holds` may throw for an answer of another form.
 * @typedef {object} Check
 * @property {string} title
 * @property {'tools/list' | 'tools/call' | 'resources/list' | 'resources/templates/list' | 'resources/read' | 'prompts/list' | 'prompts/get'} method
 * @property {{ name?: string, uri?: string, arguments?: Record<string, unknown> }} [params]
 * @property {(result: Answer) => boolean} holds
 */
/**
 * The parts of answers that checks look at.
 * @typedef {object} Answer
 * @property {{ name: string }[]} tools
 * @property {{ uri: string }[]} resources
 * @property {unknown[]} resourceTemplates
 * @property {{ name: string }[]} prompts
 * @property {{ content: { text: string } }[]} messages
 * @property {{ text: string }[]} contents
 * @property {boolean} [isError]
 * @property {ToolAnswer} structuredContent
 */
/**
 * The parts of tools' answers that checks look at.
 * @typedef {{ skills: { name: string }[], tools: { name: string }[], data: { id: string }, result: unknown }} ToolAnswer
 */

/**
 * What every client is asked to do with the demo's shop.
 * @type {Check[]}
 */
export const CHECKS = [
  {
    title: 'tools/list',
    method: 'tools/list',
    holds: ({ tools }) => tools.some(({ name }) => name === 'codecall_execute'),
  },
  tool(
    'search',
    'codecall_searchSkills',
    { queries: ['customer wants money back'] },
    ({ skills }) => skills[0]?.name === 'refund-order',
  ),
  tool('describe', 'codecall_describe', { skillNames: ['refund-order'] }, ({ tools }) =>
    tools.some(({ name }) => name === 'acme.issueRefund'),
  ),
  tool(
    'invoke',
    'codecall_invoke',
    { tool: 'acme.getOrder', input: { orderId: '1042' } },
    ({ data }) => data.id === '1042',
  ),
  tool(
    'execute',
    'codecall_execute',
    { script: "return (await acme.getOrder({ orderId: '1043' })).total;" },
    ({ result }) => result === 20,
  ),
  {
    title: 'resources/list',
    method: 'resources/list',
    holds: ({ resources }) => resources.some(({ uri }) => uri === 'skill://refund-order/SKILL.md'),
  },
  {
    title: 'resources/templates/list',
    method: 'resources/templates/list',
    holds: ({ resourceTemplates }) => resourceTemplates.length > 1,
  },
  read('read a skill', 'skill://refund-order/SKILL.md', (text) => text.startsWith('---\nname: refund-order')),
  read('read an operation', 'mcp+op://acme/orders/1042', (text) => JSON.parse(text).id === '1042'),
  {
    title: 'prompts/list',
    method: 'prompts/list',
    holds: ({ prompts }) => prompts.some(({ name }) => name === 'refund-order'),
  },
  {
    title: 'prompts/get',
    method: 'prompts/get',
    params: { name: 'refund-order', arguments: { task: 'a broken mug' } },
    holds: ({ messages }) => messages[0]?.content.text.endsWith('Task: a broken mug') === true,
  },
];

/**
 * @param {string} title
 * @param {string} name
 * @param {Record<string, unknown>} args
 * @param {(answer: ToolAnswer) => boolean} holds
 * @returns {Check}
 */
function tool(title, name, args, holds) {
  return {
    title,
    method: 'tools/call',
    params: { name, arguments: args },
    holds: ({ isError, structuredContent }) => !isError && holds(structuredContent),
  };
}

/**
 * @param {string} title
 * @param {string} uri
 * @param {(text: string) => boolean} holds
 * @returns {Check}
 */
function read(title, uri, holds) {
  return { title, method: 'resources/read', params: { uri }, holds: ({ contents }) => holds(contents[0]?.text ?? '') };
}
