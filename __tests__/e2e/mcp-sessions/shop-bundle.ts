import type { BundleIndex } from '../../../src/contract/bundle/bundle-index.js';
import { fixtureBundle } from '../../runtime/mcp/fixture-bundle.js';
import { finishTestBundle, makeTestBundle, type TestBundle } from '../../support/worker-bundles.js';
import { shop } from '../mcp/shop.js';

/** The resource that a refund changes, for order 7. */
export const ORDER_7 = 'mcp+op://acme/orders/7';

/** A deploy bundle of the small shop, with an API at `server`; a refund changes its order. */
export async function shopBundle(
  server: string,
  change: (index: BundleIndex) => void = () => undefined,
): Promise<TestBundle> {
  const [base, { index, artifacts }] = [await makeTestBundle(), fixtureBundle(shop(server))];
  index.name = base.index.name;
  index.environment = base.index.environment;
  const { structural } = base.index.manifest;
  index.manifest.structural = { ...structural, secrets: [...(structural.secrets ?? []), { name: 'ACME_TOKEN' }] };
  const refund = index.operations['acme.issueRefund'];
  if (refund) refund.effects = [{ kind: 'updated', uri: 'mcp+op://acme/orders/{id}' }];
  change(index);
  return finishTestBundle(index, artifacts);
}
