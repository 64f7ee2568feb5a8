import type { fetch } from 'undici';
import type { deploy } from '../commands/deploy.js';
import type { emitWrangler } from '../commands/emit-wrangler.js';
import type { clientSnippets } from '../commands/client-snippets.js';
import type { Core } from './core.js';

/** The commands that the action runs. */
export interface Commands {
  deploy: typeof deploy;
  emitWrangler: typeof emitWrangler;
  clientSnippets: typeof clientSnippets;
}

/** Everything outside the action, as one object. */
export interface ActionPorts {
  core: Core;
  /** Environment variables of the step. */
  variables: Readonly<Record<string, string | undefined>>;
  /** Absolute path of dist/, where the compiled runtime lies. */
  distDirectory: string;
  /** Loads what is heavy, after the first line of the log. */
  loadCommands(): Promise<Commands>;
  /** Opens the network when it is first needed. */
  openNetwork(): Promise<{ fetch: typeof fetch; close(): Promise<void> }>;
  /** Fires when the run is cancelled. */
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now(): number;
}
