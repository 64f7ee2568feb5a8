import type { BuildResult } from '../build/build.js';
import { diagnosticsText } from '../report/diagnostics.js';
import type { Session } from './session.js';

/** Writes what a build found to stderr; nothing when it found nothing, or when the document has it. */
export function showFindings(session: Session, build: BuildResult | undefined): void {
  if (session.json || !build || build.diagnostics.length === 0) return;
  session.tell(diagnosticsText(build.diagnostics, { style: session.errorStyle, path: session.path }) + '\n');
}
