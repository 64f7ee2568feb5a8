import type { StructuralManifest } from '../../../contract/bundle/bundle-index.js';

/** How to connect one kind of client. */
export interface Snippet {
  client: string;
  text: string;
}

/** How to connect: placeholders of the shell stand for credentials. Providers that sign people in need none. */
export function connectSnippets(name: string, url: string, auth: StructuralManifest['auth']): Snippet[] {
  const server = name.replace(/[^A-Za-z0-9_-]/g, '-');
  const headers = credentialHeaders(auth);
  const options = headers
    .map(([header, variable]) => ` \\\n  --header "${header.replace(/[$`"\\]/g, '\\$&')}: $${variable}"`)
    .join('');
  const configured = headers.length > 0 && {
    headers: Object.fromEntries(headers.map(([header, variable]) => [header, `\${${variable}}`])),
  };
  return [
    { client: 'Claude Code', text: `claude mcp add --transport http ${server} ${shellWord(url)}${options}` },
    {
      client: 'Other clients',
      text: JSON.stringify({ mcpServers: { [server]: { type: 'http', url, ...configured } } }, null, 2),
    },
  ];
}

/** Header → variable that holds its value. */
function credentialHeaders(auth: StructuralManifest['auth']): [string, string][] {
  if (auth.provider === 'apiKey') return [[auth.apiKey.header ?? 'X-API-Key', 'FRONTMCP_API_KEY']];
  const access: [string, string][] = [
    ['CF-Access-Client-Id', 'CF_ACCESS_CLIENT_ID'],
    ['CF-Access-Client-Secret', 'CF_ACCESS_CLIENT_SECRET'],
  ];
  return auth.provider === 'cloudflareAccess' ? access : [];
}

/** A word that a POSIX shell takes as it is. */
function shellWord(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
