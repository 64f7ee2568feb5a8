// Checks the documents that it is sent, one at a time, in a process of its own: a document that takes the process down is a
// finding, not the end of the run.
import { checkDocument } from './check-document.mjs';

const source = await import(process.argv[2]);

process.on('message', async ({ file, seed }) => {
  try {
    process.send(await checkDocument(source, file, seed));
  } catch (error) {
    process.send({
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
process.send({ ready: true });
