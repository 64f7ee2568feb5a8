export const id = 411;
export const ids = [411];
export const modules = {

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ signStage)
});

// EXTERNAL MODULE: ./.build/contract/push/public-key.js + 1 modules
var public_key = __webpack_require__(6477);
;// CONCATENATED MODULE: ./.build/push/keys/choose-kid.js

async function chooseKid(choice) {
  const { keyId, trustRoots } = choice;
  const [only, ...others] = trustRoots;
  if (keyId !== void 0 && keyId !== "") return chooseNamed(keyId, choice);
  if (!only) return refused("the manifest names no trust root", "Add one to signing.trustRoots.");
  return others.length === 0 ? choose_kid_confirm(only, choice) : findByThumbprint(choice);
}
async function chooseNamed(keyId, choice) {
  const root = choice.trustRoots.find(({ kid }) => kid === keyId);
  if (root) return choose_kid_confirm(root, choice);
  return refused(`the key id "${keyId}" is not in signing.trustRoots`, `The key ids there are ${listKids(choice.trustRoots)}.`);
}
async function choose_kid_confirm(root, choice) {
  const thumbprint = await thumbprintIn(root, choice);
  if (thumbprint === void 0 || thumbprint === choice.key.thumbprint) return { ok: true, kid: root.kid };
  return refused(
    `the signing key (thumbprint ${choice.key.thumbprint}) does not belong to the trust root "${root.kid}" (thumbprint ${thumbprint})`,
    `Sign with the private half of ${root.publicKeySecret}, or name the right key id.`
  );
}
async function findByThumbprint(choice) {
  for (const root of choice.trustRoots) {
    if (await thumbprintIn(root, choice) === choice.key.thumbprint) return { ok: true, kid: root.kid };
  }
  const names = choice.trustRoots.map(({ publicKeySecret }) => publicKeySecret).join(" or ");
  return refused(
    `the manifest has several trust roots, and no variable ${names} holds the public half of the signing key (thumbprint ${choice.key.thumbprint})`,
    `Give the key id: one of ${listKids(choice.trustRoots)}.`
  );
}
async function thumbprintIn(root, { variables }) {
  const text = Object.hasOwn(variables, root.publicKeySecret) ? variables[root.publicKeySecret] : void 0;
  const parsed = text === void 0 || text.trim() === "" ? void 0 : await (0,public_key/* parsePublicKey */.e)(text);
  return parsed?.ok ? parsed.key.thumbprint : void 0;
}
function refused(reason, hint) {
  return { ok: false, reason, hint };
}
function listKids(trustRoots) {
  return trustRoots.map(({ kid }) => `"${kid}"`).join(", ");
}


// EXTERNAL MODULE: ./.build/contract/push/der.js
var push_der = __webpack_require__(3909);
// EXTERNAL MODULE: ./.build/contract/push/key-outcome.js
var key_outcome = __webpack_require__(2796);
// EXTERNAL MODULE: ./.build/contract/push/key-text.js + 2 modules
var key_text = __webpack_require__(5768);
// EXTERNAL MODULE: ./.build/push/keys/ed25519-key.js
var ed25519_key = __webpack_require__(447);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.build/contract/push/describe-der.js
var describe_der = __webpack_require__(8695);
// EXTERNAL MODULE: ./.build/contract/push/key-algorithms.js
var key_algorithms = __webpack_require__(1588);
// EXTERNAL MODULE: ./.build/contract/push/jwk.js
var push_jwk = __webpack_require__(4802);
// EXTERNAL MODULE: ./.build/contract/push/key-strength.js
var key_strength = __webpack_require__(8195);
// EXTERNAL MODULE: ./.build/push/keys/secret-forms.js
var secret_forms = __webpack_require__(4083);
// EXTERNAL MODULE: ./.build/push/keys/thumbprint-sync.js
var thumbprint_sync = __webpack_require__(837);
;// CONCATENATED MODULE: ./.build/push/keys/rsa-key.js






const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi"];
const PROBE = new Uint8Array([1]);
function rsaSigningKey(privateKey, text) {
  const publicKey = (0,external_node_crypto_.createPublicKey)(privateKey);
  const half = (0,push_jwk/* readJwkPublicHalf */.XE)(publicKey.export({ format: "jwk" }));
  if (!half.ok) return half;
  const weakness = (0,key_strength/* weaknessOf */.v)(half.value);
  if (weakness !== void 0) return (0,key_outcome/* found */.F)(weakness);
  if (!halvesMatch(privateKey, publicKey)) return (0,key_outcome/* found */.F)("an RSA private key whose numbers do not belong together");
  return { ok: true, value: makeKey(privateKey, publicKey, half.value, text) };
}
function makeKey(privateKey, publicKey, jwk, text) {
  const key = {
    algorithm: "RS256",
    sign: (bytes) => new Uint8Array((0,external_node_crypto_.sign)("sha256", bytes, privateKey)),
    confirm: (bytes, signature) => (0,external_node_crypto_.verify)("sha256", bytes, publicKey, signature),
    publicJwk: { ...jwk },
    thumbprint: (0,thumbprint_sync/* thumbprintSync */.L)(jwk),
    secretForms: []
  };
  const secretForms = (0,secret_forms/* maskable */.dm)([...(0,secret_forms/* formsOfText */.MA)(text), ...formsOfKey(privateKey)]);
  return Object.defineProperty(key, "secretForms", { value: secretForms, enumerable: false });
}
function halvesMatch(privateKey, publicKey) {
  try {
    return (0,external_node_crypto_.verify)("sha256", PROBE, publicKey, (0,external_node_crypto_.sign)("sha256", PROBE, privateKey));
  } catch {
    return false;
  }
}
function formsOfKey(privateKey) {
  const jwk = privateKey.export({ format: "jwk" });
  const numbers = PRIVATE_MEMBERS.flatMap((member) => (0,secret_forms/* formsOfBytes */._O)(Buffer.from(jwk[member] ?? "", "base64url")));
  const types = ["pkcs1", "pkcs8"];
  const ders = types.flatMap((type) => (0,secret_forms/* formsOfBytes */._O)(privateKey.export({ format: "der", type })));
  const pems = types.flatMap((type) => (0,secret_forms/* formsOfText */.MA)(privateKey.export({ format: "pem", type }).toString()));
  return [...numbers, ...ders, ...pems];
}


;// CONCATENATED MODULE: ./.build/push/keys/read-pkcs8.js







const PUBLIC_KEY_TAG = 129;
const ATTRIBUTES_TAG = 160;
function readPkcs8(der, text) {
  const [version, identifier, key, ...others] = (0,push_der/* readSequence */.sr)(der) ?? [];
  const algorithm = (0,key_algorithms/* readAlgorithm */.wu)(identifier);
  if (version?.tag !== push_der/* DER_TAG */.pJ.integer || !algorithm || key?.tag !== push_der/* DER_TAG */.pJ.octetString) return (0,key_outcome/* found */.F)((0,describe_der/* describeDer */.L)(der));
  if (algorithm.oid !== key_algorithms/* OID */.Vx.ed25519 && algorithm.oid !== key_algorithms/* OID */.Vx.rsa) return (0,key_outcome/* found */.F)((0,describe_der/* describeDer */.L)(der));
  const known = others.every(({ tag }) => tag === PUBLIC_KEY_TAG || tag === ATTRIBUTES_TAG);
  if (!known || !(0,key_algorithms/* hasStandardParameters */.Wj)(algorithm)) return (0,key_outcome/* found */.F)(`a malformed ${algorithm.name} private key`);
  return algorithm.oid === key_algorithms/* OID */.Vx.rsa ? readPkcs1(key.content, text) : readEd25519(key.content, others, text);
}
function isPkcs1(der) {
  const members = (0,push_der/* readSequence */.sr)(der);
  return members?.length === 9 && members.every(({ tag }) => tag === push_der/* DER_TAG */.pJ.integer);
}
function readPkcs1(der, text) {
  if (!isPkcs1(der)) return (0,key_outcome/* found */.F)((0,describe_der/* describeDer */.L)(der));
  try {
    return rsaSigningKey((0,external_node_crypto_.createPrivateKey)({ key: Buffer.from(der), format: "der", type: "pkcs1" }), text);
  } catch {
    return (0,key_outcome/* found */.F)("a malformed RSA private key");
  }
}
function readEd25519(content, others, text) {
  const [seed, ...rest] = (0,push_der/* readDer */.SU)(content) ?? [];
  if (seed?.tag !== push_der/* DER_TAG */.pJ.octetString || seed.content.length !== ed25519_key/* SEED_BYTES */.ER || rest.length > 0) {
    return (0,key_outcome/* found */.F)("a malformed Ed25519 private key");
  }
  const publicHalves = others.filter(({ tag }) => tag === PUBLIC_KEY_TAG);
  const expected = Buffer.from([0, ...(0,ed25519_key/* publicKeyOfSeed */.zy)(seed.content)]);
  if (publicHalves.some((half) => !expected.equals(half.content))) {
    return (0,key_outcome/* found */.F)("an Ed25519 private key whose public half belongs to another key");
  }
  return { ok: true, value: (0,ed25519_key/* ed25519SigningKey */.a2)(seed.content, text) };
}


// EXTERNAL MODULE: ./.build/contract/encoding/base64url.js
var base64url = __webpack_require__(8811);
;// CONCATENATED MODULE: ./.build/push/keys/read-private-jwk.js






const RSA_MEMBERS = ["n", "e", "d", "p", "q", "dp", "dq", "qi"];
function readPrivateJwk(jwk, text) {
  const half = (0,push_jwk/* readJwkPublicHalf */.XE)(jwk);
  if (!half.ok) return half;
  if (!(0,push_jwk/* isPrivateJwk */.oz)(jwk)) return (0,key_outcome/* found */.F)(`a public key (${describeKind(jwk)} without "d")`);
  return half.value.kty === "OKP" ? readOkp(jwk, half.value.x, text) : readRsa(jwk, text);
}
function describeKind(jwk) {
  return jwk.kty === "RSA" ? "an RSA JWK" : (0,push_jwk/* describeJwk */.Yz)(jwk);
}
function readOkp(jwk, x, text) {
  const seed = typeof jwk.d === "string" ? (0,base64url/* decodeBase64url */.h)(jwk.d) : void 0;
  if (seed?.length !== ed25519_key/* SEED_BYTES */.ER) return (0,key_outcome/* found */.F)('an Ed25519 JWK whose "d" is not 32 bytes in base64url');
  if (Buffer.from((0,ed25519_key/* publicKeyOfSeed */.zy)(seed)).toString("base64url") !== x) return (0,key_outcome/* found */.F)('an Ed25519 JWK whose "x" belongs to another key than its "d"');
  return { ok: true, value: (0,ed25519_key/* ed25519SigningKey */.a2)(seed, text) };
}
function readRsa(jwk, text) {
  const lacking = RSA_MEMBERS.filter((member) => typeof jwk[member] !== "string");
  if (lacking.length > 0) return (0,key_outcome/* found */.F)(`an RSA JWK without ${lacking.map((member) => `"${member}"`).join(", ")}`);
  try {
    const members = Object.fromEntries(RSA_MEMBERS.map((member) => [member, jwk[member]]));
    return rsaSigningKey((0,external_node_crypto_.createPrivateKey)({ key: { kty: "RSA", ...members }, format: "jwk" }), text);
  } catch {
    return (0,key_outcome/* found */.F)("a malformed RSA JWK");
  }
}


// EXTERNAL MODULE: ./.build/contract/encoding/bytes.js
var encoding_bytes = __webpack_require__(2828);
;// CONCATENATED MODULE: ./.build/push/keys/describe-openssh-key.js

const MAGIC = "openssh-key-v1\0";
const REPLACE = "make a new key with: frontmcp deploy keygen --kid <key id>";
function describeOpenSshKey(der) {
  const [cipher = "", , , type = ""] = readStrings(der);
  const what = `an OpenSSH private key${type === "" ? "" : ` of type ${type}`}${cipher === "" || cipher === "none" ? "" : ", encrypted"}`;
  if (type === "ssh-rsa") return `${what}; convert a copy of it with: ssh-keygen -p -m PEM -N "" -f <file>`;
  return `${what}; ${REPLACE}`;
}
function readStrings(der) {
  if (Buffer.from(der.subarray(0, MAGIC.length)).toString("latin1") !== MAGIC) return [];
  const view = new DataView(der.buffer, der.byteOffset, der.byteLength);
  const strings = [];
  let offset = MAGIC.length;
  for (const skipped of [0, 0, 0, 8]) {
    offset += skipped;
    if (offset + 4 > der.length) return strings;
    const end = offset + 4 + view.getUint32(offset);
    if (end > der.length) return strings;
    strings.push(printable(der.slice(offset + 4, end)));
    offset = end;
  }
  return strings;
}
function printable(bytes) {
  try {
    const text = (0,encoding_bytes/* fromUtf8 */.a)(bytes);
    return /^[a-z0-9@.-]{1,40}$/.test(text) ? text : "";
  } catch {
    return "";
  }
}


;// CONCATENATED MODULE: ./.build/push/keys/read-private-pem.js




const DECRYPT = "decrypt it with: openssl pkey -in key.pem -out plain.pem";
function readPrivatePem(pem, text) {
  if (!pem.ok) return (0,key_outcome/* found */.F)(pem.reason.startsWith("an encrypted") ? `${pem.reason}; ${DECRYPT}` : pem.reason);
  switch (pem.label) {
    case "PRIVATE KEY":
      return readPkcs8(pem.der, text);
    case "RSA PRIVATE KEY":
      return readPkcs1(pem.der, text);
    case "OPENSSH PRIVATE KEY":
      return (0,key_outcome/* found */.F)(describeOpenSshKey(pem.der));
    case "ENCRYPTED PRIVATE KEY":
      return (0,key_outcome/* found */.F)(`an encrypted private key; ${DECRYPT}`);
    case "EC PRIVATE KEY":
      return (0,key_outcome/* found */.F)("an elliptic curve private key");
    case "PUBLIC KEY":
    case "RSA PUBLIC KEY":
      return (0,key_outcome/* found */.F)(`${(0,describe_der/* describeDer */.L)(pem.der)}: the signing key is the other half`);
    default:
      return (0,key_outcome/* found */.F)(pem.label.endsWith("CERTIFICATE") ? "a certificate" : `a PEM block of the kind "${pem.label}"`);
  }
}


;// CONCATENATED MODULE: ./.build/push/keys/load-signing-key.js







const TWEETNACL_BYTES = 64;
const EMPTY = "no signing key: the input is empty. Runs for forks and Dependabot get no secrets; otherwise set the secret for this repository or environment";
function loadSigningKey(text) {
  const { content, repaired } = (0,key_text/* readKeyText */.j)(text);
  if (content.shape === "empty") return { ok: false, reason: EMPTY };
  const read = readPrivateHalf(content, text);
  if (!read.ok) return { ok: false, reason: `expected an Ed25519 or RSA private key, got ${read.found}` };
  if (repaired.length > 0) read.value.repaired = repaired.join(", ");
  return { ok: true, key: read.value };
}
function readPrivateHalf(content, text) {
  switch (content.shape) {
    case "pem":
      return readPrivatePem(content.pem, text);
    case "json":
      return readPrivateJwk(content.jwk, text);
    case "ssh":
      return (0,key_outcome/* found */.F)(`an OpenSSH public key (${content.type})`);
    case "bytes":
      return readBytes(content.bytes, text);
    case "unknown":
      return (0,key_outcome/* found */.F)(content.reason);
  }
}
function readBytes(bytes, text) {
  if (bytes.length === ed25519_key/* SEED_BYTES */.ER) return { ok: true, value: (0,ed25519_key/* ed25519SigningKey */.a2)(bytes, text) };
  if (bytes.length === TWEETNACL_BYTES) return readTweetnaclKey(bytes, text);
  if (bytes[0] === push_der/* DER_TAG */.pJ.sequence) return isPkcs1(bytes) ? readPkcs1(bytes, text) : readPkcs8(bytes, text);
  return (0,key_outcome/* found */.F)(`${bytes.length} bytes; a raw Ed25519 seed has ${ed25519_key/* SEED_BYTES */.ER}`);
}
function readTweetnaclKey(bytes, text) {
  const [seed, publicKey] = [bytes.slice(0, ed25519_key/* SEED_BYTES */.ER), bytes.slice(ed25519_key/* SEED_BYTES */.ER)];
  if (!Buffer.from((0,ed25519_key/* publicKeyOfSeed */.zy)(seed)).equals(publicKey)) {
    return (0,key_outcome/* found */.F)("64 bytes whose second half is not the public key of the first, so no tweetnacl secret key");
  }
  return { ok: true, value: (0,ed25519_key/* ed25519SigningKey */.a2)(seed, text) };
}


// EXTERNAL MODULE: ./.build/push/sign.js + 7 modules
var sign = __webpack_require__(3022);
;// CONCATENATED MODULE: ./.build/commands/sign-stage.js



const KEY_HINT = 'Give the private key as "frontmcp deploy keygen" prints it, whole: PKCS#8 PEM, a raw seed (hex or base64), a JWK, or the 64-byte form of tweetnacl.';
function sentence(what, reason) {
  return `${what}: ${reason.replace(/\.$/, "")}.`;
}
async function signStage(bundle, options, ports) {
  ports.reporter.stage("sign");
  const loaded = loadSigningKey(options.signingKey);
  if (!loaded.ok) return { ok: false, failure: { code: "signing-key-unusable", message: sentence("The signing key cannot be used", loaded.reason), hint: KEY_HINT } };
  const { key } = loaded;
  for (const form of key.secretForms) ports.reporter.mask(form);
  const chosen = await chooseKid({ key, keyId: options.keyId, trustRoots: bundle.index.manifest.structural.signing.trustRoots, variables: ports.variables });
  if (!chosen.ok) return { ok: false, failure: { code: "key-id-unknown", message: sentence("Nothing can be signed", chosen.reason), hint: chosen.hint } };
  const { kid } = chosen;
  return {
    ok: true,
    key,
    kid,
    signedWith: { kid, thumbprint: key.thumbprint, ...key.repaired === void 0 ? {} : { repaired: key.repaired } },
    sign: async (statement) => {
      const { compact } = await (0,sign/* signPush */.C)({ ...statement, bundle, key, kid, now: Math.floor(ports.now() / 1e3), random: ports.random });
      return compact;
    }
  };
}



/***/ }),

/***/ 8811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ encodeBase64url),
/* harmony export */   h: () => (/* binding */ decodeBase64url)
/* harmony export */ });
const ALPHABET = /^[A-Za-z0-9_-]*$/;
function encodeBase64url(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
function decodeBase64url(text) {
  if (!ALPHABET.test(text) || text.length % 4 === 1) return void 0;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return encodeBase64url(bytes) === text ? bytes : void 0;
}



/***/ }),

/***/ 3909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CP: () => (/* binding */ readUnsigned),
/* harmony export */   SU: () => (/* binding */ readDer),
/* harmony export */   bk: () => (/* binding */ writeDer),
/* harmony export */   pJ: () => (/* binding */ DER_TAG),
/* harmony export */   sr: () => (/* binding */ readSequence)
/* harmony export */ });
const DER_TAG = {
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  sequence: 48
};
function readDer(bytes) {
  const elements = [];
  let offset = 0;
  while (offset < bytes.length) {
    const header = readHeader(bytes, offset);
    if (!header || header.end > bytes.length) return void 0;
    elements.push({ tag: header.tag, content: bytes.slice(header.start, header.end) });
    offset = header.end;
  }
  return elements;
}
function readSequence(bytes) {
  const [only, ...others] = readDer(bytes) ?? [];
  return only?.tag === DER_TAG.sequence && others.length === 0 ? readDer(only.content) : void 0;
}
function readUnsigned(element) {
  if (element?.tag !== DER_TAG.integer) return void 0;
  const [first, second] = element.content;
  if (first === void 0 || first >= 128) return void 0;
  if (first !== 0 || second === void 0) return element.content;
  return second >= 128 ? element.content.slice(1) : void 0;
}
function writeDer(tag, ...parts) {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const length = size < 128 ? [size] : size < 256 ? [129, size] : [130, size >> 8, size & 255];
  return Uint8Array.from([tag, ...length, ...parts.flatMap((part) => [...part])]);
}
function readHeader(bytes, offset) {
  const [tag, first] = [bytes[offset], bytes[offset + 1]];
  if (tag === void 0 || first === void 0) return void 0;
  if (first < 128) return { tag, start: offset + 2, end: offset + 2 + first };
  const size = first & 127;
  if (size === 0 || size > 2 || offset + 2 + size > bytes.length) return void 0;
  const length = size === 1 ? bytes[offset + 2] ?? 0 : (bytes[offset + 2] ?? 0) << 8 | (bytes[offset + 3] ?? 0);
  if (length < (size === 1 ? 128 : 256)) return void 0;
  return { tag, start: offset + 2 + size, end: offset + 2 + size + length };
}



/***/ }),

/***/ 8695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ describeDer)
/* harmony export */ });
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3909);
/* harmony import */ var _key_algorithms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1588);
/* harmony import */ var _key_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2796);



function describeDer(der) {
  const members = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readSequence */ .sr)(der);
  if (!members) return "bytes that are no exact DER structure";
  const tags = members.map(({ tag }) => tag);
  if (hasTags(tags, [_der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.sequence, _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.sequence, _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.bitString])) return "a certificate";
  if (hasTags(tags, [_der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.sequence, _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.bitString])) return `${algorithmOf(members[0])} public key`;
  if (hasTags(tags, [_der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.sequence, _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.octetString])) return "an encrypted private key";
  if (hasTags(tags, [_der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.integer, _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.sequence])) return `${algorithmOf(members[1])} private key`;
  if (hasTags(tags, [_der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.integer, _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.octetString])) return "an elliptic curve private key";
  if (tags.every((tag) => tag === _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.integer)) return integersAre(tags.length);
  return "an unknown DER structure";
}
function hasTags(tags, beginning) {
  return beginning.every((tag, index) => tags[index] === tag);
}
function algorithmOf(element) {
  return (0,_key_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .withArticle */ .v)((0,_key_algorithms_js__WEBPACK_IMPORTED_MODULE_1__/* .readAlgorithm */ .wu)(element)?.name ?? "unknown");
}
function integersAre(count) {
  if (count === 2) return "an RSA public key in PKCS#1 form";
  return count === 9 ? "an RSA private key" : count === 6 ? "a DSA private key" : "an unknown DER structure";
}



/***/ }),

/***/ 4802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XE: () => (/* binding */ readJwkPublicHalf),
/* harmony export */   Yz: () => (/* binding */ describeJwk),
/* harmony export */   oz: () => (/* binding */ isPrivateJwk)
/* harmony export */ });
/* harmony import */ var _encoding_base64url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8811);
/* harmony import */ var _key_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2796);
/* harmony import */ var _spki_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9387);



const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];
const ALGORITHMS = { OKP: ["EdDSA", "Ed25519"], RSA: ["RS256"] };
function isPrivateJwk(jwk) {
  return PRIVATE_MEMBERS.some((member) => Object.hasOwn(jwk, member));
}
function readJwkPublicHalf(jwk) {
  const kind = kindOf(jwk);
  if (kind === void 0) return (0,_key_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .found */ .F)(describeJwk(jwk));
  const misuse = misuseOf(jwk, kind);
  if (misuse !== void 0) return (0,_key_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .found */ .F)(misuse);
  return kind === "OKP" ? readOkp(jwk) : readRsa(jwk);
}
function describeJwk(jwk) {
  if (jwk.kty === "OKP" || jwk.kty === "EC") return `${(0,_key_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .withArticle */ .v)(name(jwk.crv) ?? "unnamed curve")} JWK`;
  if (jwk.kty === "oct") return "a symmetric JWK";
  return `a JWK of type ${name(jwk.kty) ?? "unknown"}`;
}
function kindOf(jwk) {
  if (jwk.kty === "OKP" && jwk.crv === "Ed25519") return "OKP";
  return jwk.kty === "RSA" ? "RSA" : void 0;
}
function misuseOf(jwk, kind) {
  if (jwk.alg !== void 0 && !ALGORITHMS[kind].some((alg) => alg === jwk.alg)) {
    return `a JWK for the algorithm ${name(jwk.alg) ?? "unknown"}`;
  }
  return jwk.use !== void 0 && jwk.use !== "sig" ? 'a JWK that is not for signatures (its "use" is not "sig")' : void 0;
}
function readOkp(jwk) {
  const x = typeof jwk.x === "string" ? (0,_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeBase64url */ .h)(jwk.x) : void 0;
  const key = x && (0,_spki_js__WEBPACK_IMPORTED_MODULE_0__/* .ed25519Jwk */ .g)(x);
  return key ? { ok: true, value: key } : (0,_key_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .found */ .F)('an Ed25519 JWK whose "x" is not 32 bytes in base64url');
}
function readRsa(jwk) {
  const { e, n } = jwk;
  if (!isUnsigned(e) || !isUnsigned(n)) return (0,_key_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .found */ .F)('an RSA JWK whose "n" or "e" is not a number in base64url');
  return { ok: true, value: { kty: "RSA", e, n } };
}
function isUnsigned(value) {
  const bytes = typeof value === "string" ? (0,_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeBase64url */ .h)(value) : void 0;
  return bytes !== void 0 && bytes.length > 0 && bytes[0] !== 0;
}
function name(value) {
  return typeof value === "string" && /^[A-Za-z0-9+-]{1,20}$/.test(value) ? value : void 0;
}



/***/ }),

/***/ 1588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vx: () => (/* binding */ OID),
/* harmony export */   Wj: () => (/* binding */ hasStandardParameters),
/* harmony export */   wu: () => (/* binding */ readAlgorithm)
/* harmony export */ });
/* unused harmony export curveName */
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3909);
/* harmony import */ var _encoding_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1667);


const OID = { ed25519: "2b6570", rsa: "2a864886f70d010101" };
const NAMES = /* @__PURE__ */ new Map([
  [OID.ed25519, "Ed25519"],
  [OID.rsa, "RSA"],
  ["2b656e", "X25519"],
  ["2b656f", "X448"],
  ["2b6571", "Ed448"],
  ["2a864886f70d010107", "RSAES-OAEP"],
  ["2a864886f70d01010a", "RSA-PSS"],
  ["2a864886f70d010301", "Diffie-Hellman"],
  ["2a8648ce380401", "DSA"],
  ["2a8648ce3d030107", "P-256"],
  ["2b81040022", "P-384"],
  ["2b81040023", "P-521"],
  ["2b8104000a", "secp256k1"]
]);
const EC_PUBLIC_KEY = "2a8648ce3d0201";
function readAlgorithm(element) {
  if (element?.tag !== _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.sequence) return void 0;
  const [identifier, ...parameters] = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readDer */ .SU)(element.content) ?? [];
  if (identifier?.tag !== _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.oid) return void 0;
  const oid = (0,_encoding_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .toHex */ .n)(identifier.content);
  return { oid, name: nameOf(oid, parameters), parameters };
}
function hasStandardParameters(algorithm) {
  const [first, ...others] = algorithm.parameters;
  if (algorithm.oid === OID.ed25519) return first === void 0;
  return first?.tag === _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.null && first.content.length === 0 && others.length === 0;
}
function nameOf(oid, parameters) {
  if (oid !== EC_PUBLIC_KEY) return NAMES.get(oid) ?? "unknown";
  return curveName(parameters[0]);
}
function curveName(curve) {
  const named = curve?.tag === _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.oid ? NAMES.get((0,_encoding_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .toHex */ .n)(curve.content)) : void 0;
  return named ?? "elliptic curve";
}



/***/ }),

/***/ 2796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ found),
/* harmony export */   v: () => (/* binding */ withArticle)
/* harmony export */ });
function withArticle(name) {
  return `${/^(?:[AEFHILMNORSX][A-Z0-9]|[aeiouAEIO])/.test(name) ? "an" : "a"} ${name}`;
}
function found(what) {
  return { ok: false, found: what };
}



/***/ }),

/***/ 8195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ weaknessOf)
/* harmony export */ });
/* harmony import */ var _encoding_base64url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8811);
/* harmony import */ var _small_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4784);


const RSA_MIN_BITS = 2048;
const RSA_MAX_BITS = 4096;
const RSA_MIN_EXPONENT = 65537;
const RSA_MAX_EXPONENT_BYTES = 4;
function weaknessOf(jwk) {
  if (jwk.kty === "RSA") return rsaWeakness(bytesOf(jwk.n), bytesOf(jwk.e));
  return (0,_small_order_js__WEBPACK_IMPORTED_MODULE_0__/* .isSmallOrder */ .M)(bytesOf(jwk.x)) ? "a small-order Ed25519 key, with which one signature fits every message" : void 0;
}
function bytesOf(text) {
  return (0,_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeBase64url */ .h)(text) ?? new Uint8Array();
}
function rsaWeakness(modulus, exponent) {
  const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
  if (bits < RSA_MIN_BITS || bits > RSA_MAX_BITS) return `an RSA key of ${bits} bits; ${RSA_MIN_BITS} to ${RSA_MAX_BITS} are accepted`;
  if (isEven(modulus)) return "an RSA key with an even modulus";
  const e = exponent.reduce((sum, byte) => sum * 256 + byte, 0);
  const fits = exponent.length <= RSA_MAX_EXPONENT_BYTES && e >= RSA_MIN_EXPONENT && !isEven(exponent);
  return fits ? void 0 : `an RSA key with a weak exponent; an odd one from ${RSA_MIN_EXPONENT} to 32 bits is accepted`;
}
function isEven(number) {
  return ((number.at(-1) ?? 0) & 1) === 0;
}



/***/ }),

/***/ 5768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ readKeyText)
});

// EXTERNAL MODULE: ./.build/contract/encoding/bytes.js
var encoding_bytes = __webpack_require__(2828);
// EXTERNAL MODULE: ./.build/contract/encoding/json.js
var json = __webpack_require__(4785);
// EXTERNAL MODULE: ./.build/contract/encoding/base64url.js
var base64url = __webpack_require__(8811);
;// CONCATENATED MODULE: ./.build/contract/push/decode-key-bytes.js

const HEX = /^[0-9A-Fa-f]+$/;
function isHex(text) {
  return text.length % 2 === 0 && HEX.test(text);
}
function decodeHex(text) {
  return Uint8Array.from({ length: text.length / 2 }, (_, index) => Number.parseInt(text.slice(2 * index, 2 * index + 2), 16));
}
function decodeBase64(text) {
  const compact = text.replaceAll(/\s+/g, "");
  const body = compact.replace(/={1,2}$/, "");
  if (body === "" || compact !== body && compact.length % 4 !== 0) return void 0;
  return (0,base64url/* decodeBase64url */.h)(body.replaceAll("+", "-").replaceAll("/", "_"));
}


;// CONCATENATED MODULE: ./.build/contract/push/pem.js

const BEGIN = "-----BEGIN ";
const DASHES = "-----";
const LABEL = /^[A-Z0-9 ]{1,64}$/;
function readPem(text) {
  const labels = labelsOf(text);
  const [label] = labels;
  if (label === void 0) return failed(labels, "a PEM block without a readable first line");
  if (labels.length > 1) return failed(labels, `${labels.length} PEM blocks (${labels.join(", ")})`);
  const start = text.indexOf(BEGIN) + BEGIN.length + label.length + DASHES.length;
  const end = text.indexOf(`${DASHES}END ${label}${DASHES}`, start);
  if (end < 0) return failed(labels, `a ${label} block without its last line: it was cut off`);
  const body = text.slice(start, end);
  if (/^(Proc-Type|DEK-Info):/m.test(body)) return failed(labels, `an encrypted ${label}`);
  const der = decodeBase64(body);
  if (!der) return failed(labels, `a ${label} block whose content is not base64`);
  return { ok: true, label, der, repaired: repairs(body) };
}
function failed(labels, reason) {
  return { ok: false, labels, reason, repaired: [] };
}
function labelsOf(text) {
  return text.split(BEGIN).slice(1).map((rest) => rest.slice(0, Math.max(0, rest.indexOf(DASHES)))).filter((label) => LABEL.test(label));
}
function repairs(body) {
  if (!body.includes("\n") && !body.includes("\r")) return ["lost line breaks"];
  return /^[ \t]+\S/m.test(body) ? ["indentation"] : [];
}


;// CONCATENATED MODULE: ./.build/contract/push/key-text.js




const MAX_KEY_CHARACTERS = 16 * 1024;
const SSH_PUBLIC = /^(?:ssh-(?:rsa|dss|ed25519|ed448)|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)\s/;
function readKeyText(text) {
  if (text.length > MAX_KEY_CHARACTERS) return { content: { shape: "unknown", reason: `a text of ${text.length} characters` }, repaired: [] };
  const outer = unwrap(text);
  const inner = textInBase64(outer.text);
  if (inner === void 0) return withPemRepairs(outer);
  const unwrapped = unwrap(inner);
  return withPemRepairs({ text: unwrapped.text, repaired: [...outer.repaired, "base64 around the key", ...unwrapped.repaired] });
}
function withPemRepairs({ text, repaired }) {
  const content = shapeOf(text);
  return { content, repaired: content.shape === "pem" ? [...repaired, ...content.pem.repaired] : repaired };
}
function shapeOf(text) {
  if (text === "") return { shape: "empty" };
  if (text.startsWith("{")) return readJwk(text);
  if (text.includes("-----BEGIN")) return { shape: "pem", pem: readPem(text) };
  if (SSH_PUBLIC.test(text)) return readSsh(text);
  const bytes = isHex(text) ? decodeHex(text) : decodeBase64(text);
  return bytes ? { shape: "bytes", bytes } : { shape: "unknown", reason: `a text of ${text.length} characters in no known form` };
}
function unwrap(text) {
  const repaired = [];
  if (/^\s*\uFEFF/.test(text)) repaired.push("byte order mark");
  const bare = text.trim();
  const unquoted = unquote(bare);
  if (unquoted !== bare) repaired.push("quotes");
  const broken = unquoted.replaceAll(/(?:\\r)?\\n|\\r/g, "\n").trim();
  if (broken !== unquoted) repaired.push("literal \\n");
  return { text: broken, repaired };
}
function unquote(text) {
  const [first, last] = [text[0], text.at(-1)];
  if (text.length < 2 || first !== last || first !== '"' && first !== "'" && first !== "`") return text;
  const inner = text.slice(1, -1).trim();
  return first === '"' ? inner.replaceAll('\\"', '"') : inner;
}
function textInBase64(text) {
  const bytes = isHex(text) ? void 0 : decodeBase64(text);
  if (!bytes) return void 0;
  try {
    const inner = (0,encoding_bytes/* fromUtf8 */.a)(bytes);
    const start = inner.trim();
    return start.startsWith("{") || start.includes("-----BEGIN") || SSH_PUBLIC.test(start) ? inner : void 0;
  } catch {
    return void 0;
  }
}
function readJwk(text) {
  const parsed = (0,json/* parseJson */.qF)(text, { maxDepth: 8 });
  if (!parsed.ok || !(0,json/* isJsonObject */.OW)(parsed.value)) return { shape: "unknown", reason: "a text that begins like a JWK but is not JSON" };
  const { keys } = parsed.value;
  if (!Array.isArray(keys)) return { shape: "json", jwk: parsed.value };
  const [only] = keys;
  if (keys.length === 1 && (0,json/* isJsonObject */.OW)(only)) return { shape: "json", jwk: only };
  return { shape: "unknown", reason: `a JWK set of ${keys.length} keys` };
}
function readSsh(text) {
  const [type = "", blob = ""] = text.split(/\s+/, 2);
  return { shape: "ssh", type, blob: decodeBase64(blob) };
}



/***/ }),

/***/ 6477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ parsePublicKey)
});

// EXTERNAL MODULE: ./.build/contract/encoding/base64url.js
var base64url = __webpack_require__(8811);
// EXTERNAL MODULE: ./.build/contract/push/describe-der.js
var describe_der = __webpack_require__(8695);
// EXTERNAL MODULE: ./.build/contract/push/jwk.js
var jwk = __webpack_require__(4802);
// EXTERNAL MODULE: ./.build/contract/push/key-outcome.js
var key_outcome = __webpack_require__(2796);
// EXTERNAL MODULE: ./.build/contract/push/key-strength.js
var key_strength = __webpack_require__(8195);
// EXTERNAL MODULE: ./.build/contract/push/key-text.js + 2 modules
var key_text = __webpack_require__(5768);
// EXTERNAL MODULE: ./.build/contract/push/spki.js
var push_spki = __webpack_require__(9387);
// EXTERNAL MODULE: ./.build/contract/encoding/bytes.js
var encoding_bytes = __webpack_require__(2828);
;// CONCATENATED MODULE: ./.build/contract/push/ssh-public-key.js



function readSshPublicKey(type, blob) {
  if (type !== "ssh-ed25519") return (0,key_outcome/* found */.F)(`an OpenSSH public key of type ${type}; only ssh-ed25519 is read`);
  const [inner, key, ...others] = (blob && readSshStrings(blob)) ?? [];
  const jwk = inner && key && others.length === 0 && equalsText(inner, type) ? (0,push_spki/* ed25519Jwk */.g)(key) : void 0;
  return jwk ? { ok: true, value: jwk } : (0,key_outcome/* found */.F)("a malformed ssh-ed25519 public key");
}
function readSshStrings(blob) {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const strings = [];
  for (let offset = 0; offset < blob.length; ) {
    if (offset + 4 > blob.length) return void 0;
    const end = offset + 4 + view.getUint32(offset);
    if (end > blob.length) return void 0;
    strings.push(blob.slice(offset + 4, end));
    offset = end;
  }
  return strings;
}
function equalsText(bytes, text) {
  try {
    return (0,encoding_bytes/* fromUtf8 */.a)(bytes) === text;
  } catch {
    return false;
  }
}


// EXTERNAL MODULE: ./.build/contract/push/thumbprint.js
var thumbprint = __webpack_require__(4847);
;// CONCATENATED MODULE: ./.build/contract/push/public-key.js









const PRIVATE = "private material; this must be the public half only";
async function parsePublicKey(text) {
  const read = readPublicHalf((0,key_text/* readKeyText */.j)(text).content);
  if (!read.ok) return refused(read.found);
  const weakness = (0,key_strength/* weaknessOf */.v)(read.value);
  if (weakness !== void 0) return refused(weakness);
  try {
    return { ok: true, key: await importPublicKey(read.value) };
  } catch {
    return refused("a key that this platform cannot import");
  }
}
async function importPublicKey(jwk) {
  const rest = { thumbprint: await (0,thumbprint/* thumbprintOf */.r)(jwk), jwk: { ...jwk } };
  if (jwk.kty === "RSA") {
    const parameters = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    return { algorithm: "RS256", key: await crypto.subtle.importKey("jwk", jwk, parameters, false, ["verify"]), ...rest };
  }
  const raw = (0,base64url/* decodeBase64url */.h)(jwk.x) ?? new Uint8Array();
  return { algorithm: "EdDSA", key: await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]), ...rest };
}
function refused(what) {
  return { ok: false, reason: `expected an Ed25519 or RSA public key, got ${what}` };
}
function readPublicHalf(content) {
  switch (content.shape) {
    case "empty":
      return (0,key_outcome/* found */.F)("an empty text");
    case "json":
      return (0,jwk/* isPrivateJwk */.oz)(content.jwk) ? (0,key_outcome/* found */.F)(PRIVATE) : (0,jwk/* readJwkPublicHalf */.XE)(content.jwk);
    case "pem":
      return readPublicPem(content.pem);
    case "ssh":
      return readSshPublicKey(content.type, content.blob);
    case "bytes":
      return readBytes(content.bytes);
    case "unknown":
      return (0,key_outcome/* found */.F)(content.reason);
  }
}
function readPublicPem(pem) {
  const labels = pem.ok ? [pem.label] : pem.labels;
  if (labels.some((label) => label.includes("PRIVATE"))) return (0,key_outcome/* found */.F)(PRIVATE);
  if (!pem.ok) return (0,key_outcome/* found */.F)(pem.reason);
  if (pem.label === "PUBLIC KEY") return (0,push_spki/* readSpki */.O)(pem.der);
  if (pem.label.endsWith("CERTIFICATE")) return (0,key_outcome/* found */.F)("a certificate");
  if (pem.label === "RSA PUBLIC KEY") {
    return (0,key_outcome/* found */.F)("an RSA public key in PKCS#1 form; convert it with: openssl rsa -RSAPublicKey_in -in key.pem -pubout");
  }
  return (0,key_outcome/* found */.F)(`a PEM block of the kind "${pem.label}"`);
}
function readBytes(bytes) {
  const jwk = (0,push_spki/* ed25519Jwk */.g)(bytes);
  if (jwk) return { ok: true, value: jwk };
  const spki = (0,push_spki/* readSpki */.O)(bytes);
  if (spki.ok) return spki;
  if (bytes[0] === 48) return (0,key_outcome/* found */.F)((0,describe_der/* describeDer */.L)(bytes).includes("private") ? PRIVATE : spki.found);
  if (bytes.length === 64) return (0,key_outcome/* found */.F)("64 bytes: an expanded secret key, or a signature");
  return (0,key_outcome/* found */.F)(`${bytes.length} bytes; a raw Ed25519 public key has 32`);
}



/***/ }),

/***/ 8518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ RESYNC_PATH),
/* harmony export */   GF: () => (/* binding */ PUSH_PROTOCOL),
/* harmony export */   He: () => (/* binding */ PUSH_MEDIA_TYPE),
/* harmony export */   Xk: () => (/* binding */ MAX_STATEMENT_BYTES),
/* harmony export */   gm: () => (/* binding */ STATEMENT_HEADER)
/* harmony export */ });
/* unused harmony export BLOB_PATH_PREFIX */
const RESYNC_PATH = "/_frontmcp/resync";
const BLOB_PATH_PREFIX = "/_frontmcp/blobs/sha256/";
const STATEMENT_HEADER = "Frontmcp-Push";
const PUSH_MEDIA_TYPE = "application/vnd.frontmcp.push.v1+json";
const MAX_STATEMENT_BYTES = 8 * 1024;
const PUSH_PROTOCOL = 1;



/***/ }),

/***/ 4784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ isSmallOrder)
/* harmony export */ });
/* harmony import */ var _encoding_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1667);

const SMALL_ORDER_Y = /* @__PURE__ */ new Set([
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
]);
function isSmallOrder(publicKey) {
  const y = Uint8Array.from(publicKey);
  y[31] = (y[31] ?? 0) & 127;
  return SMALL_ORDER_Y.has((0,_encoding_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .toHex */ .n)(y));
}



/***/ }),

/***/ 9387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ readSpki),
/* harmony export */   g: () => (/* binding */ ed25519Jwk)
/* harmony export */ });
/* harmony import */ var _encoding_base64url_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8811);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3909);
/* harmony import */ var _describe_der_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8695);
/* harmony import */ var _key_algorithms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1588);
/* harmony import */ var _key_outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2796);





function readSpki(der) {
  const [identifier, bits, ...others] = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readSequence */ .sr)(der) ?? [];
  const algorithm = (0,_key_algorithms_js__WEBPACK_IMPORTED_MODULE_2__/* .readAlgorithm */ .wu)(identifier);
  if (bits?.tag !== _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DER_TAG */ .pJ.bitString || algorithm?.oid !== _key_algorithms_js__WEBPACK_IMPORTED_MODULE_2__/* .OID */ .Vx.ed25519 && algorithm?.oid !== _key_algorithms_js__WEBPACK_IMPORTED_MODULE_2__/* .OID */ .Vx.rsa) return (0,_key_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F)((0,_describe_der_js__WEBPACK_IMPORTED_MODULE_1__/* .describeDer */ .L)(der));
  const key = wholeBytes(bits);
  const jwk = key && (algorithm.oid === _key_algorithms_js__WEBPACK_IMPORTED_MODULE_2__/* .OID */ .Vx.ed25519 ? ed25519Jwk(key) : rsaJwk(key));
  const isExact = others.length === 0 && (0,_key_algorithms_js__WEBPACK_IMPORTED_MODULE_2__/* .hasStandardParameters */ .Wj)(algorithm);
  return jwk && isExact ? { ok: true, value: jwk } : (0,_key_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F)(`a malformed ${algorithm.name} public key`);
}
function wholeBytes({ content }) {
  return content[0] === 0 ? content.slice(1) : void 0;
}
function ed25519Jwk(key) {
  return key.length === 32 ? { kty: "OKP", crv: "Ed25519", x: (0,_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeBase64url */ .F)(key) } : void 0;
}
function rsaJwk(der) {
  const [n, e, ...others] = ((0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readSequence */ .sr)(der) ?? []).map(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readUnsigned */ .CP);
  return n && e && others.length === 0 ? { kty: "RSA", e: (0,_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeBase64url */ .F)(e), n: (0,_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeBase64url */ .F)(n) } : void 0;
}



/***/ }),

/***/ 4847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ thumbprintInput),
/* harmony export */   r: () => (/* binding */ thumbprintOf)
/* harmony export */ });
/* harmony import */ var _encoding_base64url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8811);
/* harmony import */ var _encoding_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2828);
/* harmony import */ var _encoding_jcs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9359);



function thumbprintInput(jwk) {
  return (0,_encoding_jcs_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(jwk);
}
async function thumbprintOf(jwk) {
  return (0,_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeBase64url */ .F)(new Uint8Array(await crypto.subtle.digest("SHA-256", (0,_encoding_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8 */ .A)(thumbprintInput(jwk)))));
}



/***/ }),

/***/ 447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ SEED_BYTES),
/* harmony export */   a2: () => (/* binding */ ed25519SigningKey),
/* harmony export */   eh: () => (/* binding */ pkcs8OfSeed),
/* harmony export */   zy: () => (/* binding */ publicKeyOfSeed)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var tweetnacl__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(668);
/* harmony import */ var _contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3909);
/* harmony import */ var _contract_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8811);
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4083);
/* harmony import */ var _thumbprint_sync_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(837);






const SEED_BYTES = 32;
const ED25519_IDENTIFIER = Uint8Array.from([48, 5, 6, 3, 43, 101, 112]);
function pkcs8OfSeed(seed) {
  const inner = (0,_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .writeDer */ .bk)(_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .DER_TAG */ .pJ.octetString, seed);
  return (0,_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .writeDer */ .bk)(_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .DER_TAG */ .pJ.sequence, (0,_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .writeDer */ .bk)(_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .DER_TAG */ .pJ.integer, Uint8Array.from([0])), ED25519_IDENTIFIER, (0,_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .writeDer */ .bk)(_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .DER_TAG */ .pJ.octetString, inner));
}
function publicKeyOfSeed(seed) {
  const der = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(privateKeyOf(seed)).export({ format: "der", type: "spki" });
  return Uint8Array.from(der.subarray(-SEED_BYTES));
}
function ed25519SigningKey(seed, text) {
  const privateKey = privateKeyOf(seed);
  const publicKey = publicKeyOfSeed(seed);
  const jwk = { kty: "OKP", crv: "Ed25519", x: (0,_contract_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeBase64url */ .F)(publicKey) };
  const key = {
    algorithm: "EdDSA",
    sign: (bytes) => new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, bytes, privateKey)),
    confirm: (bytes, signature) => confirmWithTweetnacl(seed, publicKey, bytes, signature),
    publicJwk: { ...jwk },
    thumbprint: (0,_thumbprint_sync_js__WEBPACK_IMPORTED_MODULE_3__/* .thumbprintSync */ .L)(jwk),
    secretForms: []
  };
  const secretForms = (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_5__/* .maskable */ .dm)([...(0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_5__/* .formsOfText */ .MA)(text), ...formsOfSeed(seed, publicKey)]);
  return Object.defineProperty(key, "secretForms", { value: secretForms, enumerable: false });
}
function formsOfSeed(seed, publicKey) {
  const version2 = pkcs8WithPublicKey(seed, publicKey);
  const lines = Buffer.from(version2).toString("base64").match(/.{1,64}/g) ?? [];
  return [...[seed, Uint8Array.from([...seed, ...publicKey]), pkcs8OfSeed(seed), version2].flatMap(_secret_forms_js__WEBPACK_IMPORTED_MODULE_5__/* .formsOfBytes */ ._O), ...lines];
}
function pkcs8WithPublicKey(seed, publicKey) {
  const inner = (0,_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .writeDer */ .bk)(_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .DER_TAG */ .pJ.octetString, (0,_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .writeDer */ .bk)(_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .DER_TAG */ .pJ.octetString, seed));
  const version = (0,_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .writeDer */ .bk)(_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .DER_TAG */ .pJ.integer, Uint8Array.from([1]));
  return (0,_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .writeDer */ .bk)(_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .DER_TAG */ .pJ.sequence, version, ED25519_IDENTIFIER, inner, (0,_contract_push_der_js__WEBPACK_IMPORTED_MODULE_2__/* .writeDer */ .bk)(129, Uint8Array.from([0]), publicKey));
}
function confirmWithTweetnacl(seed, publicKey, bytes, signature) {
  const pair = tweetnacl__WEBPACK_IMPORTED_MODULE_1__.sign.keyPair.fromSeed(Uint8Array.from(seed));
  const message = Uint8Array.from(bytes);
  const same = tweetnacl__WEBPACK_IMPORTED_MODULE_1__.verify(tweetnacl__WEBPACK_IMPORTED_MODULE_1__.sign.detached(message, pair.secretKey), Uint8Array.from(signature));
  return same && tweetnacl__WEBPACK_IMPORTED_MODULE_1__.sign.detached.verify(message, Uint8Array.from(signature), Uint8Array.from(publicKey));
}
function privateKeyOf(seed) {
  return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.from(pkcs8OfSeed(seed)), format: "der", type: "pkcs8" });
}



/***/ }),

/***/ 4083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MA: () => (/* binding */ formsOfText),
/* harmony export */   _O: () => (/* binding */ formsOfBytes),
/* harmony export */   dm: () => (/* binding */ maskable)
/* harmony export */ });
const MIN_MASKED_CHARACTERS = 8;
function formsOfText(text) {
  const trimmed = text.trim();
  const lines = trimmed.split(/\r\n|\r|\n|\\n/).map((line) => line.trim());
  const escaped = trimmed.replaceAll("\r", "").replaceAll("\n", "\\n");
  return maskable([text, trimmed, escaped, ...lines.filter(isSecretLine), base64(text), base64(trimmed)]);
}
function formsOfBytes(bytes) {
  const buffer = Buffer.from(bytes);
  const hex = buffer.toString("hex");
  const encoded = buffer.toString("base64");
  return maskable([hex, hex.toUpperCase(), encoded, encoded.replace(/=+$/, ""), buffer.toString("base64url")]);
}
function maskable(forms) {
  return [...new Set(forms)].filter((form) => form.length >= MIN_MASKED_CHARACTERS);
}
function isSecretLine(line) {
  return !line.startsWith("-----");
}
function base64(text) {
  return Buffer.from(text, "utf8").toString("base64");
}



/***/ }),

/***/ 837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ thumbprintSync)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _contract_push_thumbprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4847);


function thumbprintSync(jwk) {
  return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update((0,_contract_push_thumbprint_js__WEBPACK_IMPORTED_MODULE_1__/* .thumbprintInput */ .o)(jwk), "utf8").digest("base64url");
}



/***/ }),

/***/ 3022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ signPush)
});

// EXTERNAL MODULE: ./.build/contract/encoding/base64url.js
var base64url = __webpack_require__(8811);
// EXTERNAL MODULE: ./.build/contract/encoding/bytes.js
var encoding_bytes = __webpack_require__(2828);
// EXTERNAL MODULE: ./.build/contract/bundle/structural.js
var structural = __webpack_require__(2995);
// EXTERNAL MODULE: ./.build/contract/push/routes.js
var routes = __webpack_require__(8518);
;// CONCATENATED MODULE: ./.build/contract/push/identity.js


function audienceOf(index) {
  const { url } = index.manifest.structural.deployment;
  return url === void 0 ? `frontmcp:${index.name}/${index.environment}` : `${url.replace(/\/+$/, "")}${routes/* RESYNC_PATH */.Fl}`;
}
async function identityOf(index) {
  const { signing } = index.manifest.structural;
  return {
    name: index.name,
    environment: index.environment,
    audience: audienceOf(index),
    windowSeconds: signing.replay.windowSeconds ?? 300,
    structuralDigest: await (0,structural/* structuralDigest */.W1)(index),
    trustRoots: signing.trustRoots
  };
}


// EXTERNAL MODULE: ./.build/contract/push/public-key.js + 1 modules
var public_key = __webpack_require__(6477);
// EXTERNAL MODULE: ./.build/contract/encoding/jcs.js
var jcs = __webpack_require__(9359);
// EXTERNAL MODULE: ./.build/contract/encoding/canonical-json.js
var canonical_json = __webpack_require__(6284);
// EXTERNAL MODULE: ./.build/contract/encoding/json.js
var json = __webpack_require__(4785);
;// CONCATENATED MODULE: ./.build/contract/generated/claims-schema.js
const claimsSchema = { "type": "object", "additionalProperties": false, "required": ["v", "op", "aud", "env", "name", "iat", "exp", "jti"], "properties": { "v": { "type": "integer", "const": 1 }, "op": { "type": "string", "enum": ["apply", "plan", "rollback", "status", "blob", "embed"] }, "aud": { "type": "string", "maxLength": 2048, "minLength": 1 }, "env": { "type": "string", "maxLength": 64, "minLength": 1 }, "name": { "type": "string", "maxLength": 128, "minLength": 1 }, "sha256": { "type": "string", "maxLength": 64, "pattern": "^[0-9a-f]{64}$" }, "size": { "type": "integer", "minimum": 0, "maximum": 26214400 }, "struct": { "type": "string", "maxLength": 64, "pattern": "^[0-9a-f]{64}$" }, "iat": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 }, "exp": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 }, "jti": { "type": "string", "maxLength": 64, "pattern": "^[A-Za-z0-9_-]{22,64}$" }, "expect": { "oneOf": [{ "type": "null" }, { "type": "string", "const": "*" }, { "type": "object", "additionalProperties": false, "required": ["generation", "sha256"], "properties": { "generation": { "type": "integer", "minimum": 1, "maximum": 9007199254740991 }, "sha256": { "type": "string", "maxLength": 64, "pattern": "^[0-9a-f]{64}$" } } }] }, "src": { "type": "object", "additionalProperties": false, "required": [], "properties": { "repository": { "type": "string", "maxLength": 256 }, "commit": { "type": "string", "maxLength": 256 }, "ref": { "type": "string", "maxLength": 256 }, "run": { "type": "string", "maxLength": 256 }, "actor": { "type": "string", "maxLength": 256 } } } } };


// EXTERNAL MODULE: ./.build/contract/schema/find-problems.js
var find_problems = __webpack_require__(4679);
;// CONCATENATED MODULE: ./.build/contract/push/refusals.js
const everything = (facts) => ({ ...facts });
const REFUSALS = {
  not_found: { status: 404, retry: "never", message: () => "There is nothing at this address." },
  method_not_allowed: { status: 405, retry: "never", message: ({ allowed }) => `Use ${allowed.join(" or ")} here.`, details: everything },
  length_required: { status: 411, retry: "never", message: () => "The request needs a Content-Length." },
  unsupported_media_type: { status: 415, retry: "never", message: () => "The body must be application/vnd.frontmcp.push.v1+json, plain or gzip.", details: everything },
  header_too_large: { status: 431, retry: "never", message: ({ limit }) => `The push statement is larger than ${limit} bytes.`, details: everything },
  missing_statement: { status: 401, retry: "never", message: () => "The request carries no push statement (header Frontmcp-Push)." },
  malformed_statement: { status: 400, retry: "never", message: ({ reason }) => `The push statement is malformed: ${reason}.`, details: everything },
  unsupported_version: { status: 400, retry: "never", message: ({ supported }) => `This Worker reads version ${supported.join(", ")} of the format.`, details: everything },
  wrong_type: { status: 401, retry: "never", message: () => "The statement is not of type frontmcp-push+jwt." },
  unknown_kid: { status: 401, retry: "never", message: () => "The key id of the statement is not a usable trust root of this Worker." },
  alg_key_mismatch: { status: 401, retry: "never", message: () => "The algorithm of the statement is not the one of its key." },
  bad_signature: { status: 401, retry: "never", message: () => "The signature does not match." },
  no_trust_root: { status: 401, retry: "never", message: () => "This Worker has no usable trust root, so it accepts no push." },
  wrong_audience: { status: 403, retry: "never", message: () => "The statement was made for another Worker.", details: everything },
  wrong_environment: { status: 403, retry: "never", message: ({ environment, expected }) => `The statement is for the environment "${environment}", this Worker serves "${expected}".`, details: everything },
  wrong_name: { status: 403, retry: "never", message: ({ name, expected }) => `The statement is for the project "${name}", this Worker serves "${expected}".`, details: everything },
  wrong_operation: { status: 403, retry: "never", message: ({ intent }) => `A statement with the intent "${intent}" cannot be used here.`, details: everything },
  outside_window: { status: 401, retry: "new-statement", message: () => "The statement is outside its time window by this Worker's clock.", details: everything },
  timeout: { status: 408, retry: "back-off", message: ({ seconds }) => `The body did not arrive within ${seconds} seconds.`, details: everything },
  rate_limited: { status: 429, retry: "back-off", message: ({ retryAfterSeconds }) => `Too many statements; try again in ${retryAfterSeconds} seconds.`, details: everything },
  unavailable: { status: 503, retry: "back-off", message: ({ reason }) => `The Worker cannot take the push now: ${reason}.`, details: everything },
  too_large: { status: 413, retry: "never", message: ({ what, limit }) => `${what} is larger than ${limit} bytes.`, details: everything },
  malformed_body: { status: 400, retry: "never", message: ({ reason }) => `The body is malformed: ${reason}.`, details: everything },
  digest_mismatch: { status: 422, retry: "never", message: ({ what }) => `The bytes of ${what} do not have the digest that was signed.`, details: everything },
  not_canonical: { status: 422, retry: "never", message: ({ reason }) => `The bundle is not canonical JSON: ${reason}.`, details: everything },
  invalid_bundle: { status: 422, retry: "never", message: ({ problems }) => `The bundle has ${problems.length} ${problems.length === 1 ? "problem" : "problems"}.`, details: everything },
  identity_mismatch: { status: 422, retry: "never", message: ({ field }) => `The bundle and its statement disagree about "${field}".`, details: everything },
  redeploy_required: { status: 409, retry: "never", message: ({ pointers }) => `The push changes ${pointers.length === 1 ? "a structural part" : `${pointers.length} structural parts`} of the Worker (${pointers.slice(0, 5).join(", ")}${pointers.length > 5 ? ", \u2026" : ""}); redeploy it first.`, details: everything },
  missing_secret: { status: 422, retry: "never", message: ({ names }) => `The Worker has no value for ${names.join(", ")}.`, details: everything },
  unknown_artifact: { status: 422, retry: "never", message: () => "The push carries an artifact that the index does not name.", details: everything },
  artifact_missing: { status: 422, retry: "new-statement", message: ({ digests }) => `The Worker lacks ${digests.length} artifacts of the bundle.`, details: everything },
  blob_missing: { status: 422, retry: "never", message: ({ files }) => `The Worker lacks ${files.map((file) => file.path).join(", ")}.`, details: everything },
  no_blob_store: { status: 422, retry: "never", message: ({ binding }) => `The Worker has no binding ${binding}, so it cannot keep blobs.`, details: everything },
  conflict: { status: 409, retry: "never", message: ({ head }) => head ? `The live bundle is ${head.sha256.slice(0, 12)}, generation ${head.generation}, not the one this push was planned against.` : "No bundle is live, though this push was planned against one.", details: everything },
  replayed: { status: 409, retry: "never", message: () => "This push statement has been used before." },
  pinned: { status: 409, retry: "never", message: ({ head }) => `Generation ${head.generation} is pinned.`, details: everything },
  rollback_target: { status: 422, retry: "never", message: ({ target }) => `"${target}" is not among the generations this Worker keeps.`, details: everything }
};
function refuse(code, facts) {
  return { code, facts };
}
function refusedAnswer(refusal, context) {
  const row = REFUSALS[refusal.code];
  const facts = refusal.facts;
  return {
    status: row.status,
    ...row.retry === "back-off" ? { retryAfterSeconds: facts.retryAfterSeconds ?? 1 } : {},
    body: {
      protocol: 1,
      requestId: context.requestId,
      error: {
        code: refusal.code,
        message: row.message(refusal.facts),
        retry: row.retry,
        details: row.details?.(refusal.facts) ?? {}
      },
      generation: context.head?.generation ?? null,
      bundleSha256: context.head?.sha256 ?? null,
      serverTime: new Date(context.now).toISOString()
    }
  };
}


;// CONCATENATED MODULE: ./.build/contract/push/claims.js



const NEEDED = {
  apply: ["sha256", "size", "struct", "expect"],
  plan: ["sha256", "size", "struct", "expect"],
  embed: ["sha256", "size", "struct"],
  blob: ["sha256", "size"],
  rollback: ["sha256", "expect"],
  status: []
};
const VERSION = 1;
function readClaims(value) {
  if (typeof value.v === "number" && value.v !== VERSION) {
    return { ok: false, refusal: refuse("unsupported_version", { version: value.v, supported: [VERSION] }) };
  }
  const problems = (0,find_problems/* findProblems */.o)(claimsSchema, value);
  if (problems.length > 0) return malformed(`its claims break the rules: ${describe(problems)}`);
  const claims = value;
  const lacking = NEEDED[claims.op].filter((name) => !Object.hasOwn(claims, name));
  if (lacking.length > 0) return malformed(`the intent "${claims.op}" needs the claim ${lacking.join(", ")}`);
  return { ok: true, value: claims };
}
function describe(problems) {
  return problems.map(({ pointer, message }) => `${pointer === "" ? "the set" : pointer.slice(0, 64)} ${message}`).join(", ");
}
function malformed(reason) {
  return { ok: false, refusal: refuse("malformed_statement", { reason }) };
}


;// CONCATENATED MODULE: ./.build/contract/push/statement.js








const STATEMENT_TYPE = "frontmcp-push+jwt";
const ALGORITHMS = ["EdDSA", "Ed25519", "RS256"];
const HEADER_MEMBERS = 3;
const MAX_DEPTH = 4;
function signingInput(header, claims) {
  return `${(0,base64url/* encodeBase64url */.F)((0,jcs/* canonicalBytes */.M)(header))}.${(0,base64url/* encodeBase64url */.F)((0,jcs/* canonicalBytes */.M)(claims))}`;
}
function compactStatement(signingInput2, signature) {
  return `${signingInput2}.${(0,base64url/* encodeBase64url */.F)(signature)}`;
}
function parseStatement(compact) {
  if (compact === null || compact === "") return { ok: false, refusal: refuse("missing_statement", {}) };
  if (compact.length > routes/* MAX_STATEMENT_BYTES */.Xk) return { ok: false, refusal: refuse("header_too_large", { limit: routes/* MAX_STATEMENT_BYTES */.Xk }) };
  const segments = compact.split(".");
  const [header, claims, signature] = segments.map(base64url/* decodeBase64url */.h);
  if (segments.length !== 3 || !header?.length || !claims?.length || !signature?.length) {
    return statement_malformed("it is not three base64url segments without padding");
  }
  const readHeader = readStatementHeader(header);
  if (!readHeader.ok) return readHeader;
  const readSet = readObject(claims, "the claims");
  const read = readSet.ok ? readClaims(readSet.value) : readSet;
  if (!read.ok) return read;
  const input = (0,encoding_bytes/* utf8 */.A)(compact.slice(0, compact.lastIndexOf(".")));
  return { ok: true, statement: { compact, header: readHeader.value, claims: read.value, signingInput: input, signature } };
}
function readStatementHeader(bytes) {
  const read = readObject(bytes, "the header");
  if (!read.ok) return read;
  const { alg, kid, typ } = read.value;
  const isComplete = typeof alg === "string" && typeof kid === "string" && typeof typ === "string";
  if (!isComplete || Object.keys(read.value).length !== HEADER_MEMBERS) {
    return statement_malformed("its header does not have exactly the members alg, kid and typ, each a text");
  }
  if (typ !== STATEMENT_TYPE) return { ok: false, refusal: refuse("wrong_type", { typ }) };
  if (!ALGORITHMS.includes(alg)) return { ok: false, refusal: refuse("alg_key_mismatch", { alg, kid }) };
  return { ok: true, value: { alg, kid, typ } };
}
function readObject(bytes, what) {
  let text;
  try {
    text = (0,encoding_bytes/* fromUtf8 */.a)(bytes);
  } catch {
    return statement_malformed(`${what} is not UTF-8`);
  }
  const parsed = (0,canonical_json/* parseCanonicalJson */.U)(text, { maxDepth: MAX_DEPTH });
  return parsed.ok && (0,json/* isJsonObject */.OW)(parsed.value) ? { ok: true, value: parsed.value } : statement_malformed(`${what} must be a canonical JSON object`);
}
function statement_malformed(reason) {
  return { ok: false, refusal: refuse("malformed_statement", { reason }) };
}


// EXTERNAL MODULE: ./.build/contract/push/small-order.js
var small_order = __webpack_require__(4784);
;// CONCATENATED MODULE: ./.build/contract/push/verify-signature.js

const WEBCRYPTO_NAME = { EdDSA: "Ed25519", RS256: "RSASSA-PKCS1-v1_5" };
const R_BYTES = 32;
async function verifySignature(key, signature, bytes) {
  if (key.algorithm === "EdDSA" && (0,small_order/* isSmallOrder */.M)(signature.slice(0, R_BYTES))) return false;
  try {
    return await crypto.subtle.verify(WEBCRYPTO_NAME[key.algorithm], key.key, signature, bytes);
  } catch {
    return false;
  }
}


;// CONCATENATED MODULE: ./.build/contract/push/verify.js



const FORWARD_SKEW_SECONDS = 60;
async function verifyStatement(compact, context) {
  const parsed = parseStatement(compact);
  if (!parsed.ok) return parsed;
  const { statement } = parsed;
  const key = findKey(statement.header, context.roots);
  if (!key.ok) return key;
  if (!await verifySignature(key.key, statement.signature, statement.signingInput)) {
    return { ok: false, refusal: refuse("bad_signature", { kid: statement.header.kid }) };
  }
  const refusal = identityRefusal(statement, context) ?? timeRefusal(statement, context);
  return refusal ? { ok: false, refusal } : parsed;
}
function findKey({ alg, kid }, roots) {
  if (roots.usable.size === 0) return { ok: false, refusal: refuse("no_trust_root", { unusable: roots.unusable }) };
  const key = roots.usable.get(kid);
  if (!key) return { ok: false, refusal: refuse("unknown_kid", { kid }) };
  const named = alg === "Ed25519" ? "EdDSA" : alg;
  return named === key.algorithm ? { ok: true, key } : { ok: false, refusal: refuse("alg_key_mismatch", { alg, kid }) };
}
function identityRefusal({ claims }, { identity, intents }) {
  if (claims.aud !== identity.audience) return refuse("wrong_audience", { audience: claims.aud, expected: identity.audience });
  if (claims.env !== identity.environment) {
    return refuse("wrong_environment", { environment: claims.env, expected: identity.environment });
  }
  if (claims.name !== identity.name) return refuse("wrong_name", { name: claims.name, expected: identity.name });
  if (!intents.includes(claims.op)) return refuse("wrong_operation", { intent: claims.op, allowed: [...intents] });
  return void 0;
}
function timeRefusal({ claims }, { profile, identity, now }) {
  if (profile === "stored") return void 0;
  const { iat, exp } = claims;
  const { windowSeconds } = identity;
  const lifetime = exp - iat;
  const fits = lifetime > 0 && lifetime <= windowSeconds && iat <= now + FORWARD_SKEW_SECONDS && now < exp;
  return fits ? void 0 : refuse("outside_window", { issuedAt: iat, expiresAt: exp, now, windowSeconds });
}


;// CONCATENATED MODULE: ./.build/push/sign.js






const JTI_BYTES = 32;
const MAX_SOURCE_CHARACTERS = 256;
async function signPush(options) {
  const { key, kid } = options;
  const header = { alg: key.algorithm, kid, typ: STATEMENT_TYPE };
  const identity = await identityOf(options.bundle.index);
  const claims = makeClaims(identity, options);
  const input = signingInput(header, claims);
  const signature = key.sign((0,encoding_bytes/* utf8 */.A)(input));
  if (!key.confirm((0,encoding_bytes/* utf8 */.A)(input), signature)) {
    throw new Error("The signature was not confirmed by a second implementation, so nothing was sent.", { cause: { kid, thumbprint: key.thumbprint } });
  }
  const compact = compactStatement(input, signature);
  await acceptAsReceiver(compact, identity, options);
  return { compact, claims };
}
function makeClaims(identity, options) {
  return {
    v: 1,
    op: options.intent,
    aud: identity.audience,
    env: identity.environment,
    name: identity.name,
    iat: options.now,
    exp: options.now + (options.windowSeconds ?? identity.windowSeconds),
    jti: (0,base64url/* encodeBase64url */.F)(options.random(JTI_BYTES)),
    ...subjectClaims(options),
    ...options.source ? { src: boundSource(options.source) } : {}
  };
}
function subjectClaims({ intent, bundle, expect, subject }) {
  const content = { sha256: bundle.sha256, size: bundle.bytes.length, struct: bundle.structuralDigest };
  const planned = expect === void 0 ? {} : { expect };
  switch (intent) {
    case "apply":
    case "plan":
      return { ...content, ...planned };
    case "embed":
      return content;
    case "rollback":
      return { sha256: subject?.sha256, ...planned };
    case "blob":
      return { sha256: subject?.sha256, size: subject?.size };
    case "status":
      return {};
  }
}
function boundSource(source) {
  const { repository, commit, ref, run, actor } = source;
  const members = Object.entries({ repository, commit, ref, run, actor }).flatMap(
    ([name, value]) => value === void 0 ? [] : [[name, value.slice(0, MAX_SOURCE_CHARACTERS).toWellFormed()]]
  );
  return Object.fromEntries(members);
}
async function acceptAsReceiver(compact, identity, { intent, key, kid, now }) {
  const trusted = await (0,public_key/* parsePublicKey */.e)(JSON.stringify(key.publicJwk));
  if (!trusted.ok) throw new Error("The Worker would not accept the public half of the signing key.", { cause: trusted.reason });
  const verified = await verifyStatement(compact, {
    profile: "push",
    identity,
    roots: { usable: /* @__PURE__ */ new Map([[kid, trusted.key]]), unusable: [] },
    intents: [intent],
    now
  });
  if (!verified.ok) throw new Error("The Worker would refuse the push statement that was just made.", { cause: verified.refusal });
}



/***/ })

};
