const WELL_KNOWN = '/.well-known/oauth-protected-resource';

/** The MCP endpoint as tokens name it (RFC 8707): below `deployment.url`, else below the address that was called. */
export function protectedResource(request: Request, deploymentUrl: string | undefined): string {
  return `${(deploymentUrl ?? new URL(request.url).origin).replace(/\/+$/, '')}/mcp`;
}

/** Where the metadata of a resource stands: the well-known part goes between host and path (RFC 9728 section 3.1). */
export function metadataAddress(resource: string): string {
  const { origin, pathname } = new URL(resource);
  return `${origin}${WELL_KNOWN}${pathname}`;
}
