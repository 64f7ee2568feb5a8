import { inert } from '../../src/action/inert.js';

test.each([
  ['a command at the start of a line', 'ok\n::set-output name=result::applied'],
  ['a command after blanks, which the runner skips', '  \t::add-mask::a'],
  ['a command of the older form, anywhere in a line', 'file ##[error]gotcha'],
])('takes its meaning from %s', (_what, text) => {
  for (const line of inert(text).split('\n')) {
    expect(line.trimStart().startsWith('::')).toBe(false);
    expect(line).not.toContain('##[');
  }
});

test('leaves everything else as it is', () => {
  const text = 'a.md:1:2 error code std::string\n  [2001:db8::1]\n# heading';
  expect(inert(text)).toBe(text);
});
