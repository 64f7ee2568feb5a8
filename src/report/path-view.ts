import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * Turns paths of a file tree into paths that can be opened from the working directory: relative where they lie below
 * it, absolute elsewhere; with `/`.
 */
export function createPathView(root: string, cwd: string): (file: string) => string {
  return (file) => {
    const absolute = join(root, ...file.split('/'));
    const below = relative(cwd, absolute);
    const isBelow = !isAbsolute(below) && below !== '..' && !below.startsWith(`..${sep}`);
    return (isBelow ? below : absolute).split(sep).join('/');
  };
}
