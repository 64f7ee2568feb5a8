import type { AuthCloudflareAccess, AuthFrontegg, AuthOauth } from '../../../contract/generated/bundle.js';

import { parseSafeUrl } from '../../issuer/safe-url.js';
import { readSecret, type WorkerEnv } from '../../worker-env.js';
import type { Issuer } from '../../issuer/issuer-keys.js';
import { refuseCaller, secretNotSet, type AuthRefusal } from './caller-refusals.js';

/** The providers whose callers carry a signed token. */
export type TokenAuth = AuthOauth | AuthFrontegg | AuthCloudflareAccess;

/** What a token is checked against. */
export interface TokenSettings extends Issuer {
  audience: string;
}

type Settings = { ok: true; settings: TokenSettings } | { ok: false; refusal: AuthRefusal };

/** The settings of a token provider, or the refusal that names the one that is missing or unusable. */
export function tokenSettings(auth: TokenAuth, env: WorkerEnv): Settings {
  switch (auth.provider) {
    case 'oauth':
      return checked(auth.oauth, 'auth.oauth', 'auth.oauth.issuer');
    case 'frontegg': {
      const issuer = readSecret(env, auth.frontegg.issuerSecret);
      if (issuer === undefined) return secretNotSet(auth.frontegg.issuerSecret, 'the issuer URL');
      return checked(
        { issuer, audience: auth.frontegg.audience },
        'auth.frontegg',
        `the secret ${auth.frontegg.issuerSecret}`,
      );
    }
    case 'cloudflareAccess': {
      const issuer = accessIssuer(auth.cloudflareAccess.teamDomain);
      const settings = { issuer, audience: auth.cloudflareAccess.audience, jwksUri: `${issuer}/cdn-cgi/access/certs` };
      return checked(settings, 'auth.cloudflareAccess', 'auth.cloudflareAccess.teamDomain');
    }
    default:
      return wrongSetting('auth.provider is not one this Worker knows');
  }
}

/** The issuer of Cloudflare Access tokens: the team domain with its scheme, without a slash at the end. */
function accessIssuer(teamDomain: string): string {
  return (/^https?:\/\//.test(teamDomain) ? teamDomain : `https://${teamDomain}`).replace(/\/+$/, '');
}

function checked(settings: TokenSettings, path: string, issuerSetting: string): Settings {
  // jose skips the audience check when it is given an empty one.
  if (typeof settings.audience !== 'string' || settings.audience.trim() === '')
    return wrongSetting(`${path}.audience is empty`);
  if (parseSafeUrl(settings.issuer) === undefined)
    return wrongSetting(`${issuerSetting} is not an https URL (http only on loopback)`);
  const { issuer, audience, jwksUri } = settings;
  return { ok: true, settings: { issuer, audience, ...(jwksUri === undefined ? {} : { jwksUri }) } };
}

function wrongSetting(setting: string): Settings {
  return refuseCaller('not_configured', { setting, remedy: 'Whoever runs it corrects the setting and deploys again.' });
}
