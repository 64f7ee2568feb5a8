import { cases as requestCases } from './build-request.suite.js';
import { cases as styleCases } from './styles.suite.js';
import { cases as uriCases } from './uri-template.suite.js';

describe('parameter styles', () => {
  test.each(styleCases)('$name', ({ run }) => run());
});

describe('request template', () => {
  test.each(requestCases)('$name', ({ run }) => run());
});

describe('URI template', () => {
  test.each(uriCases)('$name', ({ run }) => run());
});
