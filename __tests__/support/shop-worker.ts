import { generateKeyPairSync } from 'node:crypto';
import * as miniflare from 'miniflare';
import { build } from '../../src/build/build.js';
import { openWorkingTree } from '../../src/build/files/working-tree.js';
import type { EffectiveManifest } from '../../src/build/stage-values.js';
import { compiledBundle } from '../../src/wrangler/emit.js';
import { startLocalWorker, type LocalWorker } from '../../src/wrangler/local-worker.js';
import { readRuntime } from '../../src/wrangler/read-runtime.js';
import { SHOP_VARIABLES } from './project-copy.js';

/** A Worker for the demo shop, deployed and waiting for its first push. */
export interface ShopWorker extends LocalWorker {
  /** The private key it trusts, as a repository secret would hold it. */
  signingKey: string;
}

/** Deploys the shipped runtime with a project's bundle compiled in, as `wrangler deploy` would. */
export async function startShopWorker(
  directory: string,
  options: {
    environment?: string;
    secrets?: Record<string, string>;
    adjust?: (manifest: EffectiveManifest) => EffectiveManifest;
  } = {},
): Promise<ShopWorker> {
  const { tree, prefix } = await openWorkingTree(directory);
  const manifest = prefix === '' ? 'frontmcp.deploy.yaml' : `${prefix}/frontmcp.deploy.yaml`;
  const { bundle, diagnostics } = await build({
    files: tree,
    manifest,
    environment: options.environment,
    adjust: options.adjust,
    variables: SHOP_VARIABLES,
    placeholders: true,
  });
  if (!bundle) throw new Error(`The project does not build: ${JSON.stringify(diagnostics)}`);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const worker = await startLocalWorker(miniflare, {
    structural: bundle.index.manifest.structural,
    environment: bundle.index.environment,
    compiled: compiledBundle(bundle, null),
    ...(await readRuntime('dist')),
    secrets: {
      TRUSTED_PUBKEY: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
      ACME_API_TOKEN: 'token',
      ...options.secrets,
    },
    host: '127.0.0.1',
    port: 0,
  });
  return { ...worker, signingKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() };
}
