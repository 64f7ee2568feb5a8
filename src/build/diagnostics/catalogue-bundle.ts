/** Diagnostics of the bundle stage. */
export const bundleCatalogue = {} as const;
