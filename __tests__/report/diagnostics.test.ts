import type { Diagnostic } from '../../src/build/diagnostics/diagnostic.js';
import { annotationsOf, workflowCommand } from '../../src/report/annotations.js';
import { createPathView, diagnosticsJson, diagnosticsTable, diagnosticsText } from '../../src/report/diagnostics.js';
import { sarif } from '../../src/report/sarif.js';
import { ANSI } from '../../src/report/plain-text.js';

const tooDeep = (file: string, line: number, where = 'front matter'): Diagnostic =>
  ({
    code: 'bundle-index-too-deep',
    severity: 'error',
    args: { limit: 64, where },
    location: { file, line, column: 3, endLine: line, endColumn: 9 },
  }) as Diagnostic;
const unused = (key: string): Diagnostic =>
  ({ code: 'bundle-operation-unused', severity: 'notice', args: { key } }) as Diagnostic;
const empty: Diagnostic = {
  code: 'bundle-empty',
  severity: 'warning',
  args: {},
  location: { file: 'skills', line: 1 },
} as Diagnostic;

describe('as text', () => {
  test('shows place, severity, code and sentence, the hint below, and counts at the end', () => {
    expect(diagnosticsText([tooDeep('a.md', 2), tooDeep('a.md', 7), empty])).toBe(
      [
        'a.md:2:3 error bundle-index-too-deep The bundle nests deeper than 64 levels at "front matter".',
        'a.md:7:3 error bundle-index-too-deep The bundle nests deeper than 64 levels at "front matter".',
        '',
        'skills:1 warning bundle-empty The bundle has no skill, so agents will find nothing.',
        '    Add skills/<id>/SKILL.md, or relax skills.tags.',
        '',
        '2 errors, 1 warning',
        '',
      ].join('\n'),
    );
  });

  test('says so when there is nothing to say', () => {
    expect(diagnosticsText([])).toBe('no problems\n');
  });

  test('shows paths as it is told to, and colour only when asked for', () => {
    const shown = diagnosticsText([tooDeep('a.md', 2)], { path: (file) => `../${file}`, style: ANSI });
    expect(shown).toContain('../a.md:2:3');
    expect(shown).toContain('\u001b[31merror\u001b[39m');
    expect(diagnosticsText([tooDeep('a.md', 2)])).not.toContain('\u001b');
  });

  test('shows what a hostile file name holds', () => {
    expect(diagnosticsText([tooDeep('a\n::set-output name=x::y', 2, '\u001b[31m')])).not.toMatch(/^::|\u001b/m);
  });
});

describe('as annotations', () => {
  test('keeps what GitHub shows of each level, and hands back the rest', () => {
    const many = [
      ...Array.from({ length: 12 }, (_, index) => tooDeep('a.md', index + 1)),
      ...Array.from({ length: 3 }, (_, index) => unused(`k${index}`)),
    ];
    const { shown, left } = annotationsOf(many);
    expect(shown.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(shown.filter(({ level }) => level === 'notice')).toHaveLength(3);
    expect(left.map(({ location }) => location?.line)).toEqual([11, 12]);
  });

  test('carries the place, with columns only within one line', () => {
    const { shown } = annotationsOf([
      tooDeep('a.md', 4),
      { ...tooDeep('b.md', 4), location: { file: 'b.md', line: 4, column: 2, endLine: 6, endColumn: 1 } },
    ]);
    expect(shown[0]).toMatchObject({
      level: 'error',
      title: 'bundle-index-too-deep',
      file: 'a.md',
      startLine: 4,
      endLine: 4,
      startColumn: 3,
      endColumn: 9,
    });
    expect(shown[1]).toMatchObject({ startLine: 4, endLine: 6 });
    expect(shown[1]).not.toHaveProperty('startColumn');
  });

  test('becomes one line of a log, whatever it holds', () => {
    const [annotation] = annotationsOf([tooDeep('we,ird:\n.md', 1, '100%\n::error::x')]).shown;
    const line = workflowCommand(annotation!);
    expect(line).not.toContain('\n');
    expect(line).toContain('file=we%2Cird%3A%0A.md,line=1,endLine=1,col=3,endColumn=9,title=bundle-index-too-deep::');
    expect(line).toContain('100%25');
  });
});

describe('as SARIF', () => {
  const log = sarif([tooDeep('dir with space/ä:b.md', 4), unused('k')], {
    version: '1.2.3',
    fallbackFile: 'frontmcp.deploy.yaml',
  }) as {
    version: string;
    runs: {
      columnKind: string;
      tool: { driver: { version: string; rules: { id: string }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        locations: { physicalLocation: { artifactLocation: { uri: string }; region?: object } }[];
      }[];
    }[];
  };
  const [run] = log.runs;

  test('names its version, its rules, and each result by its rule', () => {
    expect(log.version).toBe('2.1.0');
    expect(run?.tool.driver.version).toBe('1.2.3');
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('writes places as code scanning reads them', () => {
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.results[0]?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'dir%20with%20space/%C3%A4%3Ab.md' },
      region: { startLine: 4, startColumn: 3, endLine: 4, endColumn: 9 },
    });
  });

  test('pins what has no place to the manifest, and calls a notice a note', () => {
    expect(run?.results[1]).toMatchObject({
      level: 'note',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'frontmcp.deploy.yaml' } } }],
    });
  });
});

test('as JSON: every field is there, null where nothing is known', () => {
  expect(diagnosticsJson([unused('k')])).toEqual([
    {
      severity: 'notice',
      code: 'bundle-operation-unused',
      message: expect.stringContaining('"k"'),
      hint: null,
      file: null,
      line: null,
      column: null,
      endLine: null,
      endColumn: null,
    },
  ]);
});

test('as a table: escaped, bounded, and counted', () => {
  const table = diagnosticsTable(Array.from({ length: 205 }, () => tooDeep('<a>.md', 1, '<b>')));
  expect(table).not.toMatch(/<[ab]>/);
  expect(table.match(/<tr>/g)).toHaveLength(201);
  expect(table).toContain('… and 5 more in the log.');
});

test('paths can be opened from where one stands', () => {
  expect(createPathView('/repo', '/repo')('a/b.md')).toBe('a/b.md');
  expect(createPathView('/repo', '/repo/a')('a/b.md')).toBe('b.md');
  expect(createPathView('/repo', '/repo/other')('a/b.md')).toBe('/repo/a/b.md');
  expect(createPathView('/repo', '/repo/a')('a/..b.md')).toBe('..b.md');
});
