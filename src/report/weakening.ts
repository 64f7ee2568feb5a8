import type { Weakening } from '../contract/bundle/weakening.js';
import type { Phrase } from './phrase.js';

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
