import { bytesText, durationText, plural } from '../../src/report/counts.js';
import { countsText } from '../../src/report/diagnostics.js';

test('counts read like language', () => {
  expect(countsText({ error: 1, warning: 2, notice: 0 })).toBe('1 error, 2 warnings');
  expect(plural(12345, 'skill')).toBe('12,345 skills');
  expect([bytesText(1), bytesText(25_300), bytesText(1_260_000)]).toEqual(['1 byte', '25 kB', '1.3 MB']);
  expect([durationText(12.4), durationText(3456)]).toEqual(['12 ms', '3.5 s']);
});
