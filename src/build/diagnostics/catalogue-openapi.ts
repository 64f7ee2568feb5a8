/** Diagnostics of the openapi stage. */
export const openapiCatalogue = {} as const;
