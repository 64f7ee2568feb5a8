import { VERSION } from '../../contract/version.js';
import { errorResponse, jsonResponse, type RouteContext } from './route.js';

/** `/health`: the Worker runs. Asks nothing. */
export function healthResponse(): Response {
  return new Response('OK', { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } });
}

/** `/healthz`: what is served; 200 also before the first push. */
export async function healthzResponse(context: RouteContext): Promise<Response> {
  return jsonResponse(200, { status: 'ok', ...(await describe(context)) });
}

/** `/readyz`: as `/healthz`, with 503 until a bundle is served. */
export async function readyzResponse(context: RouteContext): Promise<Response> {
  const outcome = await context.snapshot();
  if (!outcome.ok) return errorResponse(503, 'not_ready', outcome.reason, { 'Retry-After': '2' });
  return jsonResponse(200, { status: 'ready', ...(await describe(context)) });
}

async function describe({ isolate, snapshot }: RouteContext): Promise<object> {
  const outcome = await snapshot();
  const { index } = outcome.ok ? outcome.snapshot : isolate.compiled;
  return {
    transport: 'web-fetch',
    server: index.manifest.hot.server.info,
    environment: isolate.compiled.identity.environment,
    bundleSha256: outcome.ok ? outcome.snapshot.sha256 : null,
    generation: outcome.ok ? outcome.snapshot.generation : null,
    runtimeVersion: VERSION,
  };
}
