import { createWorker } from '@frontmcp/worker';
import deployBundle from './frontmcp.deploy.bundle.js';

const { handler, durableObjects } = createWorker({ bundle: deployBundle, env: 'production' });

export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;
