/** Version of the runtime, as health routes and `status` report it; equal to the package's. */
export const RUNTIME_VERSION = '0.1.0';
