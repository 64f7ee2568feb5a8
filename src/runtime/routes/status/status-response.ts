import { authenticate } from '../../auth/authenticate.js';
import { skillUri } from '../../catalog/skill.js';
import type { RouteContext } from '../route.js';
import { statusFacts, type StatusFacts } from './status-facts.js';
import { notReadyPage, pageHeaders, statusPage } from './status-page.js';

const MAX_PUSHES = 5;
const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8' };
/** What is told depends on who asks, and on what was pushed last. */
const COMMON = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };
const MAX_LINE = 320;

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

/** `/llms.txt`: the status page for agents, as markdown (llmstxt.org). What comes from a skill stays on its own line. */
function llmsTxt(facts: StatusFacts): string {
  const { title, instructions, mcpUrl, generation, sha256, since, environment } = facts;
  const skills = facts.skills.map(({ id, entry }) =>
    line(`- [${entry.name}](${skillUri(id, 'SKILL.md')}): ${entry.description}`),
  );
  return `${[
    `# ${line(title)}`,
    '> An MCP server: skills that teach tasks, and the API operations that they use.',
    instructions.trim(),
    '## Connect',
    `- MCP endpoint (Streamable HTTP): ${mcpUrl}\n- Find a skill with codecall_searchSkills, read it with codecall_describe, call its operations with codecall_invoke or codecall_execute.`,
    '## Skills',
    skills.join('\n'),
    '## Served',
    `- Environment: ${environment}\n- Generation: ${generation}, since ${since ?? 'the Worker was deployed'}\n- Bundle: sha256:${sha256}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

function line(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > MAX_LINE ? `${flat.slice(0, MAX_LINE - 1)}…` : flat;
}
