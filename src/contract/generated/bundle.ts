/* Generated from schemas/bundle.v1.json by "npm run generate". Do not edit. */

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
export type SecurityScheme = HttpSecurityScheme | ApiKeySecurityScheme;
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
 * The deploy bundle, version 1: the index that is hashed and signed for. Everything large is an artifact that it names by digest.
 */
export interface BundleIndex {
  format: 'frontmcp-bundle';
  v: 1;
  /**
   * Name of the project.
   */
  name: string;
  /**
   * The environment, `base` without an overlay.
   */
  environment: string;
  /**
   * The effective manifest, split into what a push may change and what needs a redeploy.
   */
  manifest: {
    hot: HotManifest;
    structural: StructuralManifest;
  };
  /**
   * Spec id → service.
   */
  services: {
    [k: string]: Service;
  };
  /**
   * Skill id → skill.
   */
  skills: {
    [k: string]: SkillEntry;
  };
  /**
   * `<binding>.<operation name>` → operation.
   */
  operations: {
    [k: string]: OperationEntry;
  };
  search: ArtifactRef;
}
/**
 * The part of the manifest that a push may change.
 */
export interface HotManifest {
  server: Server;
  skills: {
    /**
     * @maxItems 1000
     */
    alwaysLoad: string[];
    access?: {
      [k: string]: {
        /**
         * @maxItems 64
         */
        scopes?: string[];
        /**
         * @maxItems 64
         */
        groups?: string[];
      };
    };
  };
  /**
   * @maxItems 64
   */
  tags?: Tag[];
  execution: Execution;
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
 * The part of the manifest that needs a redeploy.
 */
export interface StructuralManifest {
  runtime: Runtime;
  bindings: Bindings;
  signing: Signing;
  auth: Auth;
  secrets: Secrets;
  deployment: Deployment;
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
    /**
     * Binding name: upper-case letters, digits, underscores.
     */
    binding: string;
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
    /**
     * Binding name: upper-case letters, digits, underscores.
     */
    binding: string;
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
    /**
     * Binding name: upper-case letters, digits, underscores.
     */
    binding: string;
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
    /**
     * Binding name: upper-case letters, digits, underscores.
     */
    binding: string;
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
 * One API.
 */
export interface Service {
  /**
   * JavaScript namespace.
   */
  binding: string;
  title?: string;
  version?: string;
  /**
   * The origins that operations of this service may call; nothing else is ever called.
   *
   * @maxItems 64
   */
  origins: string[];
  /**
   * How each scheme that the operations name goes on the wire. OAuth 2.0 and OpenID Connect schemes are sent as bearer tokens.
   */
  securitySchemes: {
    [k: string]: SecurityScheme;
  };
  auth: SpecAuth;
  schemas?: ArtifactRef;
}
export interface HttpSecurityScheme {
  type: 'http';
  scheme: 'bearer' | 'basic';
}
export interface ApiKeySecurityScheme {
  type: 'apiKey';
  in: 'header' | 'query' | 'cookie';
  name: string;
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
 * Immutable content, by digest.
 */
export interface ArtifactRef {
  /**
   * Lower-case hex SHA-256 of the bytes.
   */
  sha256: string;
  /**
   * Bytes.
   */
  size: number;
  mediaType: string;
  /**
   * Stored in R2, not in the push body.
   */
  blob?: true;
}
/**
 * One skill.
 */
export interface SkillEntry {
  name: string;
  description: string;
  /**
   * @maxItems 256
   */
  tags: string[];
  /**
   * Front matter as it stands in SKILL.md, as JSON.
   */
  frontMatter: {};
  /**
   * Path in the skill → file.
   */
  files: {
    [k: string]: ArtifactRef;
  };
  /**
   * Keys of `operations`: exactly what the skill may call. Empty for a knowledge skill.
   *
   * @maxItems 2000
   */
  operations: string[];
  alwaysLoad: boolean;
  hideFromDiscovery: boolean;
}
/**
 * One operation; the rest of it is in its artifact.
 */
export interface OperationEntry {
  spec: string;
  /**
   * Id as in the spec, `METHOD /path` when it has none.
   */
  id: string;
  /**
   * JavaScript name.
   */
  name: string;
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'TRACE';
  path: string;
  summary: string;
  /**
   * @maxItems 256
   */
  tags: string[];
  deprecated?: true;
  expose: 'tool' | 'resource' | 'both';
  /**
   * A call changes nothing.
   */
  readOnly: boolean;
  /**
   * URI template of the resource, `mcp+op://<spec>/<path>`.
   */
  uriTemplate?: string;
  /**
   * @maxItems 16
   */
  effects: Effect[];
  artifact: ArtifactRef;
}
/**
 * What a successful call changes.
 */
export interface Effect {
  kind: 'updated' | 'list_changed';
  /**
   * URI template; empty for `list_changed`.
   */
  uri: string;
}
