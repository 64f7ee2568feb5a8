/** Whether a schema says what may be sent, or what comes back. */
export type SchemaMode = 'input' | 'output';
