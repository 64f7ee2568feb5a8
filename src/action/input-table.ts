/** One input, as action.yml declares it. */
export interface InputRow {
  name: string;
  /** As the runner fills it in when the workflow says nothing. */
  default?: string;
  /** Other spellings that are accepted; those of FrontMCP's documentation are declared in action.yml as well. */
  aliases: readonly string[];
}

/** Every input of this version; a test holds action.yml, this table and the README together. */
export const INPUTS = [
  input('manifest', 'frontmcp.deploy.yaml'),
  input('working-directory', '.'),
  input('environment'),
  input('signing-key'),
  input('key-id'),
  input('deployment-url'),
  input('dry-run', 'auto'),
  input('secrets'),
  input('access-client-id'),
  input('access-client-secret'),
  input('github-token', '${{ github.token }}'),
  input('strict', 'false'),
  input('emit'),
  input('expect', 'head'),
  input('fail-on', 'error'),
] as const satisfies readonly InputRow[];

/** Name of an input. */
export type InputName = (typeof INPUTS)[number]['name'];

/** The name of the variable in which the runner hands over an input. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

function input<N extends string>(name: N, fallback?: string): InputRow & { name: N } {
  const camelCase = name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
  return {
    name,
    aliases: camelCase === name ? [] : [camelCase],
    ...(fallback === undefined ? {} : { default: fallback }),
  };
}
