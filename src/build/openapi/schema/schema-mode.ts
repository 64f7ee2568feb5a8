/**
 * Whether a schema says what may be sent, or what comes back; `part` is what may be sent as a part of a composition, which closes
 * the whole of it.
 */
export type SchemaMode = 'input' | 'output' | 'part';
