import { quote, row } from './catalogue-row.js';

const MANIFEST_FAULTS: Readonly<Record<string, string>> = {
  outside: 'it lies outside of the repository, or is a link that leads out of it',
  directory: 'it is a directory',
};

/** Diagnostics of the manifest stage: the manifest as a file, and of its YAML. */
export const manifestFileCatalogue = {
  'manifest-absent': row<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `There is no manifest at "${path}".`,
    hint: () =>
      'Write one (docs/manifest.md shows the smallest), or name the file with the input "manifest" (--manifest) and its folder with "working-directory".',
    meaning: 'The manifest is where everything begins, and it is not where it was looked for.',
    remedy: 'Write `frontmcp.deploy.yaml`, or set `manifest` and `working-directory`.',
  }),
  'manifest-unreadable': row<{ path: string; fault: string; detail?: string }>({
    severity: 'error',
    message: ({ path, fault, detail = fault }) =>
      `The manifest "${path}" cannot be read: ${MANIFEST_FAULTS[fault] ?? detail}.`,
    hint: () => 'Name a regular file inside the repository.',
    meaning: 'The path is a directory, leads out of the repository, or the system refuses to read it.',
    remedy: 'Name a regular file inside the repository.',
  }),
  'manifest-too-large': row<{ path: string; maxBytes: number }>({
    severity: 'error',
    message: ({ path, maxBytes }) => `The manifest "${path}" is larger than ${maxBytes} bytes.`,
    meaning: 'No manifest needs that much; the limit bounds the work of reading it.',
    remedy: 'Move long texts into skills.',
  }),
  'manifest-encoding': row<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `The manifest "${path}" is not UTF-8.`,
    hint: () => 'Save it as UTF-8.',
    meaning: 'YAML is read as UTF-8.',
    remedy: 'Save the file as UTF-8.',
  }),
  'manifest-empty': row({
    severity: 'error',
    message: () => 'The manifest is empty.',
    hint: () => 'docs/manifest.md shows the smallest one.',
    meaning: 'There is no value in the file.',
    remedy: 'Write a manifest; docs/manifest.md shows the smallest one.',
  }),
  'manifest-yaml': row<{ detail: string }>({
    severity: 'error',
    message: ({ detail }) => `This is not valid YAML: ${detail.replace(/\.$/, '')}.`,
    meaning: 'The YAML parser could not read the file from here on.',
    remedy: 'Mend the syntax; an editor with the schema shows the place.',
  }),
  'manifest-several-documents': row({
    severity: 'error',
    message: () => 'The manifest holds more than one YAML document.',
    hint: () => 'Remove the "---" line; environments go below the environments key.',
    meaning: 'A `---` line begins a second document.',
    remedy: 'Keep one document; use `environments` for variants.',
  }),
  'manifest-too-deep': row<{ limit: number }>({
    severity: 'error',
    message: ({ limit }) => `The manifest nests deeper than ${limit} levels here.`,
    meaning: 'Depth is bounded, so that no file can exhaust the reader.',
    remedy: 'Flatten the value; no field of the manifest needs this depth.',
  }),
  'manifest-too-many-values': row<{ limit: number }>({
    severity: 'error',
    message: ({ limit }) => `The manifest holds more than ${limit} values once its aliases are expanded.`,
    meaning: 'Nested aliases can make a small file enormous.',
    remedy: 'Write the values out, or use fewer aliases.',
  }),
  'manifest-alias': row<{ name: string; problem: 'unknown' | 'cycle' }>({
    severity: 'error',
    message: ({ name, problem }) =>
      problem === 'cycle'
        ? `The alias "*${name}" leads back into itself.`
        : `The alias "*${name}" has no anchor "&${name}" before it.`,
    hint: ({ problem }) => (problem === 'unknown' ? 'A text that begins with "*" needs quotes.' : undefined),
    meaning: 'An alias repeats the value that an anchor above it marks.',
    remedy: 'Add the anchor, or put quotes around a text that begins with `*`.',
  }),
  'manifest-merge-key': row({
    severity: 'error',
    message: () => 'Merge keys ("<<") are not part of YAML 1.2.',
    hint: () => 'Write the keys out; what differs between environments goes below the environments key.',
    meaning: 'Merge keys are a YAML 1.1 extension that readers treat differently.',
    remedy: 'Write the keys out, or use `environments`.',
  }),
  'manifest-tag': row<{ tag: string }>({
    severity: 'error',
    message: ({ tag }) => `The tag ${quote(tag)} has no meaning in a manifest.`,
    hint: () => 'Remove the tag; put quotes around a text that begins with "!".',
    meaning: 'Only what JSON can hold is allowed: texts, numbers, true, false, null, lists and mappings.',
    remedy: 'Remove the tag.',
  }),
  'manifest-number': row<{ source: string }>({
    severity: 'error',
    message: ({ source }) => `The number ${quote(source)} cannot be kept exactly.`,
    hint: () => 'Put it in quotes if it is a text.',
    meaning: 'JSON numbers are exact up to 2^53, and know neither infinity nor NaN.',
    remedy: 'Put ids in quotes; use a smaller number.',
  }),
  'manifest-key': row<{ key: string }>({
    severity: 'error',
    message: ({ key }) => (key === '' ? 'A key must be a text.' : `"${key}" cannot be a key.`),
    meaning: 'Keys are plain texts; names that could reach the prototype of an object are refused.',
    remedy: 'Use another key.',
  }),
  'manifest-duplicate-key': row<{ key: string; firstLine: number }>({
    severity: 'error',
    message: ({ key, firstLine }) => `The key "${key}" is already set on line ${firstLine}.`,
    meaning: 'A key stands once in a mapping; readers disagree about which one counts.',
    remedy: 'Remove one of the two, or join their values.',
  }),
} as const;
