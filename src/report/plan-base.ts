import type { Plan } from '../commands/plan-result.js';
import type { Phrase } from './phrase.js';

/** What a plan was compared with, as a sentence. */
export function planBasePhrase({ base, diff, baseProblem }: Plan): Phrase {
  if (baseProblem) return [`${baseProblem.message} Without a base, everything is shown as new.`];
  switch (base.kind) {
    case 'git':
      return ['Compared with the commit ', { code: base.ref }, '.'];
    case 'file':
      return ['Compared with the bundle ', { code: base.path }, '.'];
    case 'live':
      return livePhrase(base, diff !== undefined);
    case 'none':
      return [`No base to compare with (${base.reason}), so everything is shown as new.`];
  }
}

function livePhrase(base: Extract<Plan['base'], { kind: 'live' }>, hasDiff: boolean): Phrase {
  const generation = base.generation === undefined ? '' : `, generation ${base.generation}`;
  if (base.sha256 === undefined) return ['Nothing is live at ', { code: base.url }, ' yet.'];
  return [
    'Compared with what is live at ',
    { code: base.url },
    ` (digest `,
    { code: base.sha256.slice(0, 12) },
    `${generation}).`,
    ...(hasDiff ? [] : [' Without a signing key a Worker tells its digest only, not its content.']),
  ];
}

/** Whether the plan changes anything, in a few words. */
export function planHeadline({ diff, unchanged }: Plan): string {
  if (unchanged === true) return 'Nothing would change';
  if (!diff) return unchanged === false ? 'The live bundle differs' : 'What would change is not known';
  const facts = [
    count(
      diff.capabilities.filter(({ gained }) => gained.length > 0).length,
      'skill gains operations',
      'skills gain operations',
    ),
    count(
      diff.capabilities.filter(({ lost }) => lost.length > 0).length,
      'skill loses operations',
      'skills lose operations',
    ),
    count(diff.hosts.gained.length, 'new host', 'new hosts'),
    count(diff.weaker.length, 'weakening', 'weakenings'),
    count(diff.skills.changed.length, 'skill changed', 'skills changed'),
    diff.structural.length > 0 ? 'a redeploy is needed' : '',
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? 'Only details change' : facts.join(', ');
}

function count(number: number, one: string, many: string): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`;
}
