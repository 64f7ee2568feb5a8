import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distPath } from './dist-path.js';

/** A step, as a workflow would write it. */
export interface ActionStep {
  /** GITHUB_WORKSPACE. */
  workspace: string;
  /** `with:`, by the name the workflow uses. The defaults of action.yml are not filled in. */
  inputs?: Record<string, string>;
  /** `env:` and the runner's variables. */
  env?: Record<string, string>;
  /** GITHUB_EVENT_NAME, and the payload. */
  event?: { name: string; payload?: unknown };
}

/** What a step left behind. */
export interface ActionRun {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Outputs as a later step would read them. */
  outputs: Record<string, string>;
  summary: string;
  /** RUNNER_TEMP. */
  temp: string;
}

/** A step that runs: its process, and what it comes to. */
export interface RunningAction {
  child: ChildProcess;
  finished: Promise<ActionRun>;
  /** Outputs so far. */
  outputs(): Promise<Record<string, string>>;
}

/** Runs the shipped entry as the runner starts it: a child process with files for outputs and summary. */
export async function runAction(step: ActionStep): Promise<ActionRun> {
  return (await startAction(step)).finished;
}

/** Starts the shipped entry without waiting for its end. */
export async function startAction({ workspace, inputs = {}, env = {}, event }: ActionStep): Promise<RunningAction> {
  const runner = await mkdtemp(join(tmpdir(), 'frontmcp-runner-'));
  const temp = join(runner, 'temp');
  await mkdir(temp);
  const [output, summary, payload] = ['output', 'summary', 'event.json'].map((name) => join(runner, name)) as [
    string,
    string,
    string,
  ];
  await Promise.all([
    writeFile(output, ''),
    writeFile(summary, ''),
    writeFile(payload, JSON.stringify(event?.payload ?? {})),
  ]);
  const child = spawn(process.execPath, [distPath('action/index.js')], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...baseEnvironment(),
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_EVENT_NAME: event?.name ?? 'push',
      GITHUB_EVENT_PATH: payload,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: temp,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, text]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, text]),
      ),
      ...env,
    },
  });
  const outputs = async () => parseOutputs(await readFile(output, 'utf8'));
  return { child, outputs, finished: finish(child, { outputs, summary, temp }) };
}

async function finish(
  child: ChildProcess,
  files: { outputs(): Promise<Record<string, string>>; summary: string; temp: string },
): Promise<ActionRun> {
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const [code] = (await once(child, 'close')) as [number | null];
  return {
    code,
    stdout: stdout(),
    stderr: stderr(),
    outputs: await files.outputs(),
    summary: await readFile(files.summary, 'utf8'),
    temp: files.temp,
  };
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: string[] = [];
  stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  return () => chunks.join('');
}

/** What Node and git need, and nothing of the workflow that runs these tests. */
function baseEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'SystemRoot', 'TEMP', 'TMP', 'PATHEXT'];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** Reads the runner's file format: `name<<delimiter`, lines, `delimiter`. The last value of a name counts. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(lines[index] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, index + 1);
    outputs[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return outputs;
}
