import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import{SEED_BYTES,encodeBase64url,pkcs8OfSeed,publicKeyOfSeed,thumbprintSync}from"./chunk-4WF4NHDS.js";import{createPublicKey,randomBytes}from"node:crypto";function generateKey(kid,random=randomBytes){let seed=random(SEED_BYTES);if(seed.length!==SEED_BYTES)throw new TypeError(`random must give ${SEED_BYTES} bytes, gave ${seed.length}`);let privatePem=pem("PRIVATE KEY",pkcs8OfSeed(seed)),publicPem=createPublicKey(privatePem).export({format:"pem",type:"spki"}).toString(),jwk={kty:"OKP",crv:"Ed25519",x:encodeBase64url(publicKeyOfSeed(seed))};return{privatePem,publicPem,publicJwk:{...jwk,kid,alg:"EdDSA",use:"sig"},thumbprint:thumbprintSync(jwk)}}function pem(label,der){return`-----BEGIN ${label}-----
${Buffer.from(der).toString("base64")}
-----END ${label}-----
`}export{generateKey};
