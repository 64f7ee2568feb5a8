/** One option of a command. */
export interface OptionSpec {
  name: string;
  aliases?: readonly string[];
  /** Placeholder of the value, such as `FILE`; a flag without one. */
  value?: string;
  /** Allowed values, when they are few. */
  choices?: readonly string[];
  summary: string;
  /** Shown in the help. */
  default?: string;
}

/** Options by their main name: the text of a value, or `true` for a flag. */
export type ParsedOptions = ReadonlyMap<string, string | true>;

/** Options of every command that reads a project. */
export const PROJECT_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'manifest',
    value: 'FILE',
    summary: 'the manifest, relative to the working directory',
    default: 'frontmcp.deploy.yaml',
  },
  {
    name: 'working-directory',
    aliases: ['cwd'],
    value: 'DIR',
    summary: 'folder of the project',
    default: 'the current folder',
  },
  {
    name: 'env',
    aliases: ['environment'],
    value: 'NAME',
    summary: 'environment of the manifest to apply',
    default: 'none: the base manifest',
  },
  { name: 'strict', summary: 'validate whole OpenAPI documents, not only what skills refer to' },
];

/** Options of every command. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { name: 'json', summary: 'print one JSON document on stdout, everything else on stderr' },
  { name: 'help', summary: 'show this help' },
];

/** Where the signing key comes from; a key itself never stands on a command line, where others can read it. */
export const KEY_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'key-file',
    value: 'FILE',
    summary: 'file with the private key',
    default: 'the variable FRONTMCP_SIGNING_KEY',
  },
  {
    name: 'key-id',
    value: 'KID',
    summary: 'key id of the signing key',
    default: 'the trust root that matches the key',
  },
];

/** The service token for a Worker behind Cloudflare Access. */
export const ACCESS_OPTION: OptionSpec = {
  name: 'access-client-id',
  value: 'ID',
  summary: 'Cloudflare Access service token; its secret is read from FRONTMCP_ACCESS_CLIENT_SECRET',
};

/** How the Worker is reached. */
export const WORKER_OPTIONS: readonly OptionSpec[] = [
  { name: 'deployment-url', value: 'URL', summary: 'address of the Worker', default: 'deployment.url of the manifest' },
  ACCESS_OPTION,
];

/** What a plan compares with. */
export const AGAINST_OPTION: OptionSpec = {
  name: 'against',
  value: 'BASE',
  summary: 'git ref, path of a bundle.json, or http(s) address of a Worker to compare with',
  default: 'HEAD',
};
