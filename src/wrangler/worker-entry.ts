/**
 * The worker.ts that is emitted: the documented entry, unchanged but for its environment. The same text
 * stands in examples/worker/worker.ts, which the tests compile and run.
 */
export const WORKER_ENTRY = `import { createWorker } from '@frontmcp/worker';
import deployBundle from './frontmcp.deploy.bundle.js';

const { handler, durableObjects } = createWorker({ bundle: deployBundle, env: 'production' });

export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;
`;
