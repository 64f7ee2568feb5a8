import { isLoopback, isSecureUrl } from '../../../contract/loopback.js';
import type { UrlFault } from '../../diagnostics/catalogue-manifest-fields.js';
import { pathText, scalarsOf } from '../../yaml/tree.js';
import { problem, type Problem } from '../problem.js';
import { itemsAt, textAt, type CheckContext, type Text } from './context.js';

/** Where the Worker answers: https (plain http only on loopback), and nothing after the path. */
export function checkDeploymentUrl({ tree }: CheckContext): Problem[] {
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
export function checkBaseUrls({ tree }: CheckContext): Problem[] {
  return itemsAt(tree, '/specs').flatMap((item, index) => {
    const url = textAt(item, '/baseUrl');
    return url ? faultsOf(url, `specs[${index}].baseUrl`, false) : [];
  });
}

/** Issuers and token endpoints: https, as keys and client secrets depend on them. */
export function checkTokenUrls({ tree }: CheckContext): Problem[] {
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
