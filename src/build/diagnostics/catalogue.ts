import { bundleCatalogue } from './catalogue-bundle.js';
import { filesCatalogue } from './catalogue-files.js';
import { frontMatterCatalogue } from './catalogue-front-matter.js';
import { manifestEnvironmentsCatalogue } from './catalogue-manifest-environments.js';
import { manifestFieldsCatalogue } from './catalogue-manifest-fields.js';
import { manifestFileCatalogue } from './catalogue-manifest-file.js';
import { manifestNamesCatalogue } from './catalogue-manifest-names.js';
import { manifestSpecsCatalogue } from './catalogue-manifest-specs.js';
import { openapiDocumentsCatalogue } from './catalogue-openapi-documents.js';
import { openapiOperationsCatalogue } from './catalogue-openapi-operations.js';
import { openapiServicesCatalogue } from './catalogue-openapi-services.js';
import { skillsCatalogue } from './catalogue-skills.js';

/** Every build diagnostic, one row a code, by the stage that reports it; docs/diagnostics.md is generated from it. */
export const catalogueByStage = {
  manifest: {
    ...manifestFileCatalogue,
    ...manifestFieldsCatalogue,
    ...manifestEnvironmentsCatalogue,
    ...manifestNamesCatalogue,
    ...manifestSpecsCatalogue,
  },
  skills: { ...filesCatalogue, ...skillsCatalogue, ...frontMatterCatalogue },
  operations: { ...openapiDocumentsCatalogue, ...openapiOperationsCatalogue, ...openapiServicesCatalogue },
  bundle: bundleCatalogue,
} as const;

/** Every build diagnostic, by code. */
export const catalogue = {
  ...catalogueByStage.manifest,
  ...catalogueByStage.skills,
  ...catalogueByStage.operations,
  ...catalogueByStage.bundle,
} as const;

/** The type of the whole catalogue. */
export type Catalogue = typeof catalogue;
