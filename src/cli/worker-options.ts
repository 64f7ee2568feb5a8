import { UsageError } from './misuse.js';
import type { Session } from './session.js';

/** How the Worker is reached. Throws {@link UsageError} for what cannot be an address, or half a service token. */
export function workerOptions(session: Session): {
  deploymentUrl?: string;
  access?: { clientId: string; clientSecret: string };
} {
  const url = session.option('deployment-url');
  if (url !== undefined && !isHttpUrl(url))
    throw new UsageError(`--deployment-url is "${url}"; it must be an http(s) address.`);
  const access = accessToken(session);
  return { ...(url === undefined ? {} : { deploymentUrl: url }), ...(access ? { access } : {}) };
}

function accessToken({ option, io, ports }: Session): { clientId: string; clientSecret: string } | undefined {
  const clientId = option('access-client-id') ?? (io.variables['FRONTMCP_ACCESS_CLIENT_ID'] || undefined);
  const clientSecret = io.variables['FRONTMCP_ACCESS_CLIENT_SECRET'] || undefined;
  if (clientSecret !== undefined) ports.reporter.mask(clientSecret);
  if (clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret };
  if (clientId !== undefined)
    throw new UsageError('--access-client-id needs its secret in the variable FRONTMCP_ACCESS_CLIENT_SECRET.');
  return undefined;
}

/** Whether a text is an http or https address. */
export function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
