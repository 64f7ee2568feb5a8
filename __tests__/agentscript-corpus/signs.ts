import type { Corpus, ExecuteAnswer } from './start-corpus.js';
import { ADMIN_RAN, MARKER, SECRET, VAULT_TEXT, type AttackCase } from './types.js';

/** What only the host says: its engine's words, its files, its bridge. */
const OF_THE_HOST = [
  /Code generation from strings/,
  /frontmcp-worker/,
  /worker\.js/,
  /wasm-function/,
  /wasm:\/\//,
  /node_modules/,
  /quickjs-wasi/,
  /cloudflare:workers/,
];

const REFUSED = ['syntax_error', 'illegal_access', 'refused_input'];

/** Wall limit of a run, and some time for the way there and back, in milliseconds. */
const WALL_MS = 31_000;

/** The signs of success that hold for any script, hostile or made at random: nothing that the script writes itself can look like them. */
export function hardSigns(answer: ExecuteAnswer, corpus: Corpus, script: string): string[] {
  const secrets = [SECRET, [...SECRET].reverse().join(''), ADMIN_RAN, VAULT_TEXT, new URL(corpus.api.url).host];
  return [
    ...(answer.status === 'no_answer' ? [`no answer: ${answer.text}`] : []),
    ...(answer.milliseconds > WALL_MS ? [`took ${Math.round(answer.milliseconds)} ms`] : []),
    ...secrets.filter((secret) => answer.text.includes(secret)).map((secret) => `the answer holds ${secret}`),
    ...OF_THE_HOST.filter((word) => word.test(answer.text) && !word.test(script)).map(
      (word) => `the answer holds ${String(word)}`,
    ),
    ...(answer.error?.code === 'ENGINE_FAULT' || answer.text.includes('internal_error') ? ['the engine failed'] : []),
    ...corpus.api.takeSigns().map((sign) => `the API saw: ${sign}`),
  ];
}

/** Every sign that an attack has won. */
export function signsOf(attack: AttackCase, answer: ExecuteAnswer, corpus: Corpus): string[] {
  return [
    ...hardSigns(answer, corpus, `${attack.script}${attack.then ?? ''}`),
    ...(answer.text.includes(MARKER) ? ['the marker is out'] : []),
    ...(isExpected(attack, answer.status)
      ? []
      : [`ended with ${answer.status}: ${JSON.stringify(answer.error ?? answer.result ?? null).slice(0, 300)}`]),
  ];
}

function isExpected({ expect }: AttackCase, status: string): boolean {
  if (expect === 'contained') return true;
  return expect === 'refused' ? REFUSED.includes(status) : (expect as string[]).includes(status);
}

/** Lines of the Worker's log that hold what they must not hold. */
export function signsInLog(corpus: Corpus): string[] {
  const lines = corpus.log.map((line) => JSON.stringify(line));
  return lines.filter((line) => [SECRET, MARKER, ADMIN_RAN, VAULT_TEXT].some((sign) => line.includes(sign)));
}
