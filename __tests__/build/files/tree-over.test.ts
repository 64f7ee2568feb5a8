import type { FileTree } from '../../../src/build/files/file-tree.js';
import { readMany } from '../../../src/build/files/tree-over.js';

test('reads many files in order, at most 200 at a time', async () => {
  let running = 0;
  let most = 0;
  const read: FileTree['read'] = async (path, { maxBytes }) => {
    most = Math.max(most, (running += 1));
    await new Promise(setImmediate);
    running -= 1;
    return { ok: false, fault: 'too-large', detail: `${path} of ${maxBytes}` };
  };
  const paths = Array.from({ length: 450 }, (_, index) => `file-${index}`);
  const contents = await readMany({ read } as FileTree, paths, { maxBytes: 7 });
  expect(contents.map((content) => (content.ok ? '' : content.detail))).toEqual(paths.map((path) => `${path} of 7`));
  expect(most).toBe(200);
});
