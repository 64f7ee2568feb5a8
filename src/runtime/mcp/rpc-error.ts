/** A JSON-RPC error in an HTTP answer; the code is the one that JSON-RPC leaves to servers. */
export function rpcError(
  status: number,
  message: string,
  {
    code = -32000,
    id = null,
    headers = {},
  }: { code?: number; id?: string | number | null; headers?: Record<string, string> } = {},
): Response {
  const retry: Record<string, string> = status === 429 || status === 503 ? { 'Retry-After': '10' } : {};
  return Response.json(
    { jsonrpc: '2.0', error: { code, message }, id },
    { status, headers: { 'Cache-Control': 'no-store', ...retry, ...headers } },
  );
}
