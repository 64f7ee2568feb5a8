/** The engine's code, as a module that the bundler leaves alone: workerd compiles WASM at deployment, never at run time. */
import quickJs from './quickjs.wasm';

/** QuickJS, compiled. */
export const quickJsModule: WebAssembly.Module = quickJs;
