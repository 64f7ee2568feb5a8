/* Generated from schemas/push-statement.v1.json by "npm run generate". Do not edit. */
/** Validates a parsed value against schemas/push-statement.v1.json; every error is left in `errors`. */
export declare const validateClaimsSchema: {
  (value: unknown): boolean;
  errors?: { instancePath: string; keyword: string; message?: string; params: Record<string, unknown> }[] | null;
};
