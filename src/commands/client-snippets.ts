import type { StructuralManifest } from '../contract/bundle/bundle-index.js';

/** How to connect one MCP client. */
export interface ClientSnippet {
  /** Such as `Claude Code`. */
  client: string;
  /** Where the snippet goes: a command line, or a file. */
  where: string;
  language: 'sh' | 'json' | 'toml';
  text: string;
}

/** What a snippet is made from. */
export interface ClientSnippetFacts {
  /** Name of the project; becomes the client's name for the server. */
  name: string;
  /** The MCP endpoint, such as `https://acme.example.workers.dev/mcp`. */
  mcpUrl: string;
  /** Who may use the Worker; decides which headers a client must send. */
  auth: StructuralManifest['auth'];
}

/** A header that the person has to fill in: its name, and the environment variable that stands for its value. */
interface HeaderPlaceholder {
  header: string;
  variable: string;
  description: string;
}

/**
 * How to connect the usual MCP clients to a Worker. Headers are placeholders (names of environment variables), never
 * values; providers that sign people in through OAuth need none, as clients discover them from the Worker.
 */
export function clientSnippets(facts: ClientSnippetFacts): ClientSnippet[] {
  const snippet = { name: serverName(facts.name), url: facts.mcpUrl, headers: headersFor(facts.auth) };
  return [
    claudeCode(snippet),
    claudeDesktop(snippet),
    cursor(snippet),
    vsCode(snippet),
    codex(snippet),
    mcpRemote(snippet),
  ];
}

interface SnippetFacts {
  name: string;
  url: string;
  headers: HeaderPlaceholder[];
}

function headersFor(auth: StructuralManifest['auth']): HeaderPlaceholder[] {
  if (auth.provider === 'apiKey') {
    const header = auth.apiKey.header ?? 'X-API-Key';
    return [{ header, variable: 'FRONTMCP_API_KEY', description: 'API key of the MCP server' }];
  }
  if (auth.provider !== 'cloudflareAccess') return [];
  return [
    { header: 'CF-Access-Client-Id', variable: 'CF_ACCESS_CLIENT_ID', description: 'Cloudflare Access client id' },
    {
      header: 'CF-Access-Client-Secret',
      variable: 'CF_ACCESS_CLIENT_SECRET',
      description: 'Cloudflare Access client secret',
    },
  ];
}

function claudeCode({ name, url, headers }: SnippetFacts): ClientSnippet {
  const options = headers.map(({ header, variable }) => ` \\\n  --header "${quoted(header)}: $${variable}"`).join('');
  return {
    client: 'Claude Code',
    where: 'a terminal',
    language: 'sh',
    text: `claude mcp add --transport http ${name} ${shellWord(url)}${options}`,
  };
}

function claudeDesktop({ name, url, headers }: SnippetFacts): ClientSnippet {
  const env = Object.fromEntries(headers.map(({ variable, description }) => [variable, `<${description}>`]));
  const server = {
    command: 'npx',
    args: ['-y', 'mcp-remote', url, ...remoteHeaders(headers)],
    ...(headers.length > 0 ? { env } : {}),
  };
  return json('Claude Desktop', 'claude_desktop_config.json', { mcpServers: { [name]: server } });
}

function cursor({ name, url, headers }: SnippetFacts): ClientSnippet {
  const server = { url, ...withHeaders(headers, ({ variable }) => `\${env:${variable}}`) };
  return json('Cursor', '.cursor/mcp.json', { mcpServers: { [name]: server } });
}

function vsCode({ name, url, headers }: SnippetFacts): ClientSnippet {
  const inputs = headers.map(({ variable, description }) => ({
    type: 'promptString',
    id: inputId(variable),
    description,
    password: true,
  }));
  const server = { type: 'http', url, ...withHeaders(headers, ({ variable }) => `\${input:${inputId(variable)}}`) };
  return json('VS Code', '.vscode/mcp.json', { ...(inputs.length > 0 ? { inputs } : {}), servers: { [name]: server } });
}

function codex({ name, url, headers }: SnippetFacts): ClientSnippet {
  const pairs = headers.map(({ header, variable }) => `${JSON.stringify(header)} = ${JSON.stringify(variable)}`);
  const lines = [`[mcp_servers.${name}]`, `url = ${JSON.stringify(url)}`];
  if (pairs.length > 0) lines.push(`env_http_headers = { ${pairs.join(', ')} }`);
  return { client: 'Codex', where: '~/.codex/config.toml', language: 'toml', text: lines.join('\n') };
}

function mcpRemote({ url, headers }: SnippetFacts): ClientSnippet {
  const options = headers.map(({ header, variable }) => ` \\\n  --header "${quoted(header)}:$${variable}"`).join('');
  return {
    client: 'mcp-remote',
    where: 'a terminal',
    language: 'sh',
    text: `npx -y mcp-remote ${shellWord(url)}${options}`,
  };
}

/** mcp-remote fills `${NAME}` from its environment; without a space, which some hosts would split at. */
function remoteHeaders(headers: readonly HeaderPlaceholder[]): string[] {
  return headers.flatMap(({ header, variable }) => ['--header', `${header}:\${${variable}}`]);
}

function withHeaders(
  headers: readonly HeaderPlaceholder[],
  value: (each: HeaderPlaceholder) => string,
): { headers?: Record<string, string> } {
  if (headers.length === 0) return {};
  return { headers: Object.fromEntries(headers.map((each) => [each.header, value(each)])) };
}

function json(client: string, where: string, value: object): ClientSnippet {
  return { client, where, language: 'json', text: JSON.stringify(value, null, 2) };
}

/** Clients accept letters, digits, `_` and `-` in a server's name; so does a bare TOML key. */
function serverName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, '-');
}

function inputId(variable: string): string {
  return variable.toLowerCase().replaceAll('_', '-');
}

/** Text inside double quotes of a POSIX shell: a header name may hold `$` and the backtick (RFC 9110 section 5.6.2). */
function quoted(text: string): string {
  return text.replace(/[$`"\\]/g, '\\$&');
}

/** A word that a POSIX shell takes as it is. */
function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
