// Checks the documents that it is sent, one at a time, in a process of its own: a document that takes the process down is a
// finding, not the end of the run.
import { checkDocument } from './check-document.mjs';

/** @type {import('./load-source.mjs').Source} */
const source = await import(process.argv[2] ?? '');

/** @param {unknown} message */
const tell = (message) => process.send?.(message);

process.on('message', async (/** @type {{ file: string, seed: number }} */ { file, seed }) => {
  try {
    tell(await checkDocument(source, file, seed));
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    tell({
      file,
      milliseconds: 0,
      operations: 0,
      ok: 0,
      failures: { [`crash: ${error.message.slice(0, 80)}`]: 1 },
      examples: { stack: [error.stack] },
      crashed: true,
    });
  }
});
tell({ ready: true });
