import { bundleCatalogue } from './catalogue-bundle.js';
import { manifestCatalogue } from './catalogue-manifest.js';
import { openapiCatalogue } from './catalogue-openapi.js';
import { skillsCatalogue } from './catalogue-skills.js';

/** Every build diagnostic, one row a code; docs/diagnostics.md is generated from it. */
export const catalogue = {
  ...manifestCatalogue,
  ...skillsCatalogue,
  ...openapiCatalogue,
  ...bundleCatalogue,
} as const;

/** The type of the whole catalogue. */
export type Catalogue = typeof catalogue;
