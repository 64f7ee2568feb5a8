import type { DiagnosticSink, Location } from '../diagnostics/types.js';
import type { WalkFault, WalkProblem } from './file-tree.js';

type Tell = (sink: DiagnosticSink, problem: WalkProblem, location: Location) => void;

const TELL: Record<WalkFault, Tell> = {
  'link-outside': (sink, { path, detail = '' }, at) => sink.report('file-link-outside', { path, target: detail }, at),
  'link-broken': (sink, { path, detail }, at) => sink.report('file-link-broken', { path, detail }, at),
  'link-loop': (sink, { path, detail = '' }, at) => sink.report('file-link-loop', { path, target: detail }, at),
  'case-collision': (sink, { path, detail = '' }, at) =>
    sink.report('file-name-collision', { path, other: detail }, at),
  'reserved-name': (sink, { path, detail = '' }, at) => sink.report('file-name-reserved', { path, reason: detail }, at),
  unreadable: (sink, { path, detail }, at) => sink.report('file-unreadable', { path, detail }, at),
  ignored: (sink, { path }, at) => sink.report('file-folder-ignored', { path }, at),
  submodule: (sink, { path }, at) => sink.report('file-submodule', { path }, at),
  'too-many': (sink, { path, detail = '' }, at) => sink.report('file-walk-stopped', { path, limit: detail }, at),
  'too-deep': (sink, { path, detail = '' }, at) => sink.report('file-walk-stopped', { path, limit: detail }, at),
};

/** Turns what a walk met into diagnostics, each at its path. */
export function reportWalkProblems(problems: readonly WalkProblem[], sink: DiagnosticSink): void {
  for (const problem of problems) TELL[problem.problem](sink, problem, { file: problem.path });
}
