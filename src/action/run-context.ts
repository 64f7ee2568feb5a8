import { readFile } from 'node:fs/promises';
import { isJsonObject, type JsonObject, type JsonValue } from '../contract/encoding/json.js';
import type { ActionInputs } from './inputs.js';

/** What the run is about, as far as signing and planning are concerned. */
export interface RunContext {
  /** Name of the event, such as `push`. */
  event: string;
  /** Whether the run checks a proposal that is not merged yet. */
  isProposal: boolean;
  /** Why this run must never sign, whatever it was told. */
  untrusted?: string;
  /** The commit that the change is based on. */
  base?: string;
  /** Where a push would come from, for the audit. */
  source: { repository?: string; commit?: string; ref?: string; run?: string; actor?: string };
}

/** A run whose inputs are read and whose mode is decided. */
export interface Run {
  inputs: ActionInputs;
  context: RunContext;
  dryRun: boolean;
  /** Absolute path of the workspace. */
  workspace: string;
  /** Sentences for the summary. */
  notes: readonly string[];
}

const DEPENDABOT = 'dependabot[bot]';

/**
 * Reads the run from the runner's variables and the event's payload. The payload comes from outside: whatever does not
 * look as documented counts as foreign where that matters.
 */
export function readRunContext(
  variables: Readonly<Record<string, string | undefined>>,
  payload: JsonValue | undefined,
): RunContext {
  const event = variables['GITHUB_EVENT_NAME'] ?? '';
  const body = isJsonObject(payload) ? payload : {};
  const untrusted = foreignHead(event, body, variables['GITHUB_REPOSITORY']) ?? dependabot(body, variables);
  const base = baseCommit(event, body);
  return {
    event,
    isProposal: isProposal(event, body),
    ...(untrusted === undefined ? {} : { untrusted }),
    ...(base === undefined ? {} : { base }),
    source: sourceOf(variables),
  };
}

/** The payload of the event that started the run, as the runner left it in a file; undefined when there is none to read. */
export async function readPayload(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<JsonValue | undefined> {
  const path = variables['GITHUB_EVENT_PATH'];
  if (!path) return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JsonValue;
  } catch {
    return undefined;
  }
}

/** A pull request, also where another event stands between: a comment on it, or a workflow that it set off. */
function isProposal(event: string, body: JsonObject): boolean {
  if (event === 'issue_comment') return at(body, 'issue', 'pull_request') !== undefined;
  const origin = event === 'workflow_run' ? at(body, 'workflow_run', 'event') : event;
  return typeof origin === 'string' && (origin.startsWith('pull_request') || origin === 'merge_group');
}

function foreignHead(event: string, body: JsonObject, repository: string | undefined): string | undefined {
  const head = event.startsWith('pull_request')
    ? at(body, 'pull_request', 'head', 'repo', 'full_name')
    : at(body, 'workflow_run', 'head_repository', 'full_name');
  if (!event.startsWith('pull_request') && event !== 'workflow_run') return undefined;
  const own = at(body, 'repository', 'full_name') ?? repository;
  if (typeof head === 'string' && typeof own === 'string' && head.toLowerCase() === own.toLowerCase()) return undefined;
  return typeof head === 'string'
    ? `its code comes from the fork ${head}`
    : 'nothing tells which repository its code comes from';
}

function dependabot(body: JsonObject, variables: Readonly<Record<string, string | undefined>>): string | undefined {
  const isIts = variables['GITHUB_ACTOR'] === DEPENDABOT || at(body, 'pull_request', 'user', 'login') === DEPENDABOT;
  return isIts ? 'it is a run of Dependabot' : undefined;
}

/** The commit before the change: a full object name that is not all zeros (a new branch has no commit before). */
function baseCommit(event: string, body: JsonObject): string | undefined {
  const sha =
    event === 'push'
      ? body['before']
      : event === 'merge_group'
        ? at(body, 'merge_group', 'base_sha')
        : at(body, 'pull_request', 'base', 'sha');
  return typeof sha === 'string' && /^(?!0+$)(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) ? sha : undefined;
}

function at(value: JsonValue | undefined, ...path: string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (inner, name) => (isJsonObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value,
  );
}

function sourceOf(variables: Readonly<Record<string, string | undefined>>): RunContext['source'] {
  const attempt = variables['GITHUB_RUN_ATTEMPT'];
  const run = variables['GITHUB_RUN_ID'];
  return {
    repository: variables['GITHUB_REPOSITORY'] || undefined,
    commit: variables['GITHUB_SHA'] || undefined,
    ref: variables['GITHUB_REF'] || undefined,
    run: run ? `${run}${attempt ? `/${attempt}` : ''}` : undefined,
    actor: variables['GITHUB_ACTOR'] || undefined,
  };
}
