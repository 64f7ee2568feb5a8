import type { Problem } from '../problem.js';
import { checkAlwaysLoad, checkBindingNames, checkDurableObjectClasses, checkUniqueNames } from './check-names.js';
import { checkDate, checkNonceKv, checkSecrets, checkTagFilter } from './check-references.js';
import { checkSpecAuth } from './check-spec-auth.js';
import { checkBaseUrls, checkDeploymentUrl, checkTokenUrls } from './check-urls.js';
import type { Check, CheckContext } from './context.js';

const CHECKS: readonly Check[] = [
  checkUniqueNames,
  checkBindingNames,
  checkDurableObjectClasses,
  checkAlwaysLoad,
  checkSecrets,
  checkNonceKv,
  checkTagFilter,
  checkDate,
  checkDeploymentUrl,
  checkBaseUrls,
  checkTokenUrls,
  checkSpecAuth,
];

/** Everything that is wrong between fields of one environment's manifest; tolerates one that the schema refuses. */
export function checkManifest(context: CheckContext): Problem[] {
  return CHECKS.flatMap((check) => check(context));
}
