import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync } from 'node:fs';
import { access, appendFile, constants } from 'node:fs/promises';
import { EOL } from 'node:os';
import { commandLine } from '../report/workflow-commands.js';
import type { AnnotationProperties, Core } from './core.js';

/**
 * Speaks to the runner: workflow commands on stdout, and the files that `variables` names for outputs and the summary.
 * Writes the same bytes as `@actions/core`, which also loads an HTTP client of a megabyte before the first line is logged.
 * See "Workflow commands for GitHub Actions" in GitHub's documentation.
 */
export function createCore(variables: Readonly<Record<string, string | undefined>>): Core {
  const print = (line: string): void => void process.stdout.write(`${line}${EOL}`);
  const annotate =
    (level: string) =>
    (message: string, properties: AnnotationProperties = {}): void =>
      print(commandLine(level, message, propertiesOf(properties)));
  const error = annotate('error');
  return {
    info: print,
    notice: annotate('notice'),
    warning: annotate('warning'),
    error,
    setFailed(message) {
      process.exitCode = 1;
      error(message);
    },
    setOutput(name, value) {
      const file = variables['GITHUB_OUTPUT'] ?? '';
      if (file !== '') return appendOutput(file, name, value);
      // Runners before 2.297 have no such file.
      print('');
      print(commandLine('set-output', value, { name }));
    },
    setSecret: (secret) => print(commandLine('add-mask', secret)),
    startGroup: (name) => print(commandLine('group', name)),
    endGroup: () => print(commandLine('endgroup', '')),
    summary: { addRaw: (text) => ({ write: () => appendSummary(variables['GITHUB_STEP_SUMMARY'] ?? '', text) }) },
  };
}

function propertiesOf(properties: AnnotationProperties): Record<string, string | number | undefined> {
  const { title, file, startLine, endLine, startColumn, endColumn } = properties;
  return { title, file, line: startLine, endLine, col: startColumn, endColumn };
}

/** Appends an output; the delimiter is random, so that no value can end its own part and set another output. */
function appendOutput(file: string, name: string, value: string): void {
  if (!existsSync(file)) throw new Error(`GITHUB_OUTPUT names "${file}", which does not exist.`);
  const delimiter = `ghadelimiter_${randomUUID()}`;
  appendFileSync(file, [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL));
}

/** Appends to the summary. Rejects when the file does not exist: the runner reads only the one that it made. */
async function appendSummary(file: string, text: string): Promise<void> {
  await access(file, constants.R_OK | constants.W_OK);
  await appendFile(file, text);
}
