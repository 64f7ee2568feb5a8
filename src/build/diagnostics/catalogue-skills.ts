/** Diagnostics of the skills stage. */
export const skillsCatalogue = {} as const;
