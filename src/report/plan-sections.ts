import type { OperationChange } from '../build/compare/compare-operations.js';
import type { BundleDiff, CapabilityChange, NameDiff, OperationMention } from '../contract/bundle/diff.js';
import type { Weakening } from '../contract/bundle/weakening.js';
import { operationChangeLines } from './operation-changes.js';
import type { PlanLine, PlanSection, Phrase } from './phrase.js';

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

/** What becomes weaker, as a sentence. Exhaustive: a new kind of weakening does not compile without its sentence. */
export function weakeningPhrase(weakening: Weakening): Phrase {
  switch (weakening.kind) {
    case 'auth-provider':
      return weakening.to === 'none'
        ? [
            'Anybody who reaches the Worker may use it: sign-in changes from ',
            { code: weakening.from },
            ' to ',
            { code: 'none' },
          ]
        : ['Sign-in changes from ', { code: weakening.from }, ' to ', { code: weakening.to }];
    case 'scope-dropped':
      return ['Callers no longer need the scope ', { code: weakening.scope }];
    case 'credential-dropped':
      return ['The Worker no longer signs in to ', { code: weakening.service }];
    case 'plain-http':
      return ['Requests to ', { code: weakening.origin }, ' go unencrypted'];
    case 'access-dropped':
      return ['Every caller may use the skill ', { code: weakening.skill }, ': its access rule is gone'];
    case 'approval-dropped':
      return ['Operations matching ', { code: weakening.pattern }, " no longer need a person's yes"];
    case 'origin-allowed':
      return ['Browsers on ', { code: weakening.origin }, ' may call the Worker'];
    case 'trust-root-added':
      return ['A push may also be signed with the key ', { code: weakening.kid }];
  }
}
