import { didYouMean } from '../../contract/search/suggest.js';
import { define } from './catalogue-row.js';

/** Diagnostics of the bundle stage. */
export const bundleCatalogue = {
  'bundle-index-too-large': define<{ bytes: number; limit: number; biggest: { name: string; bytes: number }[] }>({
    severity: 'error',
    message: ({ bytes, limit }) => `The index of the bundle is ${bytes} bytes, more than ${limit}.`,
    hint: ({ biggest }) =>
      `The biggest contributors: ${biggest.map(({ name, bytes }) => `${name} (${bytes} bytes)`).join(', ')}.`,
    meaning: 'The index is what every Worker parses at start; long descriptions and front matter count.',
    remedy: 'Shorten the contributors that the message names, or refer to fewer operations.',
  }),
  'bundle-index-too-deep': define<{ limit: number; where: string }>({
    severity: 'error',
    message: ({ limit, where }) => `The bundle nests deeper than ${limit} levels at "${where}".`,
    meaning: 'Depth is bounded so that a Worker can parse the index safely.',
    remedy: 'Flatten the front matter or the manifest value at that place.',
  }),
  'bundle-artifact-too-large': define<{ artifact: string; bytes: number; limit: number }>({
    severity: 'error',
    message: ({ artifact, bytes, limit }) => `${artifact} is ${bytes} bytes, more than ${limit}.`,
    hint: ({ artifact }) =>
      artifact.startsWith('The schemas') ? 'Refer to fewer operations of this API, or split the spec.' : undefined,
    meaning: 'Operation documents, shared schemas and the search index travel in the push body and are bounded.',
    remedy: 'Refer to fewer or smaller operations.',
  }),
  'bundle-too-many-blobs': define<{ count: number; limit: number }>({
    severity: 'error',
    message: ({ count, limit }) => `The bundle has ${count} blobs, more than ${limit}.`,
    meaning: 'Files that are binary or larger than the push body allows are stored as blobs.',
    remedy: 'Remove large files from the skills, or join them.',
  }),
  'bundle-not-representable': define<{ what: string; reason: string }>({
    severity: 'error',
    message: ({ what, reason }) => `${what} cannot be written as canonical JSON: ${reason}.`,
    meaning: 'RFC 8785 has no form for lone surrogates, NaN and infinities.',
    remedy: 'Remove the value, or the broken character, at the place named.',
  }),
  'bundle-invalid': define<{ pointer: string; problem: string }>({
    severity: 'error',
    message: ({ pointer, problem }) => `The bundle would be refused: ${pointer || '/'} ${problem}.`,
    meaning: "The index was checked with the Worker's own rules before anything is sent.",
    remedy: 'Change what the pointer names: usually a text that is too long or a skill with too many operations.',
  }),
  'bundle-empty': define({
    severity: 'warning',
    message: () => 'The bundle has no skill, so agents will find nothing.',
    hint: () => 'Add skills/<id>/SKILL.md, or relax skills.tags.',
    meaning: 'No skill was found, or the tag filter left none.',
    remedy: 'Add a skill or change the filter.',
  }),
  'bundle-approve-unmatched': define<{ pattern: string; suggestions: string[] }>({
    severity: 'warning',
    message: ({ pattern, suggestions }) =>
      `"${pattern}" of "execution.approve" matches no operation that a skill mentions.${didYouMean(suggestions)}`,
    hint: () => 'A pattern is `<binding>.<operation>`; `*` stands for any text within a part.',
    meaning:
      "A pattern that matches nothing guards nothing; a misspelt one leaves the real operation to be called without a person's yes.",
    remedy: 'Correct the pattern. One that is there for operations to come may stay.',
  }),
  'bundle-operation-unused': define<{ key: string }>({
    severity: 'notice',
    message: ({ key }) =>
      `"${key}" is mentioned only by skills that the tag filter leaves out, so it is not in the bundle.`,
    meaning: 'Only operations of the skills in the bundle are served.',
    remedy: 'Nothing, if this is intended.',
  }),
} as const;
