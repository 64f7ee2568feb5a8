import { clientSnippets } from '../commands/client-snippets.js';
import { deploy } from '../commands/deploy.js';
import { emitWrangler } from '../commands/emit-wrangler.js';
import type { Commands } from './action-ports.js';

/** The real commands; loading this module loads all of them. */
export const commands: Commands = { deploy, emitWrangler, clientSnippets };
