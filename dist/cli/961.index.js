export const id = 961;
export const ids = [961];
export const modules = {

/***/ 3367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./.build/push/keys/generate-key.js
var generate_key = __webpack_require__(2699);
;// CONCATENATED MODULE: ./.build/commands/keygen.js

async function keygen(options) {
  const { privatePem, publicPem, thumbprint } = await (0,generate_key/* generateKey */.r)(options.kid);
  return { kid: options.kid, privatePem, publicPem, thumbprint };
}


// EXTERNAL MODULE: ./.build/report/command-json.js + 2 modules
var command_json = __webpack_require__(5302);
// EXTERNAL MODULE: ./.build/report/plain.js
var plain = __webpack_require__(8953);
// EXTERNAL MODULE: ./.build/report/style.js
var report_style = __webpack_require__(5620);
;// CONCATENATED MODULE: ./.build/report/keygen-text.js


function keygenText({ kid, privatePem, publicPem, thumbprint }, style = report_style/* PLAIN */.t) {
  const secret = publicKeySecretName(kid);
  return [
    `${style.bold("Key pair")} ${(0,plain/* plainText */.wh)(kid)}, Ed25519, thumbprint ${(0,plain/* plainText */.wh)(thumbprint)}`,
    "",
    style.bold("1. Private key") + ": store it as the repository secret FRONTMCP_SIGNING_KEY, and nowhere else",
    "   (gh secret set FRONTMCP_SIGNING_KEY; paste it, then end the input)",
    "",
    privatePem.trimEnd(),
    "",
    style.bold("2. Public key") + `: give it to the Worker as the secret ${secret}`,
    `   (wrangler secret put ${secret}; it is also the variable with which the action finds the key id)`,
    "",
    publicPem.trimEnd(),
    "",
    style.bold("3. Manifest") + ": name the key among the trust roots and the secrets; this needs a redeploy of the Worker",
    "",
    "signing:",
    "  trustRoots:",
    `    - kid: ${JSON.stringify(kid)}`,
    `      publicKeySecret: ${secret}`,
    "secrets:",
    `  - name: ${secret}`,
    ""
  ].join("\n");
}
function publicKeySecretName(kid) {
  return `TRUSTED_PUBKEY_${kid.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}`.replace(/_+$/, "");
}


// EXTERNAL MODULE: ./.build/cli/exit-codes.js
var exit_codes = __webpack_require__(552);
// EXTERNAL MODULE: ./.build/cli/usage-error.js
var usage_error = __webpack_require__(883);
;// CONCATENATED MODULE: ./.build/cli/run/keygen.js





const KID = /^[A-Za-z0-9._~:@/+-]{1,128}$/;
async function run(session) {
  const kid = session.option("kid");
  if (kid === void 0) throw new usage_error/* UsageError */.e("keygen needs --kid KID: a name for the key, such as production-2026.");
  if (!KID.test(kid)) throw new usage_error/* UsageError */.e("--kid may hold up to 128 letters, digits and . _ ~ : @ / + -");
  const result = await keygen({ kid });
  if (!session.json) session.print(keygenText(result, session.style));
  session.document(true, (0,command_json/* keygenJson */.iK)(result));
  return exit_codes/* EXIT */.d.done;
}



/***/ }),

/***/ 883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
class UsageError extends Error {
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

/***/ 2699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ generateKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _contract_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8811);
/* harmony import */ var _ed25519_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(447);
/* harmony import */ var _thumbprint_sync_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(837);




function generateKey(kid, random = node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes) {
  const seed = random(_ed25519_key_js__WEBPACK_IMPORTED_MODULE_1__/* .SEED_BYTES */ .ER);
  if (seed.length !== _ed25519_key_js__WEBPACK_IMPORTED_MODULE_1__/* .SEED_BYTES */ .ER) throw new TypeError(`random must give ${_ed25519_key_js__WEBPACK_IMPORTED_MODULE_1__/* .SEED_BYTES */ .ER} bytes, gave ${seed.length}`);
  const privatePem = pem("PRIVATE KEY", (0,_ed25519_key_js__WEBPACK_IMPORTED_MODULE_1__/* .pkcs8OfSeed */ .eh)(seed));
  const publicPem = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(privatePem).export({ format: "pem", type: "spki" }).toString();
  const jwk = { kty: "OKP", crv: "Ed25519", x: (0,_contract_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeBase64url */ .F)((0,_ed25519_key_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOfSeed */ .zy)(seed)) };
  return { privatePem, publicPem, publicJwk: { ...jwk, kid, alg: "EdDSA", use: "sig" }, thumbprint: (0,_thumbprint_sync_js__WEBPACK_IMPORTED_MODULE_2__/* .thumbprintSync */ .L)(jwk) };
}
function pem(label, der) {
  return `-----BEGIN ${label}-----
${Buffer.from(der).toString("base64")}
-----END ${label}-----
`;
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

/***/ 8799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ canonicalize)
/* harmony export */ });
function serializeString (value) {
  if (!value.isWellFormed()) {
    throw new Error('Lone surrogate is not allowed');
  }
  return JSON.stringify(value);
}

function serializePrimitive (value) {
  switch (typeof value) {
    case 'number':
      if (isNaN(value)) {
        throw new Error('NaN is not allowed');
      }
      if (!isFinite(value)) {
        throw new Error('Infinity is not allowed');
      }
      // For finite numbers String(value) would give identical output, but
      // JSON.stringify benchmarks faster on V8.
      return JSON.stringify(value);
    case 'string':
      return serializeString(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      // null, or values JSON.stringify maps to undefined (undefined,
      // functions, symbols).
      return JSON.stringify(value);
  }
}

// Resolves a value to either its serialized primitive form (a string — or
// undefined, for values JSON.stringify drops) or a frame describing the
// container to descend into. Callers distinguish the two cases with
// `typeof result !== 'object'`.
//
// toJSON results are unwrapped here, and the wrapper objects stay in `seen`
// until the resolved subtree is fully serialized, so cycles introduced via
// toJSON are still detected.
function enterValue (value, seen) {
  let wrappers = null;
  while (value !== null && typeof value === 'object' && typeof value.toJSON === 'function') {
    if (seen.has(value)) {
      throw new Error('Circular reference detected');
    }
    seen.add(value);
    (wrappers ??= []).push(value);
    value = value.toJSON();
  }

  // Boxed Number/String/Boolean objects serialize as their primitive values,
  // mirroring how JSON.stringify treats them.
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    value = value.valueOf();
  }

  if (value === null || typeof value !== 'object') {
    if (wrappers !== null) {
      for (const wrapper of wrappers) seen.delete(wrapper);
    }
    return serializePrimitive(value);
  }

  if (seen.has(value)) {
    throw new Error('Circular reference detected');
  }
  seen.add(value);

  return {
    container: value,
    // null marks an array frame; object frames carry their sorted keys.
    // `sort()`'s default comparator orders by UTF-16 code unit, which is the
    // order JCS requires.
    keys: Array.isArray(value) ? null : Object.keys(value).sort(),
    // Next child to serialize; the frame resumes here after a nested
    // container's subtree completes.
    index: 0,
    // Whether no member has been emitted yet (controls comma placement).
    first: true,
    // toJSON wrappers to release from `seen` when this frame completes.
    wrappers
  };
}

function canonicalize (object) {
  if (object === null || typeof object !== 'object') {
    return serializePrimitive(object);
  }

  const seen = new Set();
  const root = enterValue(object, seen);
  if (typeof root !== 'object') {
    // A toJSON chain resolved the input to a primitive.
    return root;
  }

  let result = root.keys === null ? '[' : '{';
  const stack = [root];

  // Depth-first serialization with an explicit stack instead of recursion, so
  // nesting depth is bounded by heap size rather than call-stack size. The top
  // frame is the container currently being serialized: primitive children are
  // appended inline, while a nested container pushes a new frame and jumps
  // back to the outer loop. Because frame.index was already advanced, the
  // parent resumes at its next child once the subtree is done. Opening
  // brackets are emitted when a frame is pushed, closing brackets when it
  // completes.
  outer:
  while (stack.length > 0) {
    const frame = stack[stack.length - 1];
    const container = frame.container;

    // keys === null marks an array frame; otherwise keys holds the object's
    // sorted property names. Either way the iteration counter lives on the
    // frame itself (frame.index), so when a frame is resumed after a nested
    // container completes, the while condition continues at the first
    // unserialized child instead of restarting from the beginning.
    if (frame.keys === null) {
      while (frame.index < container.length) {
        const i = frame.index++;
        if (i > 0) {
          result += ',';
        }
        const element = container[i];
        // Inside arrays, JSON.stringify serializes values with no JSON
        // representation (undefined, symbols, functions) as null.
        const value = element === undefined || typeof element === 'symbol' || typeof element === 'function' ? null : element;
        if (value === null || typeof value !== 'object') {
          result += serializePrimitive(value);
          continue;
        }
        const child = enterValue(value, seen);
        if (typeof child !== 'object') {
          // A toJSON chain resolved the child to an already-serialized
          // primitive — or, when child is undefined, to a value with no JSON
          // representation, which becomes null inside arrays.
          result += child === undefined ? 'null' : child;
          continue;
        }
        result += child.keys === null ? '[' : '{';
        stack.push(child);
        continue outer;
      }
      result += ']';
    } else {
      const keys = frame.keys;
      while (frame.index < keys.length) {
        const key = keys[frame.index++];
        const value = container[key];
        // Inside objects, JSON.stringify omits properties whose value has no
        // JSON representation (undefined, symbols, functions).
        if (value === undefined || typeof value === 'symbol' || typeof value === 'function') {
          continue;
        }
        if (value === null || typeof value !== 'object') {
          // Commas are tracked with a flag rather than the key index: a
          // skipped key must not leave a stray comma behind.
          if (frame.first) {
            frame.first = false;
          } else {
            result += ',';
          }
          result += serializeString(key) + ':' + serializePrimitive(value);
          continue;
        }
        // The child must be resolved before the key is emitted: a toJSON
        // returning a value with no JSON representation drops the whole
        // property.
        const child = enterValue(value, seen);
        if (child === undefined) {
          continue;
        }
        if (frame.first) {
          frame.first = false;
        } else {
          result += ',';
        }
        result += serializeString(key) + ':';
        if (typeof child !== 'object') {
          result += child;
          continue;
        }
        result += child.keys === null ? '[' : '{';
        stack.push(child);
        continue outer;
      }
      result += '}';
    }

    // Frame complete. The container leaves `seen` so that a later, sibling
    // reference to the same object is not mistaken for a cycle.
    seen.delete(container);
    if (frame.wrappers !== null) {
      for (const wrapper of frame.wrappers) seen.delete(wrapper);
    }
    stack.pop();
  }

  return result;
}


/***/ })

};
