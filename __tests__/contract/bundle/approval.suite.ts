import { matchesApproval, needsApproval } from '../../../src/contract/bundle/approval.js';
import { equal } from '../assert.js';

const PATTERNS: [pattern: string, isAbout: boolean][] = [
  ['acme.issueRefund', true],
  ['acme.*Refund', true],
  ['acme.issue*', true],
  ['acme.*', true],
  ['*.issueRefund', true],
  ['*', true],
  ['acme', true],
  ['a*e.i*R*d', true],
  ['acme.issue', false],
  ['acme.getRefund', false],
  ['other.*', false],
  ['acme.issueRefund.x', false],
  ['acme.*issueRefundx', false],
  ['acme.issueRefund*issueRefund', false],
  ['', false],
];

export const cases = [
  ...PATTERNS.map(([pattern, isAbout]) => ({
    name: `${JSON.stringify(pattern)} is ${isAbout ? '' : 'not '}about acme.issueRefund`,
    run: () => equal(matchesApproval(pattern, 'acme.issueRefund'), isAbout),
  })),
  {
    name: 'one of several patterns is enough, and without any nobody is asked',
    run: () => {
      equal(needsApproval({ approve: ['other.*', 'acme.issue*'] }, 'acme.issueRefund'), true);
      equal(needsApproval({ approve: [] }, 'acme.issueRefund'), false);
      equal(needsApproval({}, 'acme.issueRefund'), false);
    },
  },
];
