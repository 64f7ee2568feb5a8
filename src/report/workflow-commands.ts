import type { Annotation } from './annotations.js';

const PROPERTIES = [
  ['file', 'file'],
  ['startLine', 'line'],
  ['endLine', 'endLine'],
  ['startColumn', 'col'],
  ['endColumn', 'endColumn'],
  ['title', 'title'],
] as const;

/** An annotation as the runner reads it from a log: one workflow command, without a line break. */
export function workflowCommand({ level, message, ...properties }: Annotation): string {
  return commandLine(level, message, Object.fromEntries(PROPERTIES.map(([field, name]) => [name, properties[field]])));
}

/**
 * Writes one workflow command, without a line break, as "Workflow commands for GitHub Actions" documents it. Properties
 * without a value are left out.
 */
export function commandLine(
  command: string,
  message: string,
  properties: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const parts = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${[command, parts.join(',')].filter(Boolean).join(' ')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
