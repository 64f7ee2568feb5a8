import { didYouMean, suggest } from '../contract/search/suggest.js';
import { plainText } from '../report/plain.js';
import { INPUTS, inputVariable, type InputName } from './input-table.js';

/** The texts of all inputs, trimmed, '' for what was not given; and what is wrong with the way they were given. */
export interface RawInputs {
  texts: Readonly<Record<InputName, string>>;
  problems: string[];
  warnings: string[];
}

/** Collects the inputs from the step's variables, in every accepted spelling; names those that nobody knows. */
export function readRawInputs(variables: Readonly<Record<string, string | undefined>>): RawInputs {
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
