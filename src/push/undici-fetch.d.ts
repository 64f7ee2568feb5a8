/**
 * The entry of undici that Node is built with: fetch, with the proxies of the environment. The main entry also loads caches,
 * retries and mocks, which would add a third of a megabyte to dist/.
 */
declare module 'undici/index-fetch.js' {
  export { EnvHttpProxyAgent, fetch } from 'undici';
}
