import { codeBlock, codeSpan, collapsible, escapeHtml, escapeMarkdown, htmlTable } from '../../src/report/markdown.js';
import { plainLines, plainText } from '../../src/report/plain-text.js';

test.each([
  ['a line break, which could begin a workflow command', 'skill\n::error::gotcha', 'skill\\u{a}::error::gotcha'],
  ['a terminal escape', '\u001b[2Jgone', '\\u{1b}[2Jgone'],
  ['a bidirectional override', 'safe\u202egnp.exe', 'safe\\u{202e}gnp.exe'],
  ['a zero-width character', 'ad\u200bmin', 'ad\\u{200b}min'],
  ['an invisible tag character', 'a\u{e0041}b', 'a\\u{e0041}b'],
])('shows %s instead of obeying it', (_what, text, shown) => {
  expect(plainText(text)).toBe(shown);
});

test('keeps line breaks where several lines are meant, and nothing else', () => {
  expect(plainLines('one\r\ntwo\u0007')).toBe('one\ntwo\\u{7}');
});

test('repairs a lone surrogate, so that every text can be written as UTF-8', () => {
  expect(plainText('a\ud800b')).toBe('a\ufffdb');
});

test('leaves no markup and no mention in running text', () => {
  const hostile = '<img src=x onerror=alert(1)> [click](https://evil.example) **bold** `code` @octocat';
  const safe = escapeMarkdown(hostile);
  expect(safe.replaceAll('<!-- -->', '')).not.toMatch(/(^|[^\\])[<[*`]/);
  expect(safe).not.toContain('@octocat');
  expect(safe).toContain('octocat');
});

test.each([
  ['a bare address', 'see https://evil.example/x', /https:\/\//],
  ['an address without a scheme', 'see www.evil.example or _www.evil.example', /www\./],
  ['an address of another scheme', 'see ftp://evil.example', /ftp:\/\//],
  ['a mail address', 'write me@evil.example', /me@evil/],
  ['a mention', 'thank @octocat', /@octocat/],
  ['an issue', 'closes acme/shop#12, #7 and R&#8', /#\d/],
  ['an issue by its old name', 'fixes GH-12', /GH-\d/],
  ['a formula', 'costs $\\color{red}{x}$ or $5', /\$(?!<\/span>)/],
])('makes nothing of %s, in running text and in HTML', (_what, text, live) => {
  expect(text).toMatch(live);
  for (const safe of [escapeMarkdown(text), escapeHtml(text)]) {
    const parsed = safe.replace(/(?<!\\)&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    expect(parsed).not.toMatch(live);
    const shown = parsed.replace(/<[^>]*>/g, '').replace(/\\(?=[\\&_])/g, '');
    expect(shown).toBe(text);
  }
});

test('holds backticks inside a code span', () => {
  expect(codeSpan('plain')).toBe('`plain`');
  expect(codeSpan('a`b')).toBe('``a`b``');
  expect(codeSpan('``x``')).toBe('``` ``x`` ```');
  expect(codeSpan('')).toBe('(empty)');
});

test('holds fences inside a code block', () => {
  expect(codeBlock('sh', 'echo\n````\nend')).toBe('`````sh\necho\n````\nend\n`````');
});

test('writes tables without a blank line, at which markdown would begin to read them', () => {
  const table = htmlTable([[escapeHtml('<b>&"\'\n\nx')]], ['Head']);
  expect(table).not.toMatch(/\n\s*\n/);
  expect(table).toContain('&#60;b&#62;&#38;&#34;&#39;\\u{a}\\u{a}x');
});

test('escapes the title of a collapsible section', () => {
  expect(collapsible('<script>', 'body')).toContain('<summary>&#60;script&#62;</summary>');
});
