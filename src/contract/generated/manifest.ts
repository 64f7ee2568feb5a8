/* Generated from schemas/frontmcp-deploy.v1.json by "npm run generate". Do not edit. */

/**
 * OpenAPI documents: a directory (every `.json`, `.yaml`, `.yml` directly in it; the id is the file name without its ending), or a list of paths and entries. A URL is refused: a build reads files, never the network.
 */
export type Specs = string | (string | SpecEntry)[];
/**
 * How the Worker signs in to the API: security scheme name → credential, or `false` to send nothing.
 */
export type SpecAuth =
  | false
  | {
      [k: string]: SpecCredential;
    };
/**
 * One credential: `secret`, `clientCredentials`, `tokenExchange` or `passthrough`.
 */
export type SpecCredential =
  StaticCredential | ClientCredentialsCredential | TokenExchangeCredential | PassthroughCredential;
/**
 * Binding name: upper-case letters, digits, underscores.
 */
export type BindingName = string;
/**
 * Who may use the Worker. Required: leaving it out is an error, never "none". Structural: a change needs a redeploy.
 */
export type Auth = AuthNone | AuthApiKey | AuthOauth | AuthFrontegg | AuthCloudflareAccess;
/**
 * Scopes that every caller must have.
 *
 * @maxItems 64
 *
 * Items: A scope.
 */
export type RequiredScopes = string[];
/**
 * Names of the secrets the Worker needs. Values never stand in the manifest. Structural: a change needs a redeploy.
 *
 * @maxItems 64
 */
export type Secrets = Secret[];

/**
 * frontmcp.deploy.yaml, version 1: what a Worker serves and where it runs.
 */
export interface DeployManifest {
  /**
   * URL of this schema, for editors. Any URL is accepted.
   */
  $schema?: string;
  /**
   * Version of the manifest format: always `1`.
   */
  version: 1;
  /**
   * Name of the project: a letter, then letters, digits, `_`, `-`. Part of the identity that a push must match.
   */
  name: string;
  runtime: Runtime;
  server: Server;
  specs: Specs;
  skills?: Skills;
  /**
   * Declared tags. When given, tag filters may name only these.
   *
   * @maxItems 64
   */
  tags?: Tag[];
  classification?: Classification;
  bindings: Bindings;
  signing: Signing;
  auth: Auth;
  secrets?: Secrets;
  deployment?: Deployment;
  execution?: Execution;
  /**
   * Overlays, by environment name. Structural values in an overlay need a redeploy like those of the base.
   */
  environments?: {
    [k: string]: EnvironmentOverlay;
  };
}
/**
 * What the Worker runs on. Structural: a change needs a redeploy.
 */
export interface Runtime {
  /**
   * Where the bundle runs. Only `cloudflare-worker` exists today; `vercel-edge` and `deno-deploy` are announced by FrontMCP and refused with their own message.
   */
  target: 'cloudflare-worker';
  /**
   * Cloudflare compatibility date, `YYYY-MM-DD`, 2024-04-03 or later. Pins the platform's behaviour.
   */
  compatibilityDate: string;
  /**
   * Cloudflare compatibility flags. The Worker needs none.
   *
   * @maxItems 32
   *
   * Items: A Cloudflare compatibility flag.
   */
  compatibilityFlags?: string[];
}
/**
 * Server identity and instructions.
 */
export interface Server {
  /**
   * Identity of the MCP server.
   */
  info: {
    /**
     * Server name that MCP clients see.
     */
    name: string;
    /**
     * Server version that MCP clients see.
     */
    version: string;
    /**
     * Human-readable title.
     */
    title?: string;
  };
  /**
   * What the server tells an agent when it connects, up to 16,384 characters.
   */
  instructions?: string;
  /**
   * Browser origins that may call the Worker. Default: same origin and non-browser clients only.
   *
   * @maxItems 64
   *
   * Items: An origin such as `https://app.example.com`.
   */
  allowedOrigins?: string[];
  /**
   * Icons of the server.
   *
   * @maxItems 8
   */
  icons?: Icon[];
}
/**
 * An icon shown by MCP clients.
 */
export interface Icon {
  /**
   * An `https:` or `data:image/` URL of the icon.
   */
  src: string;
  /**
   * Media type, such as `image/png`.
   */
  mimeType?: string;
  /**
   * Sizes the icon is meant for.
   *
   * @maxItems 8
   *
   * Items: A size such as `48x48`, or `any`.
   */
  sizes?: string[];
}
/**
 * One OpenAPI document.
 */
export interface SpecEntry {
  /**
   * Id of the spec, as op references name it: letters, digits, `_`, `.`, `-`.
   */
  id: string;
  /**
   * Path of the OpenAPI file, relative to the manifest; inside the repository.
   */
  spec: string;
  /**
   * Base URL of the API (http or https); wins over the `servers` of the document.
   */
  baseUrl?: string;
  /**
   * The JavaScript namespace of the spec in AgentScript, an identifier. Default: the id in camel case, `acme-api` → `acmeApi`.
   */
  bindingName?: string;
  auth?: SpecAuth;
  /**
   * Only safe methods (GET, HEAD) of this spec can enter the bundle; the build proves it. Default `false`.
   */
  readOnly?: boolean;
  /**
   * Which entry of the document's `servers` to use, from 0, when `baseUrl` is not given. Default 0.
   */
  server?: number;
  /**
   * Values for the variables of that `servers` entry.
   */
  serverVariables?: {
    [k: string]: string;
  };
  /**
   * Validates the whole document, not only what skills refer to. Default `false`.
   */
  strict?: boolean;
}
/**
 * A static credential: a bearer token, an API key, or `user:password` for basic.
 */
export interface StaticCredential {
  /**
   * Name of the declared secret that holds the value.
   */
  secret: string;
}
/**
 * OAuth 2.0 client credentials (RFC 6749 section 4.4).
 */
export interface ClientCredentialsCredential {
  /**
   * Client id, and either a client secret or a private key.
   */
  clientCredentials: {
    [k: string]: unknown;
  } & {
    /**
     * Secret with the client id.
     */
    clientIdSecret: string;
    /**
     * Secret with the client secret.
     */
    clientSecretSecret?: string;
    /**
     * Secret with the private key for private_key_jwt, instead of a client secret.
     */
    privateKeySecret?: string;
    /**
     * Token endpoint.
     */
    tokenUrl: string;
    /**
     * Scopes to ask for.
     *
     * @maxItems 64
     *
     * Items: A scope.
     */
    scopes?: string[];
  };
}
/**
 * Exchanges the caller's token for one of the API (RFC 8693).
 */
export interface TokenExchangeCredential {
  /**
   * Token endpoint, and the audience or the resource of the wanted token.
   */
  tokenExchange: {
    [k: string]: unknown;
  } & {
    /**
     * Token endpoint.
     */
    tokenUrl: string;
    /**
     * Audience of the wanted token.
     */
    audience?: string;
    /**
     * Resource of the wanted token.
     */
    resource?: string;
    /**
     * Scopes to ask for.
     *
     * @maxItems 64
     *
     * Items: A scope.
     */
    scopes?: string[];
    /**
     * Secret with the client id.
     */
    clientIdSecret?: string;
    /**
     * Secret with the client secret.
     */
    clientSecretSecret?: string;
  };
}
/**
 * Passes the caller's token through.
 */
export interface PassthroughCredential {
  /**
   * Sends the caller's own token on; only where it was issued for this very API.
   */
  passthrough: true;
}
/**
 * Where the skills are and which of them enter the bundle.
 */
export interface Skills {
  /**
   * Directory of the skills, relative to the manifest. Default `./skills/`.
   */
  source?: string;
  /**
   * Skills whose operations are in the scope of every script.
   *
   * @maxItems 32
   *
   * Items: A skill id in kebab case.
   */
  alwaysLoad?: string[];
  /**
   * Which skills enter the bundle, by tag.
   */
  tags?: {
    /**
     * Only skills with one of these tags enter the bundle.
     *
     * @maxItems 64
     *
     * Items: A tag.
     */
    include?: string[];
    /**
     * Skills with one of these tags do not enter the bundle.
     *
     * @maxItems 64
     *
     * Items: A tag.
     */
    exclude?: string[];
  };
  /**
   * Who may use which skill: skill id → scopes and groups, any of which is enough.
   */
  access?: {
    /**
     * Scopes and groups, any of which is enough.
     */
    [k: string]: {
      /**
       * OAuth scopes.
       *
       * @maxItems 64
       *
       * Items: A scope.
       */
      scopes?: string[];
      /**
       * Groups of the identity provider.
       *
       * @maxItems 64
       *
       * Items: A group.
       */
      groups?: string[];
    };
  };
}
/**
 * A declared tag.
 */
export interface Tag {
  /**
   * The tag.
   */
  name: string;
  /**
   * What it means.
   */
  description?: string;
}
/**
 * Overrides of how operations become tools and resources.
 */
export interface Classification {
  /**
   * Overrides, first match wins.
   *
   * @maxItems 64
   */
  rules?: ClassificationRule[];
}
/**
 * An override of the classification; the first rule that matches wins.
 */
export interface ClassificationRule {
  /**
   * `METHOD path-glob`: the method may be `*`; `*` matches within a path segment, `**` across segments.
   */
  match: string;
  /**
   * The MCP surface of matching operations.
   */
  expose?: 'tool' | 'resource' | 'both';
  /**
   * Which resource a successful call changes.
   */
  emits?: 'self' | 'parent' | 'none';
}
/**
 * The Worker's bindings, as wrangler names them, in camel case. Structural: a change needs a redeploy.
 */
export interface Bindings {
  /**
   * Durable Object bindings. `SESSIONS` (`SessionDO`), `EVENTS` (`EventStoreDO`) and `BUNDLE` (`BundleDO`) are added when they are not listed.
   *
   * @maxItems 32
   *
   * Items: A Durable Object binding.
   */
  durableObjects?: {
    binding: BindingName;
    /**
     * Exported class name.
     */
    className: string;
    /**
     * Worker that owns the class, when it is another one.
     */
    scriptName?: string;
  }[];
  /**
   * D1 databases. `AUDIT` receives the audit chain.
   *
   * @maxItems 16
   *
   * Items: A D1 binding.
   */
  d1Databases?: {
    binding: BindingName;
    /**
     * Name of the database.
     */
    databaseName: string;
    /**
     * Id of the database.
     */
    databaseId: string;
  }[];
  /**
   * KV namespaces. `BUNDLE_CACHE` keeps the last good bundle; the one that `signing.replay.nonceKv` names keeps nonce hints.
   *
   * @maxItems 32
   *
   * Items: A KV binding.
   */
  kvNamespaces?: {
    binding: BindingName;
    /**
     * Id of the namespace.
     */
    id: string;
  }[];
  /**
   * R2 buckets. `SKILL_DATA` keeps blobs.
   *
   * @maxItems 16
   *
   * Items: An R2 binding.
   */
  r2Buckets?: {
    binding: BindingName;
    /**
     * Name of the bucket.
     */
    bucketName: string;
  }[];
  vars?: Vars;
}
/**
 * Plain-text variables of the Worker, name → value.
 */
export interface Vars {
  [k: string]: string;
}
/**
 * Who may push. Structural: a change needs a redeploy.
 */
export interface Signing {
  /**
   * Algorithm of new signatures. The key itself decides what the Worker accepts.
   */
  algorithm: 'ed25519' | 'rs256';
  /**
   * Public keys that the Worker trusts; several while a key is rotated.
   *
   * @minItems 1
   * @maxItems 8
   *
   * Items: A public key, by the name of the secret that holds it.
   */
  trustRoots: {
    /**
     * Key id, as the push statement names it.
     */
    kid: string;
    /**
     * Secret that holds the public key.
     */
    publicKeySecret: string;
  }[];
  /**
   * Replay guard.
   */
  replay: {
    /**
     * How long a push statement is valid, in seconds (10 to 3600).
     */
    windowSeconds?: number;
    /**
     * KV binding for nonce hints; one of `bindings.kvNamespaces`.
     */
    nonceKv: string;
  };
}
/**
 * No sign-in.
 */
export interface AuthNone {
  /**
   * No sign-in: anybody who reaches the Worker may use it.
   */
  provider: 'none';
}
/**
 * API keys.
 */
export interface AuthApiKey {
  /**
   * Static API keys.
   */
  provider: 'apiKey';
  /**
   * Where the key is and which keys are accepted.
   */
  apiKey: {
    /**
     * Header that carries the key. Default `X-API-Key`; `Authorization: Bearer` is accepted as well.
     */
    header?: string;
    /**
     * Secret with the accepted keys, one a line.
     */
    allowlistSecret: string;
  };
}
/**
 * OAuth 2.0 access tokens (JWT).
 */
export interface AuthOauth {
  /**
   * Any OAuth 2.0 or OpenID Connect issuer.
   */
  provider: 'oauth';
  /**
   * Issuer and audience.
   */
  oauth: {
    /**
     * Issuer URL.
     */
    issuer: string;
    /**
     * Audience a token must be issued for.
     */
    audience: string;
    /**
     * Accepted for compatibility; not used.
     */
    credentialsSecret?: string;
  };
  requiredScopes?: RequiredScopes;
}
/**
 * Frontegg access tokens.
 */
export interface AuthFrontegg {
  /**
   * Frontegg.
   */
  provider: 'frontegg';
  /**
   * Audience, issuer and tenant.
   */
  frontegg: {
    /**
     * Where the tenant is read from. Default `subdomain`.
     */
    tenantResolver?: 'subdomain' | 'header' | 'jwt-claim';
    /**
     * Audience a token must be issued for.
     */
    audience: string;
    /**
     * Secret with the issuer URL.
     */
    issuerSecret: string;
  };
  requiredScopes?: RequiredScopes;
}
/**
 * Cloudflare Access tokens, service tokens included.
 */
export interface AuthCloudflareAccess {
  /**
   * Cloudflare Access in front of the Worker.
   */
  provider: 'cloudflareAccess';
  /**
   * Team and application.
   */
  cloudflareAccess: {
    /**
     * Team domain, such as `acme.cloudflareaccess.com`.
     */
    teamDomain: string;
    /**
     * Application audience (AUD) tag.
     */
    audience: string;
  };
  requiredScopes?: RequiredScopes;
}
/**
 * A secret, by name only.
 */
export interface Secret {
  /**
   * Name of the Worker secret.
   */
  name: string;
  /**
   * Whether the Worker refuses a push without it. Default `true`.
   */
  required?: boolean;
  /**
   * What it is for.
   */
  description?: string;
}
/**
 * Where the Worker answers. Structural: a change needs a redeploy.
 */
export interface Deployment {
  /**
   * Where the Worker answers, https. Gives the push its audience and the action its `deployment-url`.
   */
  url?: string;
  /**
   * Name of the Worker. Default `<name>` or `<name>-<environment>` in lower case, so that environments do not deploy over each other.
   */
  workerName?: string;
  /**
   * Whether the workers.dev address answers. Default: only without a custom domain.
   */
  workersDev?: boolean;
  /**
   * A domain of a zone on the account. Turns the workers.dev address off unless `workersDev` says otherwise.
   */
  customDomain?: string;
  /**
   * Routes of the Worker.
   *
   * @maxItems 32
   *
   * Items: A route.
   */
  routes?: {
    /**
     * Route pattern.
     */
    pattern: string;
    /**
     * Zone id.
     */
    zoneId?: string;
    /**
     * Zone name.
     */
    zoneName?: string;
    /**
     * Whether the pattern is a custom domain.
     */
    customDomain?: boolean;
  }[];
}
/**
 * Budgets of AgentScript and of API calls.
 */
export interface Execution {
  /**
   * Cloudflare plan; sets budgets and `limits.cpu_ms`. Default `free`.
   */
  plan?: 'free' | 'paid';
  /**
   * Wall time of a script, in milliseconds. Default 30,000.
   */
  timeoutMs?: number;
  /**
   * Operation calls per script. Default 100.
   */
  maxCalls?: number;
  /**
   * Calls in flight per script. Default 6.
   */
  maxConcurrency?: number;
  /**
   * Memory of a script, in MiB. Default 16.
   */
  memoryMb?: number;
  /**
   * Largest API response passed on, in bytes. Default 1,048,576.
   */
  responseBytes?: number;
  /**
   * Operations that need a person's yes to each call, such as `acme.issueRefund`, `acme.delete*`, or `acme` for all of a binding. Scripts cannot call them.
   *
   * @maxItems 64
   *
   * Items: `<binding>.<operation>`, `*` matches within a part.
   */
  approve?: string[];
}
/**
 * What differs in one environment: scalars and objects merge, lists replace. `name`, `runtime`, `signing`, `secrets` and `tags` cannot be overridden. The result is validated like the base.
 */
export interface EnvironmentOverlay {
  /**
   * Merged over `server`.
   */
  server?: {};
  specs?: Specs;
  /**
   * Merged over `skills`.
   */
  skills?: {};
  /**
   * Merged over `classification`; `rules` replace.
   */
  classification?: {};
  /**
   * Each kind listed replaces that kind, `vars` merge by key.
   */
  bindings?: {};
  /**
   * Merged over `auth`; another `provider` replaces the settings of the first.
   */
  auth?: {};
  /**
   * Merged over `deployment`.
   */
  deployment?: {};
  /**
   * Merged over `execution`.
   */
  execution?: {};
  vars?: Vars;
}
