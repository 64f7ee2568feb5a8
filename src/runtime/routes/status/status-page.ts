import type { CatalogSkill } from '../../catalog/open-catalog.js';
import type { StatusFacts } from './status-facts.js';

/** Most skills on the page. */
const MAX_SKILLS = 200;
const STYLE = `:root{color-scheme:light dark;--ink:#1b1f24;--dim:#59636e;--line:#d8dee4;--paper:#fff;--box:#f4f6f8}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--dim:#9aa4af;--line:#30363d;--paper:#0f1419;--box:#1a2027}}
body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:46rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .2rem}p{margin:.2rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt,small{color:var(--dim)}dd{margin:0}
pre{padding:.7rem;white-space:pre-wrap;background:var(--box);border:1px solid var(--line);border-radius:6px;font-size:.85rem}
ul{padding:0;list-style:none}li{padding:.5rem 0;border-top:1px solid var(--line)}`;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The page at `/`, readable on a phone, without a script. */
export function statusPage(facts: StatusFacts): Markup {
  return page(
    facts.title,
    markup`<p>An MCP server: skills and the API operations that they use.</p>
<dl><dt>Version</dt><dd>${facts.version}</dd><dt>Environment</dt><dd>${facts.environment}</dd>
<dt>Generation</dt><dd>${facts.generation}</dd><dt>Since</dt><dd>${since(facts.since)}</dd>
<dt>Bundle</dt><dd><code>sha256:${facts.sha256}</code></dd><dt>Runtime</dt><dd>${facts.runtimeVersion}</dd></dl>
<h2>Connect</h2><p><code>${facts.mcpUrl}</code></p>
${facts.snippets.map(({ client, text }) => markup`<h3>${client}</h3><pre>${text}</pre>`)}
<h2>Skills</h2><p><small>${facts.skills.length} to be found, ${facts.operations} operations to be called</small></p>
<ul>${facts.skills.slice(0, MAX_SKILLS).map(skillItem)}</ul>${more(facts.skills.length - MAX_SKILLS)}
${facts.pushes.length > 0 ? markup`<h2>Recent pushes</h2><ul>${facts.pushes.map(pushItem)}</ul>` : ''}`,
  );
}

/** The page while no bundle is served. */
export function notReadyPage(title: string, reason: string): Markup {
  return page(title, markup`<p>${reason}</p>`);
}

/** Headers of the pages: nothing is loaded, run, framed or sent, and of styles only our own, by its digest (CSP level 3). */
export async function pageHeaders(): Promise<Record<string, string>> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE)));
  const style = btoa(String.fromCharCode(...digest));
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}

function page(title: string, body: Markup): Markup {
  const style: Markup = { text: STYLE };
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1>
${body}
</body></html>
`;
}

function skillItem({ entry }: CatalogSkill): Markup {
  const { name, description, tags, operations } = entry;
  const calls =
    operations.length === 0 ? 'knowledge' : operations.length === 1 ? '1 operation' : `${operations.length} operations`;
  return markup`<li><b>${name}</b> <small>${[calls, ...tags].join(' · ')}</small><p>${description}</p></li>`;
}

function pushItem({ generation, sha256, appliedAt }: StatusFacts['pushes'][number]): Markup {
  return markup`<li>Generation ${generation} <small>${since(appliedAt)}</small><br><code>${sha256.slice(0, 12)}</code></li>`;
}

function more(count: number): Markup {
  return count > 0 ? markup`<p>and ${count} more</p>` : markup``;
}

/** Minutes are enough, and the seconds of ISO 8601 are hard to read. */
function since(time: string | null): Markup {
  if (time === null) return markup`the Worker was deployed`;
  return markup`<time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

/** Markup that may go into a page as it is. Made by {@link markup} alone. */
interface Markup {
  readonly text: string;
}

/** What a page is made of: markup as it is, anything else as text. */
type Part = Markup | string | number | readonly Markup[];

/** Template of a piece of a page: every value is escaped, in text as in quoted attributes. */
function markup(pieces: TemplateStringsArray, ...values: Part[]): Markup {
  return { text: String.raw({ raw: pieces }, ...values.map(textOf)) };
}

function textOf(part: Part): string {
  if (typeof part !== 'object') return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
  return 'text' in part ? part.text : part.map(({ text }) => text).join('');
}
