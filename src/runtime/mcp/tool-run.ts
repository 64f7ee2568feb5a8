import type { InputRequiredResult } from '@modelcontextprotocol/server';
import type { Catalog } from '../catalog/open-catalog.js';
import type { Fetch } from '../upstream/api-call.js';
import type { Asking } from './approval/approve-call.js';
import type { McpContext } from './context.js';

/** What a tool may use to do its work. */
export interface ToolRun {
  context: McpContext;
  catalog: Catalog;
  fetch: Fetch;
  /** How the client asks a person. */
  asking: Asking;
  /** Ends when the client has gone or has cancelled the request. */
  signal: AbortSignal;
  /** Tells the client how far the work has come; absent when it did not ask. Never fails. */
  progress?(done: number, message: string): void;
}

/** What a tool answers. */
export interface ToolOutcome {
  value: object;
  isError?: boolean;
  /** Answered instead: what a person is asked first. */
  question?: InputRequiredResult;
}
