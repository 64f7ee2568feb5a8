import type { Implementation } from '@modelcontextprotocol/server';
import type { Snapshot } from '../snapshot.js';

/** How the server introduces itself: as the manifest says. */
export function serverInfo({ index }: Snapshot): Implementation {
  const { info, icons } = index.manifest.hot.server;
  return { ...info, ...(icons && { icons }) };
}
