import type { AnnotationProperties } from '@actions/core';
import type { clientSnippets } from '../commands/client-snippets.js';
import type { deploy } from '../commands/deploy.js';
import type { emitWrangler } from '../commands/emit-wrangler.js';
import type { ProxyFetch } from '../push/client/proxy-fetch.js';

/** The part of `@actions/core` that is used; tests hand in their own. */
export interface Core {
  info(message: string): void;
  notice(message: string, properties?: AnnotationProperties): void;
  warning(message: string, properties?: AnnotationProperties): void;
  error(message: string, properties?: AnnotationProperties): void;
  setFailed(message: string): void;
  setOutput(name: string, value: string): void;
  setSecret(secret: string): void;
  startGroup(name: string): void;
  endGroup(): void;
  summary: { addRaw(text: string): { write(): Promise<unknown> } };
}

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
  openNetwork: () => Promise<ProxyFetch>;
  /** Fires when the run is cancelled. */
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now(): number;
}
