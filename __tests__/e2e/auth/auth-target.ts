import type { Service, StructuralManifest } from '../../../src/contract/bundle/bundle-index.js';

/** What a Worker under test is set up with. */
export interface TargetSettings {
  auth: StructuralManifest['auth'];
  secrets?: Record<string, string>;
  service?: Service;
}

/** A Worker that runs. */
export interface RunningTarget {
  /** Sends one harmless MCP request; 200 means that the caller was let in. */
  ask(headers: Record<string, string>): Promise<Response>;
  /** Gets any other path. */
  get(path: string, headers?: Record<string, string>, signal?: AbortSignal): Promise<Response>;
  stop(): Promise<void>;
}

/** Something that starts Workers: the sign-in alone, or the whole runtime. */
export interface AuthTarget {
  name: string;
  start(settings: TargetSettings): Promise<RunningTarget>;
}
