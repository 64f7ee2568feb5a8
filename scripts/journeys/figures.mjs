/**
 * A file that a journey enters.
 * @typedef {object} Stop
 * @property {string} path
 * @property {number} lines
 * @property {string[]} functions names of those that were entered; callbacks have none
 * @property {boolean} isAfter whether it was entered only after the answer
 */

/**
 * Figures of a journey, or of all files.
 * @typedef {object} Figures
 * @property {number} files
 * @property {number} functions
 * @property {number} longest lines of the longest file
 * @property {number} oneImporter files that a single file imports
 */

/**
 * Groups the functions of a journey by file, in the order in which the files were entered.
 * @param {import('./counter.mjs').Entered[]} entered
 * @param {Map<string, import('./read-source-files.mjs').SourceFile>} files
 * @returns {Stop[]}
 */
export function stopsOf(entered, files) {
  return [...Map.groupBy(entered, ({ file }) => file)].map(([path, functions]) => {
    const file = fileAt(path, files);
    return {
      path,
      lines: file.lines,
      functions: functions.flatMap(({ index }) => file.functions[index] ?? []),
      isAfter: functions.every(({ isAfter }) => isAfter),
    };
  });
}

/**
 * Measures what was entered before the answer.
 * @param {import('./counter.mjs').Entered[]} entered
 * @param {Map<string, import('./read-source-files.mjs').SourceFile>} files
 * @returns {Figures & { filesAfter: number }}
 */
export function figuresOf(entered, files) {
  const before = entered.filter(({ isAfter }) => !isAfter);
  const paths = new Set(before.map(({ file }) => file));
  return {
    ...figuresOfFiles([...paths].map((path) => fileAt(path, files))),
    functions: before.length,
    filesAfter: new Set(entered.map(({ file }) => file)).size - paths.size,
  };
}

/**
 * Measures whole files.
 * @param {Iterable<import('./read-source-files.mjs').SourceFile>} files
 * @returns {Figures}
 */
export function figuresOfFiles(files) {
  const all = [...files];
  return {
    files: all.length,
    functions: all.reduce((sum, { functions }) => sum + functions.length, 0),
    longest: Math.max(0, ...all.map(({ lines }) => lines)),
    oneImporter: all.filter(({ importers }) => importers === 1).length,
  };
}

/**
 * @param {string} path
 * @param {Map<string, import('./read-source-files.mjs').SourceFile>} files
 */
function fileAt(path, files) {
  const file = files.get(path);
  if (!file) throw new Error(`${path} was entered, but it is not a file of src/ with code.`);
  return file;
}
