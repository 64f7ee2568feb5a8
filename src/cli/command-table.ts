import { ACCESS_OPTION, AGAINST_OPTION, KEY_OPTIONS, PROJECT_OPTIONS, WORKER_OPTIONS } from './command-options.js';
import type { CommandSpec } from './command-spec.js';

/** Every command, in the order people meet them. Help, docs/cli.md and the parser read this table. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'validate',
    summary: 'check manifest, skills and operations; report every finding',
    description:
      'Runs the stages 1 to 5 offline and reports every finding of all stages with file, line and column. Needs no variable, key or network.',
    options: [
      ...PROJECT_OPTIONS,
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['text', 'json', 'sarif', 'github'],
        summary: 'form of the findings: text, json, sarif or github',
        default: 'text',
      },
    ],
    examples: [
      { command: 'frontmcp deploy validate --env production', says: 'check one environment' },
      { command: 'frontmcp deploy validate --format sarif > findings.sarif', says: 'for code scanning' },
    ],
    load: () => import('./run/validate.js'),
  },
  {
    name: 'build',
    summary: 'write the deploy bundle to a folder and print its digest',
    description:
      'Writes bundle.json (the exact bytes that are signed for), artifacts/<sha256> and bundle.sha256. The same commit with the same variables gives the same digest on every machine. Needs no key and no network.',
    options: [...PROJECT_OPTIONS, { name: 'out', value: 'DIR', summary: 'folder to write' }],
    examples: [
      {
        command: 'frontmcp deploy build --env production --out bundle',
        says: 'then: sha256sum --check bundle/bundle.sha256, inside that folder',
      },
    ],
    load: () => import('./run/build.js'),
  },
  {
    name: 'plan',
    summary: 'show what would change, first of all which skill gains which operation',
    description:
      'Builds the working tree and compares it with a git ref, a bundle file or a live Worker. A Worker tells anybody whether its digest is another, and whoever has the signing key what would change. Shows how operations are classified, those first that a person should look at. Changes nothing.',
    options: [
      ...PROJECT_OPTIONS,
      AGAINST_OPTION,
      ...KEY_OPTIONS,
      ACCESS_OPTION,
      { name: 'markdown', summary: 'print the plan as markdown' },
    ],
    examples: [
      { command: 'frontmcp deploy plan --against origin/main', says: 'what a branch changes' },
      {
        command: 'frontmcp deploy plan --env production --against https://mcp.example.com',
        says: 'is this what is live?',
      },
    ],
    load: () => import('./run/plan.js'),
  },
  {
    name: 'push',
    summary: 'build, sign and push to the Worker; also "frontmcp deploy" alone',
    description:
      'All seven stages: checks, builds, signs and pushes, and waits for the receipt. Nothing is pushed when anything is an error.',
    options: [
      ...PROJECT_OPTIONS,
      ...KEY_OPTIONS,
      ...WORKER_OPTIONS,
      {
        name: 'expect',
        value: 'WHAT',
        choices: ['head', 'any'],
        summary: 'head: refuse when somebody else pushed in between; any: push over it',
        default: 'head',
      },
      { name: 'dry-run', summary: 'everything but sign and push; needs no key and no network' },
      { ...AGAINST_OPTION, summary: `in a dry run: ${AGAINST_OPTION.summary}` },
    ],
    examples: [
      { command: 'frontmcp deploy --env production --key-file production.pem', says: 'push' },
      { command: 'frontmcp deploy --env production --dry-run', says: 'what a push would do' },
    ],
    load: () => import('./run/push.js'),
  },
  {
    name: 'keygen',
    summary: 'make a key pair for signing pushes',
    description: 'Makes an Ed25519 key pair and says where each half goes. Nothing is stored.',
    options: [{ name: 'kid', value: 'KID', summary: 'key id, as the manifest will name it' }],
    examples: [{ command: 'frontmcp deploy keygen --kid production-2026', says: 'a pair for one environment' }],
    load: () => import('./run/keygen.js'),
  },
  {
    name: 'emit-wrangler',
    summary: 'write the wrangler configuration, or the whole folder to deploy',
    description:
      'Prints the wrangler configuration. With --out it writes it with worker.ts, the compiled runtime and frontmcp.deploy.bundle.js, ready for "wrangler deploy". Without a signing key the Worker answers /mcp with 503 until the first push.',
    options: [
      ...PROJECT_OPTIONS,
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['toml', 'jsonc'],
        summary: 'form of the configuration: toml or jsonc',
        default: 'toml',
      },
      { name: 'out', value: 'DIR', summary: 'folder to write' },
      ...KEY_OPTIONS,
    ],
    examples: [
      { command: 'frontmcp deploy emit-wrangler --env production > wrangler.toml', says: 'the configuration alone' },
      {
        command: 'frontmcp deploy emit-wrangler --env production --out worker',
        says: 'then: wrangler deploy, inside that folder',
      },
    ],
    load: () => import('./run/emit-wrangler.js'),
  },
  {
    name: 'dev',
    summary: 'serve the project from a local Worker and push on every save',
    description:
      'Starts the same Worker in local workerd with a throw-away key, pushes to it as CI would, and again on every save. Secrets come from .dev.vars beside the manifest. Prints "ready <mcp-url>" on stdout when it serves; SIGINT and SIGTERM stop it.',
    options: [
      ...PROJECT_OPTIONS,
      { name: 'port', value: 'PORT', summary: 'port to listen on; 0 for any free one', default: '8787' },
      { name: 'host', value: 'HOST', summary: 'address to listen on', default: '127.0.0.1' },
      { name: 'no-watch', summary: 'push once and do not watch' },
      { name: 'no-auth', summary: 'serve without sign-in; on loopback only' },
      {
        name: 'state',
        value: 'DIR',
        summary: 'keep what the Worker stores in this folder',
        default: 'nothing is kept',
      },
    ],
    examples: [
      {
        command: 'frontmcp deploy dev --env local --no-auth',
        says: 'then: claude mcp add --transport http local http://127.0.0.1:8787/mcp',
      },
    ],
    load: () => import('./run/dev.js'),
  },
  {
    name: 'status',
    summary: 'what is live, and what the Worker lacks',
    description:
      'Asks the Worker. With the signing key the answer has everything: trust roots, missing secrets and bindings, the audit head. Without it only digest and generation.',
    options: [...PROJECT_OPTIONS, ...KEY_OPTIONS, ...WORKER_OPTIONS],
    examples: [{ command: 'frontmcp deploy status --env production', says: 'digest and generation' }],
    load: () => import('./run/status.js'),
  },
  {
    name: 'outputs',
    summary: 'Worker URL, MCP endpoint, and how to connect clients',
    description:
      'Reads the manifest and prints where the Worker answers, with snippets for Claude Code, Claude Desktop, Cursor, VS Code, Codex and mcp-remote.',
    options: PROJECT_OPTIONS,
    examples: [{ command: 'frontmcp deploy outputs --env production --json', says: 'for a script' }],
    load: () => import('./run/outputs.js'),
  },
];

/** The command that `frontmcp deploy` alone runs. */
export const DEFAULT_COMMAND = 'push';
