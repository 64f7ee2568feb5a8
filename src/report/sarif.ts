import { catalogue } from '../build/diagnostics/catalogue.js';
import { hintOf, messageOf } from '../build/diagnostics/collector.js';
import type { Diagnostic, DiagnosticCode, Location } from '../build/diagnostics/diagnostic.js';
import type { Severity } from '../build/diagnostics/catalogue-row.js';

/** What a SARIF log says besides the diagnostics. */
export interface SarifOptions {
  /** Version of this tool. */
  version: string;
  /** File to which diagnostics without a place are pinned: code scanning refuses results without one. */
  fallbackFile: string;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', notice: 'note' };

/** Diagnostics as a SARIF 2.1.0 log (OASIS), for code scanning and editors. */
export function sarif(diagnostics: readonly Diagnostic[], options: SarifOptions): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'frontmcp deploy', version: options.version, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes, options)),
      },
    ],
  };
}

function ruleOf(code: DiagnosticCode): object {
  const { severity, meaning, remedy } = catalogue[code] as { severity: Severity; meaning: string; remedy: string };
  return {
    id: code,
    shortDescription: { text: meaning },
    help: { text: remedy },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf(diagnostic: Diagnostic, codes: readonly DiagnosticCode[], { fallbackFile }: SarifOptions): object {
  const hint = hintOf(diagnostic);
  const location: Location = diagnostic.location ?? { file: fallbackFile };
  return {
    ruleId: diagnostic.code,
    ruleIndex: codes.indexOf(diagnostic.code),
    level: LEVELS[diagnostic.severity],
    message: { text: messageOf(diagnostic) + (hint === undefined ? '' : `\n${hint}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(location.file), uriBaseId: '%SRCROOT%' },
          ...regionOf(location),
        },
      },
    ],
  };
}

/** A relative URI reference (RFC 3986 section 4.2): each segment percent-encoded, so that none reads as a scheme. */
function uriOf(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

function regionOf({ line, column, endLine, endColumn }: Location): object {
  if (line === undefined) return {};
  return { region: { startLine: line, startColumn: column, endLine, endColumn } };
}
