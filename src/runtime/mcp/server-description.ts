import type { Implementation, ServerCapabilities } from '@modelcontextprotocol/server';
import type { Snapshot } from '../snapshot.js';
import type { McpContext } from './context.js';

/** Prefix of our own keys in `_meta` (MCP, "General fields"): reverse DNS of FrontMCP's domain. */
export const META_PREFIX = 'dev.agentfront.frontmcp/';

/** How the server introduces itself: as the manifest says. */
export function serverInfo({ index }: Snapshot): Implementation {
  const { info, icons } = index.manifest.hot.server;
  return { ...info, ...(icons && { icons }) };
}

/**
 * What the server declares that it can do. Changes are announced only where something carries them, which is what makes
 * clients listen. The five tools are part of the runtime: a push never changes them.
 */
export function serverCapabilities({ live }: McpContext): ServerCapabilities {
  return {
    tools: {},
    resources: live ? { subscribe: true, listChanged: true } : {},
    prompts: live ? { listChanged: true } : {},
    completions: {},
    // SEP-2640, "Capability".
    extensions: { 'io.modelcontextprotocol/skills': { directoryRead: true } },
  };
}
