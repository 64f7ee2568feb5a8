/**
 * The engine of AgentScript: quickjs.wasm of quickjs-wasi 3.6.2, which holds quickjs-ng 0.17.0. A bump of the package
 * changes this digest, and goes through the corpora of __tests__/agentscript-corpus first.
 */
export const ENGINE_SHA256 = 'd4c9375f2b1ca4dc95f72c8aa2982a7a9951ac8011490d79c6582df732b4bbd9';
