import type { BundleDiff, CapabilityChange, NameDiff, OperationMention } from '../contract/bundle/diff.js';
import type { OperationChange } from '../build/compare/compare-operations.js';
import { operationChangeLines } from './operation-changes.js';
import type { PlanLine, PlanSection } from './plan-section.js';
import type { Phrase } from './phrase.js';
import { weakeningPhrase } from './weakening.js';

/**
 * What a diff says, in the order a reviewer needs: what skills may call, where requests go and with which credentials,
 * what becomes weaker; then skills, operations, and what a push cannot change. Sections without a line are left out.
 */
export function planSections(diff: BundleDiff, operationChanges: readonly OperationChange[] = []): PlanSection[] {
  return [
    { title: 'What skills may call', lines: diff.capabilities.flatMap(capabilityLines) },
    { title: 'Hosts the Worker may call', lines: hostLines(diff.hosts) },
    { title: 'Credentials', lines: nameLines(diff.credentials) },
    {
      title: 'Weaker than before',
      lines: diff.weaker.map((each) => ({ sign: '!' as const, phrase: weakeningPhrase(each) })),
    },
    { title: 'Skills', lines: skillLines(diff) },
    { title: 'Operations', lines: operationLines(diff.operations, operationChanges) },
    {
      title: 'Needs a redeploy of the Worker',
      lines: diff.structural.map((pointer) => ({ sign: '!' as const, phrase: [{ code: pointer }] })),
    },
  ].filter(({ lines }) => lines.length > 0);
}

function capabilityLines({ skill, gained, lost }: CapabilityChange): PlanLine[] {
  const phrase = (verb: string, mention: OperationMention): Phrase => [
    { code: skill },
    ` ${verb} `,
    { code: `${mention.method} ${mention.path}` },
    ' (',
    { code: mention.operation },
    `, ${mention.readOnly ? 'reads' : 'writes'}${mention.approval ? ', after a person agrees' : ''})`,
  ];
  return [
    ...gained.map((mention) => ({ sign: '+' as const, phrase: phrase('gains', mention) })),
    ...lost.map((mention) => ({ sign: '-' as const, phrase: phrase('loses', mention) })),
  ];
}

function hostLines({ gained, lost }: BundleDiff['hosts']): PlanLine[] {
  return [
    ...gained.map((origin) => ({ sign: '+' as const, phrase: [{ code: origin }] })),
    ...lost.map((origin) => ({ sign: '-' as const, phrase: [{ code: origin }] })),
  ];
}

function nameLines({ added, removed, changed }: NameDiff): PlanLine[] {
  const line =
    (sign: PlanLine['sign']) =>
    (name: string): PlanLine => ({ sign, phrase: [{ code: name }] });
  return [...added.map(line('+')), ...removed.map(line('-')), ...changed.map(line('~'))];
}

/** Operations that come and go by name; those that stay by what changes, or by name where that is not known. */
function operationLines(names: NameDiff, changes: readonly OperationChange[]): PlanLine[] {
  const told = new Set(changes.map(({ operation }) => operation));
  const untold = names.changed.filter((name) => !told.has(name));
  return [...nameLines({ ...names, changed: untold }), ...operationChangeLines(changes)];
}

/** Changed skills; a skill whose files change loses the approvals that hosts have for it. */
function skillLines({ skills, revokedApprovals }: BundleDiff): PlanLine[] {
  const revoked = new Set(revokedApprovals);
  return nameLines(skills).map((line) => {
    const [name] = line.phrase as [{ code: string }];
    if (line.sign !== '~' || !revoked.has(name.code)) return line;
    return { sign: line.sign, phrase: [name, ': its files change, so hosts ask people to approve it again'] };
  });
}
