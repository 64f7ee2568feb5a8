import { isLoopback, isSecureUrl } from '../../contract/loopback.js';
import type { UrlFault } from '../diagnostics/catalogue-manifest-fields.js';
import { problem, type Problem } from '../diagnostics/collector.js';
import { itemsAt, membersAt, pathText, scalarsOf, treeAt, type Tree } from '../yaml/tree.js';
import type { Check, Environment } from './environments.js';
import { textAt, type Text } from './variables.js';

/** What is checked about values that the schema cannot judge: dates, URLs, and credentials that need the inbound auth. */
export const VALUE_CHECKS: readonly Check[] = [
  checkDate,
  checkDeploymentUrl,
  checkBaseUrls,
  checkTokenUrls,
  checkSpecAuth,
];

/** Where the Worker answers: https (plain http only on loopback), and nothing after the path. */
function checkDeploymentUrl({ tree }: Environment): Problem[] {
  const url = textAt(tree, '/deployment/url');
  if (!url) return [];
  const faults = faultsOf(url, 'deployment.url', true);
  return faults.length === 0 && URL.canParse(url.text) ? pathProblems(url) : faults;
}

function pathProblems(url: Text): Problem[] {
  if (MCP_ENDPOINT.test(baseOf(url.text))) return [urlProblem(url, 'deployment.url', 'endpoint')];
  const { pathname, origin } = new URL(url.text);
  if (pathname === '/') return [];
  return [problem('manifest-deployment-path', { value: url.text, path: pathname, root: origin }, url.node.at)];
}

/** The address that clients are given; it is often pasted where the Worker's own belongs. */
const MCP_ENDPOINT = /\/mcp$/;

/** Base URLs of the APIs: http or https, and nothing after the path. */
function checkBaseUrls({ tree }: Environment): Problem[] {
  return itemsAt(tree, '/specs').flatMap((item, index) => {
    const url = textAt(item, '/baseUrl');
    return url ? faultsOf(url, `specs[${index}].baseUrl`, false) : [];
  });
}

/** Issuers and token endpoints: https, as keys and client secrets depend on them. */
function checkTokenUrls({ tree }: Environment): Problem[] {
  return [...scalarsOf(tree)].flatMap(({ pointer }) => {
    if (!/^\/auth\/oauth\/issuer$|^\/specs\/\d+\/auth\/[^/]+\/[^/]+\/tokenUrl$/.test(pointer)) return [];
    const url = textAt(tree, pointer);
    const fault = url && schemeFault(url.text, true);
    return url && fault ? [urlProblem(url, pathText(pointer), fault)] : [];
  });
}

/** A URL without what is no part of a base: `https://a.example/b/` → `https://a.example/b`. Takes a URL that parses. */
export function baseOf(text: string): string {
  const { origin, pathname } = new URL(text);
  let end = pathname.length;
  while (pathname[end - 1] === '/') end -= 1;
  return origin + pathname.slice(0, end);
}

function faultsOf(url: Text, path: string, mustBeSecure: boolean): Problem[] {
  const fault = schemeFault(url.text, mustBeSecure) ?? partFault(url.text);
  return fault ? [urlProblem(url, path, fault)] : [];
}

function urlProblem({ text, node }: Text, path: string, fault: UrlFault): Problem {
  // A value that came from a variable is not repeated.
  const source = node.kind === 'scalar' ? node.source : '';
  const suggestion = source === text && fault !== 'scheme' ? repaired(text) : undefined;
  return problem('manifest-url-part', { path, value: source, fault, ...(suggestion ? { suggestion } : {}) }, node.at);
}

function repaired(text: string): string {
  return baseOf(text)
    .replace(MCP_ENDPOINT, '')
    .replace(/^http:/, isLoopback(new URL(text).hostname) ? 'http:' : 'https:');
}

/** A text that is no URL at all has been reported by the schema. */
function schemeFault(text: string, mustBeSecure: boolean): UrlFault | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme';
  return mustBeSecure && !isSecureUrl(url) ? 'insecure' : undefined;
}

function partFault(text: string): UrlFault | undefined {
  if (!URL.canParse(text)) return undefined;
  const { username, password } = new URL(text);
  if (username !== '' || password !== '') return 'credentials';
  // By the text: an empty query or fragment leaves no trace in the parsed URL.
  if (text.includes('#')) return 'fragment';
  return text.includes('?') ? 'query' : undefined;
}

/** Since this day Durable Objects can be called as objects (compatibility flag `rpc`), as the Worker calls its own. */
const EARLIEST_DATE = '2024-04-03';

/** `compatibilityDate` is a day of the calendar, and one on which the Worker can run. */
function checkDate({ tree }: Environment): Problem[] {
  const date = textAt(tree, '/runtime/compatibilityDate');
  if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date.text)) return [];
  const facts = { path: 'runtime.compatibilityDate', value: date.text };
  if (!isCalendarDay(date.text)) return [problem('manifest-date', facts, date.node.at)];
  return date.text < EARLIEST_DATE
    ? [problem('manifest-date-early', { ...facts, earliest: EARLIEST_DATE }, date.node.at)]
    : [];
}

/** `Date.parse` lets 30 February pass as 1 March. */
function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Providers whose callers bring a token that can be exchanged. */
const WITH_TOKEN: ReadonlySet<string> = new Set(['oauth', 'frontegg', 'cloudflareAccess']);

/** Outbound credentials that need something of the inbound auth, and specs that send none. */
function checkSpecAuth({ tree }: Environment): Problem[] {
  const provider = textAt(tree, '/auth/provider')?.text;
  return itemsAt(tree, '/specs').flatMap((spec, index) => {
    const auth = treeAt(spec, '/auth');
    if (auth?.kind === 'scalar' && auth.value === false) {
      return [problem('manifest-spec-auth-off', { path: `specs[${index}].auth` }, auth.at)];
    }
    return membersAt(spec, '/auth').flatMap(([scheme, { value }]) => {
      const path = `specs[${index}].auth.${scheme}`;
      return [...checkExchange(value, path, provider), ...checkPassthrough(tree, spec, value, path, provider)];
    });
  });
}

function checkExchange(credential: Tree, path: string, provider: string | undefined): Problem[] {
  const node = treeAt(credential, '/tokenExchange');
  if (!node || provider === undefined || WITH_TOKEN.has(provider)) return [];
  return [problem('manifest-needs-token', { path, credential: 'tokenExchange', provider }, credential.at)];
}

/**
 * A caller's token may only go where it was issued for (MCP authorization, "Token Passthrough"): inbound auth must be a
 * token, and its audience, when it is a URL, the API's own origin.
 */
function checkPassthrough(
  tree: Tree,
  spec: Tree,
  credential: Tree,
  path: string,
  provider: string | undefined,
): Problem[] {
  const node = treeAt(credential, '/passthrough');
  if (!node || provider === undefined) return [];
  // An Access token is for the application in front of the Worker, never for an API behind it.
  if (provider !== 'oauth' && provider !== 'frontegg') {
    return [problem('manifest-needs-token', { path, credential: 'passthrough', provider }, credential.at)];
  }
  const audience = textAt(tree, `/auth/${provider}/audience`)?.text;
  const baseUrl = textAt(spec, '/baseUrl')?.text;
  const [issuedFor, api] = [originOf(audience), originOf(baseUrl)];
  if (issuedFor === undefined || api === undefined || issuedFor === api) return [];
  return [problem('manifest-passthrough-audience', { path, audience: issuedFor, api }, credential.at)];
}

function originOf(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:/i.test(text) && URL.canParse(text) ? new URL(text).origin : undefined;
}
