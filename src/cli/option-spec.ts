/** One option of a command. */
export interface OptionSpec {
  name: string;
  aliases?: readonly string[];
  /** Placeholder of the value, such as `FILE`; a flag without one. */
  value?: string;
  /** Allowed values, when they are few. */
  choices?: readonly string[];
  summary: string;
  /** Shown in the help. */
  default?: string;
}

/** Options by their main name: the text of a value, or `true` for a flag. */
export type ParsedOptions = ReadonlyMap<string, string | true>;
