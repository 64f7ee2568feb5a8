import { authenticate } from '../../auth/authenticate.js';
import type { RouteContext } from '../route-context.js';
import { llmsTxt } from './llms-txt.js';
import { statusFacts } from './status-facts.js';
import { notReadyPage, pageHeaders, statusPage } from './status-page.js';

const MAX_PUSHES = 5;
const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8' };
/** What is told depends on who asks, and on what was pushed last. */
const COMMON = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };

/** `/` and `/llms.txt`: what is served and how to connect, for whoever may call the server. */
export async function statusResponse(request: Request, context: RouteContext): Promise<Response> {
  const { isolate, env, url } = context;
  const { structural, hot } = isolate.compiled.index.manifest;
  const identified = await authenticate(request, structural.auth, env, { deploymentUrl: structural.deployment.url });
  if (!identified.ok) return identified.response;
  const isPage = url.pathname === '/';
  const headers = { ...COMMON, ...(isPage ? await pageHeaders() : PLAIN) };
  const outcome = await context.snapshot();
  if (!outcome.ok) {
    const { title = hot.server.info.name } = hot.server.info;
    return new Response(isPage ? notReadyPage(title, outcome.reason).text : `${outcome.reason}\n`, {
      status: 503,
      headers,
    });
  }
  // Without the store the rest of the page is still true.
  const pushes = isPage ? await isolate.bindings.store.generations(MAX_PUSHES).catch(() => []) : [];
  const facts = statusFacts(outcome.snapshot, identified.caller, url.origin, structural, pushes);
  return new Response(isPage ? statusPage(facts).text : llmsTxt(facts), { headers });
}
