import type { JsonValue } from '../../contract/encoding/json.js';

/** How a run ended, as FrontMCP documents it. */
export type ScriptStatus = 'ok' | 'syntax_error' | 'illegal_access' | 'runtime_error' | 'tool_error' | 'timeout';

/** Stable codes of failed runs. */
export type ScriptErrorCode =
  | 'PREFLIGHT_SYNTAX'
  | 'PREFLIGHT_MODULE_SYNTAX'
  | 'PREFLIGHT_FORBIDDEN_SYNTAX'
  | 'PREFLIGHT_FORBIDDEN_NAME'
  | 'PREFLIGHT_UNKNOWN_NAME'
  | 'PREFLIGHT_READ_ONLY_NAME'
  | 'PREFLIGHT_FORBIDDEN_PROPERTY'
  | 'PREFLIGHT_UNKNOWN_OPERATION'
  | 'LIMIT_SOURCE'
  | 'LIMIT_CPU'
  | 'LIMIT_MEMORY'
  | 'LIMIT_STACK'
  | 'LIMIT_CALLS'
  | 'LIMIT_ARGUMENTS'
  | 'LIMIT_ANSWERS'
  | 'LIMIT_OUTPUT'
  | 'TIMEOUT'
  | 'STALLED'
  | 'CANCELLED'
  | 'RESULT_NOT_JSON'
  | 'TOOL_ERROR'
  | 'SCRIPT_ERROR'
  | 'ENGINE_FAULT';

/** A place in the author's own text; both from 1. */
export interface ScriptPosition {
  line: number;
  column: number;
}

/** What a limit was. */
export interface ScriptLimit {
  name: string;
  value: number;
}

/** Why a run failed: for an agent, which repairs the script by it. */
export interface ScriptError extends Partial<ScriptPosition> {
  code: ScriptErrorCode;
  message: string;
  /** The accepted spelling, or what to do instead. */
  hint?: string;
  /** The author's line. */
  excerpt?: string;
  limit?: ScriptLimit;
  /** Of `illegal_access`. */
  kind?: 'IllegalBuiltinAccess' | 'DisallowedGlobal' | 'ModuleSyntax' | 'UnknownOperation';
  /** Of `runtime_error` and `tool_error`. */
  source?: 'script' | 'tool';
  /** Name of the error's class, of `runtime_error`. */
  name?: string;
  /** Of `tool_error`: the call that failed. */
  toolName?: string;
  toolInput?: JsonValue;
  /** Of `tool_error`: what the call answered. */
  toolError?: ToolErrorFacts;
  /** More findings of the preflight. */
  issues?: ScriptIssue[];
}

/** One finding of the preflight. */
export type ScriptIssue = ScriptPosition & Pick<ScriptError, 'code' | 'message' | 'hint' | 'kind'>;

/** What a script gets to know of a failed call; it can catch it. */
export interface ToolErrorFacts {
  /** As FrontMCP documents them. */
  code: 'NOT_FOUND' | 'VALIDATION' | 'EXECUTION' | 'TIMEOUT' | 'ACCESS_DENIED' | 'SELF_REFERENCE';
  message: string;
  /** The finer code of this server, such as `upstream_error`. */
  reason: string;
  /** HTTP status; 0 without an answer. */
  status: number;
  retryable: boolean;
  retryAfterSeconds?: number;
  details?: JsonValue;
}

/** How one call ended. */
export type CallOutcome = { ok: true; data: JsonValue; note?: string } | { ok: false; error: ToolErrorFacts };

/** One line of a script's log. */
export interface LogLine {
  level: string;
  message: string;
}

/** What a run used. */
export interface ScriptUsage {
  calls: number;
  ticks: number;
  memoryBytes: number;
  durationMs: number;
}

/** How a run ended. */
export type ScriptOutcome = (
  | { status: 'ok'; /** JSON text, complete. */ resultText: string }
  | { status: Exclude<ScriptStatus, 'ok'>; error: ScriptError }
) & { logs: LogLine[]; notes: string[]; usage: ScriptUsage };

/** An operation as `getTool` shows it. */
export interface ScriptTool {
  name: string;
  description: string;
  readOnly: boolean;
  approvalRequired?: boolean;
  inputSchema?: JsonValue;
  outputSchema?: JsonValue;
}

/** What a script may call. */
export interface ScriptScope {
  /** By key `<namespace>.<operation>`. */
  tools: ReadonlyMap<string, ScriptTool>;
}
