import type { BundleIndex } from '../contract/bundle/bundle-index.js';
import { EMITTED, RUNTIME_PACKAGE } from './emitted-names.js';

/** CPU limit of a request on the paid plan, in milliseconds: the last stop for a script. The free plan has its own. */
const PAID_CPU_MS = 10_000;

/** A wrangler configuration, as data (https://developers.cloudflare.com/workers/wrangler/configuration/). */
export type WranglerConfiguration = Record<string, unknown>;

/** The configuration of the Worker that serves a bundle. */
export function wranglerConfiguration(index: BundleIndex): WranglerConfiguration {
  const { structural, hot } = index.manifest;
  const { runtime, bindings, deployment } = structural;
  const routes = routesOf(deployment);
  const hasCustomDomain = routes.some((route) => route.custom_domain === true);
  return {
    name: deployment.workerName,
    main: EMITTED.worker,
    compatibility_date: runtime.compatibilityDate,
    ...listed('compatibility_flags', runtime.compatibilityFlags),
    // A private name is not kept private by an address that nobody mentions: a custom domain turns both others off.
    workers_dev: deployment.workersDev ?? !hasCustomDomain,
    preview_urls: false,
    ...listed('routes', routes),
    alias: { [RUNTIME_PACKAGE]: `./${EMITTED.runtime}` },
    ...(hot.execution.plan === 'paid' ? { limits: { cpu_ms: PAID_CPU_MS } } : {}),
    observability: { enabled: true },
    durable_objects: {
      bindings: (bindings.durableObjects ?? []).map(({ binding, className, scriptName }) => ({
        name: binding,
        class_name: className,
        ...(scriptName === undefined ? {} : { script_name: scriptName }),
      })),
    },
    migrations: [{ tag: 'v1', new_sqlite_classes: ownClasses(index) }],
    ...listed(
      'd1_databases',
      bindings.d1Databases?.map((database) => ({
        binding: database.binding,
        database_name: database.databaseName,
        database_id: database.databaseId,
      })),
    ),
    ...listed(
      'kv_namespaces',
      bindings.kvNamespaces?.map(({ binding, id }) => ({ binding, id })),
    ),
    ...listed(
      'r2_buckets',
      bindings.r2Buckets?.map(({ binding, bucketName }) => ({ binding, bucket_name: bucketName })),
    ),
    ...(bindings.vars && Object.keys(bindings.vars).length > 0 ? { vars: bindings.vars } : {}),
  };
}

/** Classes that this Worker itself exports; those of another script are migrated there. */
function ownClasses(index: BundleIndex): string[] {
  const own = (index.manifest.structural.bindings.durableObjects ?? []).filter(
    ({ scriptName }) => scriptName === undefined,
  );
  return [...new Set(own.map(({ className }) => className))];
}

interface Route {
  pattern: string;
  zone_id?: string;
  zone_name?: string;
  custom_domain?: boolean;
}

function routesOf(deployment: BundleIndex['manifest']['structural']['deployment']): Route[] {
  const custom =
    deployment.customDomain === undefined ? [] : [{ pattern: deployment.customDomain, custom_domain: true }];
  const routes = (deployment.routes ?? []).map(({ pattern, zoneId, zoneName, customDomain }) => ({
    pattern,
    ...(zoneId === undefined ? {} : { zone_id: zoneId }),
    ...(zoneName === undefined ? {} : { zone_name: zoneName }),
    ...(customDomain === undefined ? {} : { custom_domain: customDomain }),
  }));
  return [...custom, ...routes];
}

function listed(key: string, list: readonly unknown[] | undefined): Record<string, unknown> {
  return list && list.length > 0 ? { [key]: list } : {};
}
