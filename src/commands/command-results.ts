import type { BuildResult } from '../build/build.js';
import type { WorkerStatus, Receipt } from '../contract/push/push-messages.js';
import type { Failure } from './ports.js';

/** `frontmcp deploy validate`. */
export interface ValidateResult {
  build: BuildResult;
}

/** `frontmcp deploy build`. */
export interface BuildCommandResult {
  build: BuildResult;
  /** Files that were written, absolute. */
  written: string[];
  failure?: Failure;
}

/** `frontmcp deploy keygen`. */
export interface KeygenResult {
  kid: string;
  privatePem: string;
  publicPem: string;
  thumbprint: string;
}

/** `frontmcp deploy emit-wrangler`. */
export interface EmitResult {
  build: BuildResult;
  /** The configuration alone, for stdout. */
  configuration?: string;
  /** Files that were written, absolute; empty without an output folder. */
  written: string[];
  /** Whether the emitted bundle carries a push statement. */
  signed: boolean;
  failure?: Failure;
}

/** `frontmcp deploy status`. */
export interface StatusResult {
  url?: string;
  /** From the Worker's signed answer, with a key. */
  receipt?: Receipt;
  worker?: WorkerStatus;
  /** From /readyz, without a key. */
  live?: { sha256?: string; generation?: number };
  failure?: Failure;
}

/** How to connect one MCP client. */
export interface ClientSnippet {
  /** Such as `Claude Code`. */
  client: string;
  /** Where the snippet goes: a command line, or a file. */
  where: string;
  language: 'sh' | 'json' | 'toml';
  text: string;
}

/** `frontmcp deploy outputs`. */
export interface OutputsResult {
  build: BuildResult;
  workerName?: string;
  deploymentUrl?: string;
  mcpUrl?: string;
  snippets: ClientSnippet[];
  failure?: Failure;
}
