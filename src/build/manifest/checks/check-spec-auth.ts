import { treeAt, type Tree } from '../../yaml/tree.js';
import { problem, type Problem } from '../problem.js';
import { itemsAt, membersAt, textAt, type CheckContext } from './context.js';

/** Providers whose callers bring a token that can be exchanged. */
const WITH_TOKEN: ReadonlySet<string> = new Set(['oauth', 'frontegg', 'cloudflareAccess']);

/** Outbound credentials that need something of the inbound auth, and specs that send none. */
export function checkSpecAuth({ tree }: CheckContext): Problem[] {
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
