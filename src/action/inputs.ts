import { resolve } from 'node:path';
import { didYouMean, suggest } from '../contract/search/suggest.js';
import { plainText } from '../report/plain-text.js';
import { INPUTS, inputVariable, type InputName } from './input-table.js';

/** Everything the workflow asked for, checked and typed. */
export interface ActionInputs {
  manifest: string;
  /** Absolute. */
  directory: string;
  environment?: string;
  signingKey?: string;
  keyId?: string;
  deploymentUrl?: string;
  dryRun: boolean | 'auto';
  /** Names of secrets whose values are in the step's environment. */
  secrets: string[];
  access?: { clientId: string; clientSecret: string };
  /** Why there is no service token although half of one was given; a dry run needs none. */
  accessProblem?: string;
  githubToken?: string;
  strict: boolean;
  /** Absolute path of the folder to emit to. */
  emit?: string;
  expect: 'head' | 'any';
  failOn: 'error' | 'warning';
}

/** The inputs, or every problem with them; warnings in both cases. */
export type ReadInputs = { warnings: string[] } & (
  { ok: true; inputs: ActionInputs } | { ok: false; problems: string[] }
);

/** Reads every input once. `workspace` is the absolute path that `working-directory` is relative to. */
export function readInputs(variables: Readonly<Record<string, string | undefined>>, workspace: string): ReadInputs {
  const { texts, problems, warnings } = readRawInputs(variables);
  const check = { oneOf: oneOf(problems), boolean: boolean(problems) };
  const directory = resolve(workspace, texts['working-directory'] || '.');
  const inputs: ActionInputs = {
    manifest: texts.manifest || 'frontmcp.deploy.yaml',
    directory,
    environment: texts.environment || undefined,
    signingKey: texts['signing-key'] || undefined,
    keyId: texts['key-id'] || undefined,
    deploymentUrl: url('deployment-url', texts['deployment-url'], problems),
    dryRun:
      texts['dry-run'] === '' || texts['dry-run'] === 'auto'
        ? 'auto'
        : check.boolean('dry-run', texts['dry-run'], '"auto", "true" or "false"'),
    secrets: secretNames(texts.secrets, problems),
    ...accessToken(texts['access-client-id'], texts['access-client-secret']),
    githubToken: texts['github-token'] || undefined,
    strict: texts.strict === '' ? false : check.boolean('strict', texts.strict, '"true" or "false"'),
    emit: texts.emit === '' ? undefined : resolve(directory, texts.emit),
    expect: check.oneOf('expect', texts.expect || 'head', ['head', 'any']),
    failOn: check.oneOf('fail-on', texts['fail-on'] || 'error', ['error', 'warning']),
  };
  return problems.length > 0 ? { ok: false, problems, warnings } : { ok: true, inputs, warnings };
}

function oneOf(problems: string[]) {
  return <T extends string>(name: string, text: string, allowed: readonly [T, ...T[]]): T => {
    const found = allowed.find((each) => each === text);
    if (found === undefined)
      problems.push(`The input "${name}" is "${text}"; it can be ${allowed.map((each) => `"${each}"`).join(' or ')}.`);
    return found ?? allowed[0];
  };
}

/** Booleans of YAML's core schema (YAML 1.2.2 section 10.3.2), as the runner's own toolkit reads them. */
function boolean(problems: string[]) {
  return (name: string, text: string, allowed: string): boolean => {
    if (/^(?:true|True|TRUE)$/.test(text)) return true;
    if (!/^(?:false|False|FALSE)$/.test(text)) problems.push(`The input "${name}" is "${text}"; it can be ${allowed}.`);
    return false;
  };
}

function url(name: string, text: string, problems: string[]): string | undefined {
  if (text === '') return undefined;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    problems.push(`The input "${name}" is "${text}"; it must be an http(s) address.`);
  return text;
}

/** A line that is no name may well be a value: it is never repeated. */
function secretNames(text: string, problems: string[]): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const wrong = lines.findIndex((line) => line !== '' && !/^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(line));
  if (wrong >= 0)
    problems.push(
      `Line ${wrong + 1} of the input "secrets" is not a name. List names, one a line; their values belong into the step's env.`,
    );
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** Runs of forks get no secrets and still check and plan, so half a token is a problem only for a push. */
function accessToken(clientId: string, clientSecret: string): Pick<ActionInputs, 'access' | 'accessProblem'> {
  if (clientId === '' && clientSecret === '') return {};
  if (clientId !== '' && clientSecret !== '') return { access: { clientId, clientSecret } };
  return {
    accessProblem:
      'The inputs "access-client-id" and "access-client-secret" belong together; one of them is empty. A secret that is not available in this run is empty, too.',
  };
}

/** The texts of all inputs, trimmed, '' for what was not given; and what is wrong with the way they were given. */
interface RawInputs {
  texts: Readonly<Record<InputName, string>>;
  problems: string[];
  warnings: string[];
}

/** Collects the inputs from the step's variables, in every accepted spelling; names those that nobody knows. */
function readRawInputs(variables: Readonly<Record<string, string | undefined>>): RawInputs {
  const problems: string[] = [];
  const entries = INPUTS.map(({ name, aliases }) => {
    const spellings = [name, ...aliases];
    const given = spellings
      .map((spelling) => variables[inputVariable(spelling)]?.trim() ?? '')
      .filter((text) => text !== '');
    if (new Set(given).size > 1)
      problems.push(
        `The input "${name}" is given twice, as ${spellings.map((each) => `"${each}"`).join(' and ')}, with different values. Keep one.`,
      );
    return [name, given[0] ?? ''] as const;
  });
  return {
    texts: Object.fromEntries(entries) as Record<InputName, string>,
    problems,
    warnings: unknownInputs(variables),
  };
}

function unknownInputs(variables: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set(INPUTS.flatMap(({ name, aliases }) => [name, ...aliases]).map(inputVariable));
  return Object.keys(variables)
    .filter((variable) => variable.startsWith('INPUT_') && !known.has(variable))
    .sort()
    .map((variable) => {
      const name = variable.slice('INPUT_'.length).toLowerCase();
      // "signing_key" is a spelling, not a typing mistake.
      const near = suggest(
        name.replaceAll('_', '-'),
        INPUTS.map((row) => row.name),
      ).slice(0, 1);
      return `There is no input "${plainText(name)}", so it has no effect.${didYouMean(near)}`;
    });
}
