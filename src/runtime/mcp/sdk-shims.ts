import { Validator, type Schema } from '@cfworker/json-schema';
import { preloadSchemas } from '@modelcontextprotocol/server';

/**
 * Stands in for `@modelcontextprotocol/server/_shims` when the Worker is bundled (an alias in scripts/build.mjs). The
 * SDK's own shim for workerd brings a second copy of the very validator that the Worker has: 6.5 kB of gzip.
 */
export class DefaultJsonSchemaValidator {
  /** As the SDK's `jsonSchemaValidator`: checks a value against a schema (JSON Schema 2020-12). */
  getValidator(schema: object): (input: unknown) => { valid: boolean; data: unknown; errorMessage: string | undefined } {
    const validator = new Validator(schema as Schema, '2020-12');
    return (input) => {
      const { valid, errors } = validator.validate(input);
      const errorMessage = valid ? undefined : errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`).join('; ');
      return { valid, data: valid ? input : undefined, errorMessage };
    };
  }
}

// As the SDK's own shim does: at start, where workerd allows the time, and not within the first request.
preloadSchemas();
