import { manifestEnvironmentsCatalogue } from './catalogue-manifest-environments.js';
import { manifestFieldsCatalogue } from './catalogue-manifest-fields.js';
import { manifestFileCatalogue } from './catalogue-manifest-file.js';
import { manifestNamesCatalogue } from './catalogue-manifest-names.js';
import { manifestSpecsCatalogue } from './catalogue-manifest-specs.js';

/** Diagnostics of the manifest stage, by what they are about. */
export const manifestCatalogue = {
  ...manifestFileCatalogue,
  ...manifestFieldsCatalogue,
  ...manifestEnvironmentsCatalogue,
  ...manifestNamesCatalogue,
  ...manifestSpecsCatalogue,
} as const;
