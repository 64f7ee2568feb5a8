import { findTool, LISTED_TOOLS } from '../../../src/runtime/mcp/tools/table.js';

/** What the root of an input schema may hold: several clients and model APIs drop a tool that has more there. */
const AT_THE_ROOT = ['type', 'properties', 'required', 'additionalProperties'];

describe.each(LISTED_TOOLS)('the input schema of $name', ({ inputSchema }) => {
  it('is a plain object schema at its root', () => {
    expect(inputSchema.type).toBe('object');
    expect(Object.keys(inputSchema).filter((keyword) => !AT_THE_ROOT.includes(keyword))).toEqual([]);
  });
});

describe('codecall_describe', () => {
  it('asks for a name or a topic when it is given none', async () => {
    const { value, isError } = (await findTool('codecall_describe')?.tool.run({}, {} as never)) ?? {};
    expect(isError).toBe(true);
    expect(value).toMatchObject({ code: 'invalid_arguments', message: expect.stringContaining('"skillNames"') });
  });
});
