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
export function workflowCommand(annotation: Annotation): string {
  const properties = PROPERTIES.flatMap(([field, name]) => {
    const value = annotation[field];
    return value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`];
  });
  return `::${annotation.level} ${properties.join(',')}::${escapeData(annotation.message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
