/** Prefix of our own keys in `_meta` (MCP, "General fields"): reverse DNS of FrontMCP's domain. */
export const META_PREFIX = 'dev.agentfront.frontmcp/';
