/** The entry that `@frontmcp/worker` is aliased to. */
export { createWorker } from './create-worker.js';
