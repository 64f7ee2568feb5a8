import type { BundleProblem } from '../../contract/bundle/parse-bundle.js';
import type { BundleIndex, Service } from '../../contract/bundle/bundle-index.js';
import { escapePointer } from '../../contract/encoding/json.js';
import { isSecureUrl } from '../../contract/loopback.js';

/** Rules about values that the schema cannot say. */
export function policyProblems(index: BundleIndex): BundleProblem[] {
  return [...serviceProblems(index), ...pathProblems(index)];
}

/** Credentials are sent to these addresses: https, or this machine while developing; origins exactly as URLs spell them. */
function serviceProblems(index: BundleIndex): BundleProblem[] {
  return Object.entries(index.services).flatMap(([id, service]) => {
    const at = `/services/${escapePointer(id)}`;
    const origins = service.origins.flatMap((origin, number) =>
      isOrigin(origin)
        ? []
        : [{ pointer: `${at}/origins/${number}`, message: 'must be an https origin, or http on loopback' }],
    );
    const tokens = tokenUrls(service.auth).flatMap(([scheme, url]) =>
      isSafeUrl(url)
        ? []
        : [
            {
              pointer: `${at}/auth/${escapePointer(scheme)}`,
              message: 'must fetch tokens over https, or http on loopback',
            },
          ],
    );
    return [...origins, ...tokens];
  });
}

function tokenUrls(auth: Service['auth']): [string, string][] {
  if (auth === false) return [];
  return Object.entries(auth).flatMap(([scheme, credential]): [string, string][] => {
    if ('clientCredentials' in credential) return [[scheme, credential.clientCredentials.tokenUrl]];
    return 'tokenExchange' in credential ? [[scheme, credential.tokenExchange.tokenUrl]] : [];
  });
}

function isOrigin(text: string): boolean {
  return isSafeUrl(text) && new URL(text).origin === text;
}

function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '' && isSecureUrl(url);
}

/** A skill's files are named below the skill, in the one spelling. */
function pathProblems(index: BundleIndex): BundleProblem[] {
  return Object.entries(index.skills).flatMap(([id, skill]) =>
    Object.keys(skill.files)
      .filter((path) => !isPlainPath(path))
      .map((path) => ({
        pointer: `/skills/${escapePointer(id)}/files/${escapePointer(path)}`,
        message: 'must be a relative path with "/", without ".", ".." or control characters, in Unicode form NFC',
      })),
  );
}

function isPlainPath(path: string): boolean {
  const segments = path.split('/');
  return (
    path === path.normalize('NFC') &&
    !/[\u0000-\u001f\u007f\\]/.test(path) &&
    !segments.some((segment) => ['', '.', '..'].includes(segment))
  );
}
