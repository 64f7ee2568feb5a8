interface MediaType {
  type: string;
  /** Set when files with this ending are never text, whatever their first bytes look like. */
  binary?: true;
}

const BINARY = (type: string): MediaType => ({ type, binary: true });
const TEXT = (type: string): MediaType => ({ type });

/** Endings that skills really have; everything else is told apart by content. */
const BY_ENDING = new Map<string, MediaType>([
  ...['md', 'markdown', 'mdx'].map((ending): [string, MediaType] => [ending, TEXT('text/markdown')]),
  ['txt', TEXT('text/plain')],
  ['json', TEXT('application/json')],
  ['jsonl', TEXT('application/jsonl')],
  ['yaml', TEXT('application/yaml')],
  ['yml', TEXT('application/yaml')],
  ['toml', TEXT('application/toml')],
  ['csv', TEXT('text/csv')],
  ['tsv', TEXT('text/tab-separated-values')],
  ['xml', TEXT('application/xml')],
  ['xsd', TEXT('application/xml')],
  ['html', TEXT('text/html')],
  ['htm', TEXT('text/html')],
  ['css', TEXT('text/css')],
  ['svg', TEXT('image/svg+xml')],
  ['js', TEXT('text/javascript')],
  ['mjs', TEXT('text/javascript')],
  ['cjs', TEXT('text/javascript')],
  ['ts', TEXT('text/x-typescript')],
  ['py', TEXT('text/x-python')],
  ['sh', TEXT('application/x-sh')],
  ['sql', TEXT('application/sql')],
  ['png', BINARY('image/png')],
  ['jpg', BINARY('image/jpeg')],
  ['jpeg', BINARY('image/jpeg')],
  ['gif', BINARY('image/gif')],
  ['webp', BINARY('image/webp')],
  ['avif', BINARY('image/avif')],
  ['ico', BINARY('image/vnd.microsoft.icon')],
  ['pdf', BINARY('application/pdf')],
  ['docx', BINARY('application/vnd.openxmlformats-officedocument.wordprocessingml.document')],
  ['xlsx', BINARY('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')],
  ['pptx', BINARY('application/vnd.openxmlformats-officedocument.presentationml.presentation')],
  ['zip', BINARY('application/zip')],
  ['gz', BINARY('application/gzip')],
  ['tgz', BINARY('application/gzip')],
  ['tar', BINARY('application/x-tar')],
  ['mp3', BINARY('audio/mpeg')],
  ['wav', BINARY('audio/wav')],
  ['mp4', BINARY('video/mp4')],
  ['webm', BINARY('video/webm')],
  ['woff', BINARY('font/woff')],
  ['woff2', BINARY('font/woff2')],
  ['ttf', BINARY('font/ttf')],
  ['otf', BINARY('font/otf')],
  ['wasm', BINARY('application/wasm')],
  ['sqlite', BINARY('application/vnd.sqlite3')],
  ['parquet', BINARY('application/vnd.apache.parquet')],
]);

/** The media type of a path by its ending, without parameters; undefined when the ending says nothing. */
export function mediaTypeOf(path: string): string | undefined {
  return BY_ENDING.get(endingOf(path))?.type;
}

/** Whether the ending alone says that a file is binary. */
export function isBinaryName(path: string): boolean {
  return BY_ENDING.get(endingOf(path))?.binary === true;
}

/** Whether the ending says markdown. */
export function isMarkdown(path: string): boolean {
  return mediaTypeOf(path) === 'text/markdown';
}

function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
