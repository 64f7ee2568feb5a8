import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { build } from '../../build/build.js';
import { compareOperations, type BundleContent } from '../../build/compare/compare-operations.js';
import { openGitTree } from '../../build/files/git-tree.js';
import type { Bundle } from '../../build/stage-values.js';
import { diffBundles, isEmptyDiff } from '../../contract/bundle/diff.js';
import { parseBundle } from '../../contract/bundle/parse-bundle.js';
import { fromUtf8 } from '../../contract/encoding/bytes.js';
import { sha256Hex } from '../../contract/encoding/digest.js';
import type { Plan, PlanBase } from '../plan-result.js';
import type { Failure, Ports, ProjectOptions } from '../ports.js';
import { openProject } from './build-project.js';
import { planAgainstLive, type LiveAccess } from './plan-live.js';

/** Compares a bundle with a base. Nothing is signed unless `live` holds a key. */
export async function planAgainst(
  bundle: Bundle,
  options: ProjectOptions & { against: PlanBase },
  ports: Ports,
  live: LiveAccess = {},
): Promise<Plan> {
  const { against } = options;
  if (against.kind === 'live') return planAgainstLive(bundle, against, live, ports);
  const base = await readBase(against, options, ports);
  const diff = diffBundles(base.content?.index ?? null, bundle.index);
  const operationChanges = base.content ? await compareOperations(base.content, contentOf(bundle)) : [];
  return {
    base: { ...against, ...(base.sha256 === undefined ? {} : { sha256: base.sha256 }) },
    diff,
    ...(operationChanges.length > 0 ? { operationChanges } : {}),
    ...(base.sha256 === undefined
      ? {}
      : { unchanged: base.sha256 === bundle.sha256 || (isEmptyDiff(diff) && operationChanges.length === 0) }),
    ...(base.problem ? { baseProblem: base.problem } : {}),
  };
}

/** A bundle that was built here, with its artifacts. */
function contentOf({ index, artifacts }: Bundle): BundleContent {
  const text = async (sha256: string): Promise<string | undefined> => {
    const artifact = artifacts.get(sha256);
    return artifact && fromUtf8(artifact.bytes);
  };
  return { index, text };
}

interface ReadBase {
  content?: BundleContent;
  sha256?: string;
  problem?: Failure;
}

async function readBase(base: PlanBase, options: ProjectOptions, ports: Ports): Promise<ReadBase> {
  if (base.kind === 'git') return buildGitRef(base.ref, options, ports);
  if (base.kind === 'file') return readBundleFile(resolve(options.directory, base.path));
  return {};
}

/** The same build, run over another commit: this is all that a plan against git is. */
async function buildGitRef(ref: string, options: ProjectOptions, ports: Ports): Promise<ReadBase> {
  const opened = await openGitTree(options.directory, ref);
  if (!opened.ok) return { problem: { code: 'base-unreadable', message: opened.reason, hint: opened.hint } };
  const { manifest } = await openProject(options);
  const result = await build({
    ...options,
    files: opened.tree,
    manifest,
    variables: ports.variables,
    placeholders: true,
  });
  if (result.bundle) return { content: contentOf(result.bundle), sha256: result.bundle.sha256 };
  return {
    problem: {
      code: 'base-invalid',
      message: `The project does not build at "${ref}", so everything is shown as new.`,
      hint: 'Nothing to do when this change repairs it.',
    },
  };
}

async function readBundleFile(path: string): Promise<ReadBase> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes)
    return {
      problem: {
        code: 'base-unreadable',
        message: `"${path}" cannot be read.`,
        hint: 'Name the bundle.json that "frontmcp deploy build --out" wrote.',
      },
    };
  const outcome = parseBundle(safeText(bytes), bytes.length);
  if (!outcome.ok)
    return {
      problem: {
        code: 'base-invalid',
        message: `"${path}" is not a deploy bundle (${outcome.reason}).`,
        hint: 'Name the bundle.json that "frontmcp deploy build --out" wrote.',
      },
    };
  const content = { index: outcome.index, text: artifactReader(join(dirname(path), 'artifacts')) };
  return { content, sha256: await sha256Hex(new Uint8Array(bytes)) };
}

/** Reads artifacts beside a bundle file. What is not there, or is not what its name says, is not compared. */
function artifactReader(folder: string): BundleContent['text'] {
  return async (sha256) => {
    const bytes = await readFile(join(folder, sha256)).catch(() => undefined);
    return bytes && (await sha256Hex(new Uint8Array(bytes))) === sha256 ? safeText(bytes) : undefined;
  };
}

function safeText(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    return '';
  }
}
