/**
 * What runs scripts: loaded when the first script comes, and shipped as a module of its own (scripts/build.mjs), so that
 * a Worker starts without the parser and the engine.
 */
import { createQuickJsEngine } from './engine/quickjs-engine.js';
import { quickJsModule } from './engine/quickjs-module.js';

export { runAgentScript } from './agentscript.js';
export { AGENTS_PAGE } from './generated/agents-page.js';

/** The engine of this isolate. Every script gets an instance of its own of it. */
export const engine = createQuickJsEngine(quickJsModule);
