import { FORBIDDEN_KEYS } from '../../contract/encoding/json.js';
import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import { SKILL_FILE, type SkillFolder } from './find-skills.js';

const LONGEST_ID = 64;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The folders whose name can be an id, each id once, sorted by id; the others are reported. */
export function checkIds(folders: readonly SkillFolder[], sink: DiagnosticSink): SkillFolder[] {
  const byId = new Map<string, SkillFolder>();
  for (const folder of folders) {
    const { id, directory } = folder;
    const at = { file: `${directory}/${SKILL_FILE}` };
    const first = byId.get(id);
    if (!isSkillId(id)) sink.report('skill-id-invalid', { id, ...suggestionFor(id) }, at);
    else if (first) sink.report('skill-duplicate', { id, first: first.directory, second: directory }, at);
    else byId.set(id, folder);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isSkillId(id: string): boolean {
  return id.length <= LONGEST_ID && KEBAB.test(id) && !FORBIDDEN_KEYS.has(id);
}

/** The nearest legal id, when there is one that its author would recognise. */
function suggestionFor(id: string): { suggestion?: string } {
  const parts = id
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const suggestion = parts?.join('-').slice(0, LONGEST_ID).replace(/-$/, '') ?? '';
  return isSkillId(suggestion) ? { suggestion } : {};
}
