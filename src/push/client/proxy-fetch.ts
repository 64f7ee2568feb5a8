import { EnvHttpProxyAgent, fetch } from 'undici';

/** A fetch that goes through the proxies its environment names, and closes its connections when asked to. */
export interface ProxyFetch {
  fetch: typeof fetch;
  /** Closes idle connections after the last answer; the process can end then. */
  close(): Promise<void>;
}

/** A Worker on this machine is never behind a proxy. */
const LOOPBACK = 'localhost,127.0.0.1,[::1]';

/**
 * Makes the fetch for everything that leaves this machine. HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read from
 * `variables`, in either case, lower case first, and from nowhere else.
 * Throws when a proxy's address is no URL; the message names the variable and not its value, which may hold a password.
 */
export function createFetch(variables: Readonly<Record<string, string | undefined>>): ProxyFetch {
  const agent = new EnvHttpProxyAgent({
    // An empty text means none; an absent one would make the agent look into the process's own environment.
    httpProxy: proxyAddress(variables, 'http_proxy'),
    httpsProxy: proxyAddress(variables, 'https_proxy'),
    noProxy: `${valueOf(variables, 'no_proxy').value},${LOOPBACK}`,
  });
  const fetchThrough: typeof fetch = (input, init) => fetch(input, { ...init, dispatcher: agent });
  return { fetch: fetchThrough, close: () => agent.close() };
}

function proxyAddress(variables: Readonly<Record<string, string | undefined>>, lowerCaseName: string): string {
  const { name, value } = valueOf(variables, lowerCaseName);
  if (value === '') return value;
  const url = URL.parse(value);
  if (!url || !/^(?:https?|socks5?):$/.test(url.protocol))
    throw new Error(`${name} is not the address of a proxy, such as http://proxy.example:3128.`);
  return value;
}

function valueOf(
  variables: Readonly<Record<string, string | undefined>>,
  lowerCaseName: string,
): { name: string; value: string } {
  const names = [lowerCaseName, lowerCaseName.toUpperCase()];
  const name = names.find((candidate) => (variables[candidate] ?? '') !== '') ?? lowerCaseName;
  return { name, value: variables[name]?.trim() ?? '' };
}
