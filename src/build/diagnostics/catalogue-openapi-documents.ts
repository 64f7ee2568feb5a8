import { define } from './catalogue-row.js';

const q = (text: string): string => JSON.stringify(text);

/** Why a reference was not followed, as the end of a sentence. */
const REFERENCE_FAULTS: Record<string, string> = {
  remote: 'a build reads files, never the network',
  outside: 'it leaves the repository',
  anchor:
    'no schema of the file, or more than one, has this "$anchor"; a JSON pointer such as "#/components/schemas/Order" always works',
  malformed: 'it is malformed',
  missing: 'nothing stands there',
  cycle: 'it comes back to itself',
  unreadable: 'the file cannot be read',
};

const FILE_FAULTS: Record<string, string> = {
  absent: 'it does not exist',
  directory: 'it is a directory',
  outside: 'it lies outside the repository',
  unreadable: 'it cannot be read',
  encoding: 'it is not UTF-8',
};

/** Diagnostics of the openapi stage: API descriptions as files and as documents, and their references. */
export const openapiDocumentsCatalogue = {
  'openapi-too-many-paths': define<{ count: number; limit: number }>({
    severity: 'error',
    message: ({ count, limit }) => `The description lists ${count} paths, and ${limit} are the most.`,
    hint: () => 'Descriptions of that size are made by mistake, or to harm.',
    meaning:
      'Every path is named and sorted, also those that no skill refers to; beyond this number that would take minutes.',
    remedy: 'Split the description, or leave out what no skill needs.',
  }),
  'openapi-unreadable': define<{ file: string; fault: string }>({
    severity: 'error',
    message: ({ file, fault }) => `The API description ${q(file)} cannot be read: ${FILE_FAULTS[fault] ?? fault}.`,
    meaning: 'The file that `specs` names is missing or is no text.',
    remedy: 'Correct the path, or save the file as UTF-8.',
  }),
  'openapi-too-large': define<{ file: string; limit: number }>({
    severity: 'error',
    message: ({ file, limit }) => `The API description ${q(file)} is larger than ${limit / 1024 / 1024} MiB.`,
    meaning: 'The size of a description is bounded, so that a build ends.',
    remedy: 'Split the description into several specs.',
  }),
  'openapi-syntax': define<{ reason: string }>({
    severity: 'error',
    message: ({ reason }) => `The API description cannot be parsed: ${reason}.`,
    meaning: 'The file is neither valid JSON nor valid YAML at the place given.',
    remedy: 'Correct the file at that place.',
  }),
  'openapi-no-description': define({
    severity: 'error',
    message: () => 'This file is no API description: it has no "openapi" or "swagger" version.',
    hint: () => 'Take the file out of "specs", or move it out of the directory that "specs" names.',
    meaning: 'The root of an OpenAPI description is an object with `openapi` (3.x) or `swagger` (2.0).',
    remedy: 'Name an API description.',
  }),
  'openapi-version': define<{ version: string }>({
    severity: 'error',
    message: ({ version }) => `OpenAPI version ${q(version)} is not supported.`,
    hint: () => 'Supported are "swagger: 2.0" and "openapi: 3.0", 3.1 and 3.2.',
    meaning: 'The version decides how the document is read.',
    remedy: 'Convert the description to a supported version.',
  }),
  'openapi-reference': define<{ operation: string; reference: string; fault: string }>({
    severity: 'error',
    message: ({ operation, reference, fault }) =>
      `${operation} needs the reference ${q(reference)}, which cannot be followed: ${REFERENCE_FAULTS[fault] ?? fault}.`,
    hint: ({ fault }) =>
      fault === 'remote' ? 'Save that file in the repository and refer to it by its path.' : undefined,
    meaning: 'A parameter or body of an operation that a skill refers to stands behind a reference that leads nowhere.',
    remedy: 'Correct the reference, or add the missing file or component.',
  }),
  'openapi-schema-reference': define<{ spec: string; reference: string; fault: string }>({
    severity: 'warning',
    message: ({ reference, fault }) =>
      `The schema ${q(reference)} cannot be followed: ${REFERENCE_FAULTS[fault] ?? fault}.`,
    hint: ({ fault }) =>
      fault === 'remote'
        ? 'Save that file in the repository and refer to it by its path.'
        : 'Until then, agents see no schema there.',
    meaning: 'A schema stands behind a reference that leads nowhere; it then accepts anything and describes nothing.',
    remedy: 'Correct the reference, or add the missing file or component.',
  }),
  'openapi-strict': define<{ pointer: string; problem: string }>({
    severity: 'error',
    message: ({ pointer, problem }) => `The description is not valid at ${q(pointer)}: ${problem}.`,
    meaning: '`strict` validates the whole document against the OpenAPI Specification.',
    remedy: 'Correct the description, or build without `strict`.',
  }),
  'openapi-strict-too-large': define<{ fault: 'deep' | 'large' | 'paths'; limit: number }>({
    severity: 'error',
    message: ({ fault, limit }) => {
      const why = {
        deep: `it is nested deeper than ${limit} levels`,
        large: `with its references replaced it holds more than ${limit} values`,
        paths: `it lists more than ${limit} paths`,
      };
      return `The description cannot be validated strictly: ${why[fault]}.`;
    },
    meaning:
      'A whole document is validated with every reference replaced by what it leads to; nested references multiply.',
    remedy: 'Build without `strict`, which checks what skills refer to, or make the description smaller.',
  }),
  'openapi-strict-version': define<{ version: string }>({
    severity: 'warning',
    message: ({ version }) =>
      `OpenAPI ${version} cannot be validated strictly yet; only what skills refer to was checked.`,
    meaning: 'There is no validator for this version.',
    remedy: 'Build without `strict`.',
  }),
} as const;
