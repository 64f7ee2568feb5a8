import { parse as parseToml } from 'smol-toml';
import { clientSnippets } from '../../src/commands/client-snippets.js';

const facts = { name: 'acme-shop', mcpUrl: 'https://acme.example.com/mcp' };
const textOf = (client: string, of: ReturnType<typeof clientSnippets>) =>
  of.find((each) => each.client === client)?.text ?? '';

test('covers every client, each with the endpoint', () => {
  const snippets = clientSnippets({ ...facts, auth: { provider: 'none' } });
  expect(snippets.map(({ client }) => client)).toEqual([
    'Claude Code',
    'Claude Desktop',
    'Cursor',
    'VS Code',
    'Codex',
    'mcp-remote',
  ]);
  for (const { text } of snippets) expect(text).toContain(facts.mcpUrl);
});

test('asks for no header when anybody may use the Worker or people sign in through OAuth', () => {
  const oauth = { provider: 'oauth' as const, oauth: { issuer: 'https://id.example.com', audience: 'a' } };
  for (const auth of [{ provider: 'none' as const }, oauth]) {
    for (const { text } of clientSnippets({ ...facts, auth })) expect(text.toLowerCase()).not.toContain('header');
  }
});

test('puts placeholders for the API key into the header the manifest names', () => {
  const snippets = clientSnippets({
    ...facts,
    auth: { provider: 'apiKey', apiKey: { header: 'X-Acme', allowlistSecret: 'KEYS' } },
  });
  expect(textOf('Claude Code', snippets)).toContain('--header "X-Acme: $FRONTMCP_API_KEY"');
  expect(JSON.parse(textOf('Cursor', snippets)).mcpServers['acme-shop'].headers).toEqual({
    'X-Acme': '${env:FRONTMCP_API_KEY}',
  });
  const vsCode = JSON.parse(textOf('VS Code', snippets));
  expect(vsCode.servers['acme-shop'].headers['X-Acme']).toBe('${input:frontmcp-api-key}');
  expect(vsCode.inputs[0]).toMatchObject({ id: 'frontmcp-api-key', password: true });
  expect(parseToml(textOf('Codex', snippets))).toEqual({
    mcp_servers: { 'acme-shop': { url: facts.mcpUrl, env_http_headers: { 'X-Acme': 'FRONTMCP_API_KEY' } } },
  });
});

test('uses X-API-Key when the manifest names no header', () => {
  const snippets = clientSnippets({ ...facts, auth: { provider: 'apiKey', apiKey: { allowlistSecret: 'KEYS' } } });
  expect(textOf('mcp-remote', snippets)).toContain('--header "X-API-Key:$FRONTMCP_API_KEY"');
});

test('asks for both parts of a Cloudflare Access service token', () => {
  const auth = {
    provider: 'cloudflareAccess' as const,
    cloudflareAccess: { teamDomain: 'a.cloudflareaccess.com', audience: 'x' },
  };
  const desktop = JSON.parse(textOf('Claude Desktop', clientSnippets({ ...facts, auth })));
  expect(desktop.mcpServers['acme-shop'].args.slice(3)).toEqual([
    '--header',
    'CF-Access-Client-Id:${CF_ACCESS_CLIENT_ID}',
    '--header',
    'CF-Access-Client-Secret:${CF_ACCESS_CLIENT_SECRET}',
  ]);
});

test('quotes an address that a shell would read otherwise', () => {
  const [claudeCode] = clientSnippets({
    ...facts,
    mcpUrl: "https://a.example.com/m?x=1&y='$(id)'",
    auth: { provider: 'none' },
  });
  expect(claudeCode?.text).toContain(`'https://a.example.com/m?x=1&y='\\''$(id)'\\'''`);
});
