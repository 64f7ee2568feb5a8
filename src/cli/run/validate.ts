import { hasErrors } from '../../build/diagnostics/collector.js';
import type { Diagnostic } from '../../build/diagnostics/diagnostic.js';
import { findRoot } from '../../build/files/working-tree.js';
import { validate } from '../../commands/validate.js';
import { VERSION } from '../../contract/version.js';
import { annotationsOf, workflowCommand } from '../../report/annotations.js';
import { bundleFacts, placeholderText, buildJson } from '../../report/build.js';
import { diagnosticsText, createPathView } from '../../report/diagnostics.js';
import { sarif } from '../../report/sarif.js';
import { EXIT } from '../exit-codes.js';
import { UsageError } from '../misuse.js';
import type { Session } from '../session.js';

/** `frontmcp deploy validate`. */
export async function run(session: Session): Promise<number> {
  const format = session.option('format') ?? (session.json ? 'json' : 'text');
  if (session.flag('json') && format !== 'json')
    throw new UsageError(`--json and --format ${format} exclude each other.`);
  const { build } = await validate(session.project, session.ports);
  const isValid = !hasErrors(build.diagnostics);
  if (format === 'text') session.print(textOf(build, session));
  if (format === 'github') session.print(await githubLines(build.diagnostics, session));
  if (format === 'sarif') session.print(sarifLog(build.diagnostics, session));
  session.document(isValid, buildJson(build, session.path));
  return isValid ? EXIT.done : EXIT.failed;
}

function textOf(build: Awaited<ReturnType<typeof validate>>['build'], { style, path }: Session): string {
  const aside = [bundleFacts(build), placeholderText(build)].filter((line) => line !== undefined);
  return [diagnosticsText(build.diagnostics, { style, path }), ...aside.map((line) => `${line}\n`)].join('');
}

/** All of them, though GitHub shows only some: a log has no limit. Paths are relative to the workspace, as annotations need them. */
async function githubLines(diagnostics: readonly Diagnostic[], { io, path, root }: Session): Promise<string> {
  const workspace = io.variables['GITHUB_WORKSPACE'];
  const view =
    workspace === undefined || workspace === '' ? path : createPathView(root, (await findRoot(workspace)).directory);
  const all = { error: Infinity, warning: Infinity, notice: Infinity };
  return annotationsOf(diagnostics, { path: view, most: all })
    .shown.map((annotation) => `${workflowCommand(annotation)}\n`)
    .join('');
}

function sarifLog(diagnostics: readonly Diagnostic[], { project }: Session): string {
  return `${JSON.stringify(sarif(diagnostics, { version: VERSION, fallbackFile: project.manifest }), null, 2)}\n`;
}
