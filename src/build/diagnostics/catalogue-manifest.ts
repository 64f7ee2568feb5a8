/** Diagnostics of the manifest stage. */
export const manifestCatalogue = {} as const;
