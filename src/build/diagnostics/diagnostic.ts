import type { Severity } from './catalogue-row.js';
import type { Catalogue } from './catalogue.js';

/** A stretch of a file, 1-based, in UTF-16 columns as editors count them. */
export interface Location {
  /** Path relative to the root of the file tree, with `/`. */
  file: string;
  line?: number;
  column?: number;
  endLine?: number;
  endColumn?: number;
}

/** Every code of the catalogue. */
export type DiagnosticCode = keyof Catalogue;

/** The typed arguments of a code. */
export type DiagnosticArguments<C extends DiagnosticCode> = Catalogue[C] extends { message: (args: infer A) => string }
  ? A
  : never;

/** One finding, as data: the sentence is made from the catalogue when somebody reads it. */
export interface Diagnostic<C extends DiagnosticCode = DiagnosticCode> {
  code: C;
  args: DiagnosticArguments<C>;
  severity: Severity;
  location?: Location;
}

/** Collects findings; a stage goes on after a fault. */
export interface DiagnosticSink {
  /** Records a finding with the severity of its catalogue row. */
  report<C extends DiagnosticCode>(code: C, args: DiagnosticArguments<C>, location?: Location): void;
}
