import { hasErrors } from '../../build/diagnostics/collector.js';
import { findRoot } from '../../build/files/working-tree.js';
import type { Diagnostic } from '../../build/diagnostics/diagnostic.js';
import { validate } from '../../commands/validate.js';
import { VERSION } from '../../contract/version.js';
import { annotationsOf } from '../../report/annotations.js';
import { bundleFacts, placeholderText } from '../../report/build-facts.js';
import { buildJson } from '../../report/command-json.js';
import { diagnosticsText } from '../../report/diagnostics-text.js';
import { sarif } from '../../report/sarif.js';
import { workflowCommand } from '../../report/workflow-commands.js';
import { EXIT } from '../exit-codes.js';
import { createPathView } from '../../report/path-view.js';
import type { Session } from '../session.js';
import { UsageError } from '../usage-error.js';

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
