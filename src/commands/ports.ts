import type { fetch } from 'undici';
import type { BuildSoFar, BuildStage } from '../build/build.js';

/** What a command tells while it works; adapters decide how it looks. */
export interface Reporter {
  /** A stage begins. */
  stage(stage: BuildStage | 'plan' | 'sign' | 'push'): void;
  /** A stage of the build has ended. */
  stageEnd?(stage: BuildStage, soFar: BuildSoFar): void;
  /** Something worth a line in the log of whoever watches. */
  info(text: string): void;
  /** A value that must never be printed from now on. */
  mask(secret: string): void;
}

/** The outside world, as every command gets it. */
export interface Ports {
  reporter: Reporter;
  /** The process's environment variables. */
  variables: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  now(): number;
  /** That many random bytes, from a cryptographic source. */
  random(bytes: number): Uint8Array;
  /** Waits; rejects when the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** undici's fetch, with the proxy settings of the process. */
  fetch: typeof fetch;
  /** Fires when the user wants to stop. */
  signal?: AbortSignal;
}

/** Which project a command is about. */
export interface ProjectOptions {
  /** Absolute path of the folder that the manifest's path is relative to. */
  directory: string;
  /** Path of the manifest; `frontmcp.deploy.yaml` by default. */
  manifest: string;
  /** Overlay to apply; none for the base manifest. */
  environment?: string;
  /** Validates whole OpenAPI documents. */
  strict?: boolean;
}

/** A command that cannot do what was asked; the adapters print it as it is. */
export interface Failure {
  /** Stable, kebab-case, or a refusal code of the Worker. */
  code: string;
  /** What happened, one sentence. */
  message: string;
  /** What to do next. */
  hint?: string;
  /** Request id of the Worker's answer, when there was one. */
  requestId?: string;
}
