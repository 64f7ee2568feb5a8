import { cases as diff } from './diff.suite.js';
import { cases as validate } from './validate.suite.js';

describe('the bundle door', () => {
  test.each(validate)('$name', ({ run }) => run());
});

describe('the bundle diff', () => {
  test.each(diff)('$name', ({ run }) => run() as void | Promise<void>);
});
