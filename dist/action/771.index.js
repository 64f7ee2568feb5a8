export const id = 771;
export const ids = [771];
export const modules = {

/***/ 5085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R9: () => (/* binding */ collectDiagnostics),
  Cs: () => (/* binding */ hasErrors),
  $z: () => (/* binding */ hintOf),
  bD: () => (/* binding */ messageOf),
  Ds: () => (/* binding */ sortDiagnostics)
});

;// CONCATENATED MODULE: ./.build/build/diagnostics/define.js
function define_define(row) {
  return row;
}


// EXTERNAL MODULE: ./.build/contract/search/suggest.js
var suggest = __webpack_require__(2584);
;// CONCATENATED MODULE: ./.build/build/diagnostics/catalogue-bundle.js


const bundleCatalogue = {
  "bundle-index-too-large": define_define({
    severity: "error",
    message: ({ bytes, limit }) => `The index of the bundle is ${bytes} bytes, more than ${limit}.`,
    hint: ({ biggest }) => `The biggest contributors: ${biggest.map(({ name, bytes }) => `${name} (${bytes} bytes)`).join(", ")}.`,
    meaning: "The index is what every Worker parses at start; long descriptions and front matter count.",
    remedy: "Shorten the contributors that the message names, or refer to fewer operations."
  }),
  "bundle-index-too-deep": define_define({
    severity: "error",
    message: ({ limit, where }) => `The bundle nests deeper than ${limit} levels at "${where}".`,
    meaning: "Depth is bounded so that a Worker can parse the index safely.",
    remedy: "Flatten the front matter or the manifest value at that place."
  }),
  "bundle-artifact-too-large": define_define({
    severity: "error",
    message: ({ artifact, bytes, limit }) => `${artifact} is ${bytes} bytes, more than ${limit}.`,
    hint: ({ artifact }) => artifact.startsWith("The schemas") ? "Refer to fewer operations of this API, or split the spec." : void 0,
    meaning: "Operation documents, shared schemas and the search index travel in the push body and are bounded.",
    remedy: "Refer to fewer or smaller operations."
  }),
  "bundle-too-many-blobs": define_define({
    severity: "error",
    message: ({ count, limit }) => `The bundle has ${count} blobs, more than ${limit}.`,
    meaning: "Files that are binary or larger than the push body allows are stored as blobs.",
    remedy: "Remove large files from the skills, or join them."
  }),
  "bundle-not-representable": define_define({
    severity: "error",
    message: ({ what, reason }) => `${what} cannot be written as canonical JSON: ${reason}.`,
    meaning: "RFC 8785 has no form for lone surrogates, NaN and infinities.",
    remedy: "Remove the value, or the broken character, at the place named."
  }),
  "bundle-invalid": define_define({
    severity: "error",
    message: ({ pointer, problem }) => `The bundle would be refused: ${pointer || "/"} ${problem}.`,
    meaning: "The index was checked with the Worker's own rules before anything is sent.",
    remedy: "Change what the pointer names: usually a text that is too long or a skill with too many operations."
  }),
  "bundle-empty": define_define({
    severity: "warning",
    message: () => "The bundle has no skill, so agents will find nothing.",
    hint: () => "Add skills/<id>/SKILL.md, or relax skills.tags.",
    meaning: "No skill was found, or the tag filter left none.",
    remedy: "Add a skill or change the filter."
  }),
  "bundle-approve-unmatched": define_define({
    severity: "warning",
    message: ({ pattern, suggestions }) => `"${pattern}" of "execution.approve" matches no operation that a skill mentions.${(0,suggest/* didYouMean */.a)(suggestions)}`,
    hint: () => "A pattern is `<binding>.<operation>`; `*` stands for any text within a part.",
    meaning: "A pattern that matches nothing guards nothing; a misspelt one leaves the real operation to be called without a person's yes.",
    remedy: "Correct the pattern. One that is there for operations to come may stay."
  }),
  "bundle-operation-unused": define_define({
    severity: "notice",
    message: ({ key }) => `"${key}" is mentioned only by skills that the tag filter leaves out, so it is not in the bundle.`,
    meaning: "Only operations of the skills in the bundle are served.",
    remedy: "Nothing, if this is intended."
  })
};


;// CONCATENATED MODULE: ./.build/build/diagnostics/manifest-row.js

function row(definition) {
  const { message } = definition;
  const prefix = ({ environment }) => environment === void 0 ? "" : `environments.${environment}: `;
  return define_define({ ...definition, message: (args) => prefix(args) + message(args) });
}
function quote(text) {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}\u2026` : text);
}
function listed(names) {
  return names.map((name) => JSON.stringify(name)).join(", ");
}


;// CONCATENATED MODULE: ./.build/build/diagnostics/catalogue-manifest-environments.js


const manifestEnvironmentsCatalogue = {
  "manifest-variable-missing": row({
    severity: "error",
    message: ({ name, path, isEmpty }) => `The variable "${name}" that ${path} asks for is ${isEmpty ? "empty" : "not set"}.`,
    hint: ({ name, isEmpty }) => `Set ${name} in the env of the step${isEmpty ? " (an expression such as ${{ vars." + name + " }} is empty when the variable does not exist)" : ""}.`,
    meaning: "`${env:NAME}` is filled from the environment of the process, and never with nothing.",
    remedy: "Set the variable where the command or the action runs."
  }),
  "manifest-variable-malformed": row({
    severity: "error",
    message: ({ text, path }) => `${quote(text)} in ${path} is no variable.`,
    hint: () => 'Write ${env:NAME}, with letters, digits and "_" in the name, and set NAME where the command runs. There are no defaults.',
    meaning: "Something looks like a variable but is not in the one form that is filled in.",
    remedy: "Write `${env:NAME}`; GitHub expressions belong into the workflow, which sets the variable."
  }),
  "manifest-variable-refused": row({
    severity: "error",
    message: ({ name, reason }) => reason === "secret" ? `"${name}" is a secret, and secrets never stand in a bundle.` : `"${name}" belongs to the runner and cannot be used in a manifest.`,
    hint: ({ name, reason }) => reason === "secret" ? `Use a field that takes the name of a secret, such as "secret: ${name}".` : "Pass the value under a name of its own.",
    meaning: "What a variable holds becomes part of the bundle, which is no place for credentials.",
    remedy: "Name secrets in the fields made for it; use variables for ids and addresses."
  }),
  "manifest-unknown-environment": row({
    severity: "error",
    message: ({ name, suggestions }) => `There is no environment ${quote(name)}.${(0,suggest/* didYouMean */.a)(suggestions)}`,
    hint: ({ known }) => known.length === 0 ? "The manifest has no environments; leave the environment out." : `There are: ${known.join(", ")}.`,
    meaning: "The environment that was asked for is not below `environments`.",
    remedy: "Use one that is there, or add it."
  }),
  "manifest-environment-reserved": row({
    severity: "error",
    message: ({ name }) => `"${name}" cannot be the name of an environment.`,
    hint: () => "It is what the manifest without an overlay is called.",
    meaning: "A push for the manifest without an overlay says `base`.",
    remedy: "Choose another name."
  }),
  "manifest-worker-shared": row({
    severity: "warning",
    message: ({ workerName, other }) => `The Worker "${workerName}" is also the one of environments.${other}.`,
    hint: () => "Set deployment.workerName in the overlays, or remove it from the base so that each environment gets a name of its own.",
    meaning: "In one Cloudflare account the second deployment takes the place of the first.",
    remedy: "Give each environment its own `deployment.workerName`, unless they use different accounts."
  })
};


;// CONCATENATED MODULE: ./.build/build/diagnostics/catalogue-manifest-fields.js


const TYPE_NAMES = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  object: "a mapping",
  array: "a list",
  null: "nothing"
};
function typeName(type) {
  return TYPE_NAMES[type] ?? type;
}
const URL_FAULTS = {
  scheme: "must begin with https:// or http://",
  insecure: "must be https, as it is not on loopback",
  credentials: "must not hold a user name or password",
  query: "must not hold a query",
  fragment: "must not hold a fragment",
  endpoint: "must be the address of the Worker, without /mcp"
};
const manifestFieldsCatalogue = {
  "manifest-unknown-key": row({
    severity: "error",
    message: ({ path, key, suggestions }) => `Unknown key ${quote(key)} in ${path}.${(0,suggest/* didYouMean */.a)(suggestions)}`,
    hint: ({ known, suggestions }) => suggestions.length === 0 && known.length > 0 ? `Known keys: ${known.join(", ")}.` : void 0,
    meaning: "Every object of the manifest is strict, so that a typing mistake is never taken for a setting.",
    remedy: "Correct the spelling or remove the key; docs/manifest.md lists every key."
  }),
  "manifest-overlay-key": row({
    severity: "error",
    message: ({ path, key }) => `"${key}" cannot be overridden in ${path}.`,
    hint: ({ key }) => `Set "${key}" at the top level of the manifest; it is the same in every environment.`,
    meaning: "An overlay may set server, specs, skills, classification, bindings, auth, deployment, execution and vars.",
    remedy: "Move the setting to the top level."
  }),
  "manifest-missing-key": row({
    severity: "error",
    message: ({ path, key }) => path === "the manifest" ? `"${key}" is missing.` : `"${key}" is missing in ${path}.`,
    hint: ({ description }) => description,
    meaning: "A required key is not there.",
    remedy: "Add the key; docs/manifest.md says what it takes."
  }),
  "manifest-auth-missing": row({
    severity: "error",
    message: () => '"auth" is missing: the manifest must say who may use the Worker.',
    hint: () => 'Add a line such as "auth: { provider: oauth, oauth: { issuer: https://issuer.example.com, audience: my-mcp } }", or "auth: { provider: none }" if anybody who reaches the Worker may use it.',
    meaning: 'Leaving `auth` out never means "open to everybody"; that has to be written down.',
    remedy: "Add `auth` with one of the providers none, apiKey, oauth, frontegg, cloudflareAccess."
  }),
  "manifest-type": row({
    severity: "error",
    message: ({ path, expected, actual }) => `${path} must be ${expected.map(typeName).join(" or ")}, but is ${typeName(actual)}.`,
    hint: ({ expected, actual, written }) => {
      if (written !== void 0) return `Put it in quotes: ${quote(written)}.`;
      if (actual === "null") return "Give it a value, or remove the key.";
      if (actual !== "string") return void 0;
      if (expected.includes("boolean")) return "Write true or false, without quotes.";
      return expected.includes("integer") ? "Write a plain number, without quotes or a unit." : void 0;
    },
    meaning: "The value has another type than the field takes.",
    remedy: "Write a value of the type that the message names; versions and ids made of digits need quotes."
  }),
  "manifest-range": row({
    severity: "error",
    message: ({ path, bound, limit, unit }) => unit === "" ? `${path} must be ${bound} ${limit}.` : `${path} must have ${bound} ${limit} ${limit === 1 ? unit.replace(/s$/, "") : unit}.`,
    meaning: "The value is outside the limits of the field.",
    remedy: "Stay within the limit that the message names."
  }),
  "manifest-pattern": row({
    severity: "error",
    message: ({ path, value, expected }) => `${path} is ${quote(value)}, but must be ${expected}.`,
    hint: ({ suggestion }) => suggestion === void 0 ? void 0 : `For example: ${quote(suggestion)}.`,
    meaning: "The text is not in the form that the field takes.",
    remedy: "Write it in the form that the message names."
  }),
  "manifest-url": row({
    severity: "error",
    message: ({ path, value }) => `${path} is ${quote(value)}, which is no absolute URL.`,
    hint: () => 'Write it with its scheme, such as "https://api.example.com".',
    meaning: "The field takes an absolute URL.",
    remedy: "Write the URL with scheme and host."
  }),
  "manifest-url-part": row({
    severity: "error",
    message: ({ path, value, fault }) => `${path} is ${quote(value)}, but it ${URL_FAULTS[fault]}.`,
    hint: ({ suggestion }) => suggestion === void 0 ? void 0 : `For example: ${quote(suggestion)}.`,
    meaning: "Other URLs are made from this one, and tokens are sent to it.",
    remedy: "Use https (http only on loopback), and leave out user name, query and fragment."
  }),
  "manifest-value": row({
    severity: "error",
    message: ({ path, value, suggestions }) => `${path} is ${quote(value)}, which is not one of its values.${(0,suggest/* didYouMean */.a)(suggestions)}`,
    hint: ({ allowed }) => `Allowed: ${allowed.join(", ")}.`,
    meaning: "The field takes one of a few values.",
    remedy: "Use one of the values that the hint lists."
  }),
  "manifest-version": row({
    severity: "error",
    message: ({ value }) => `version is ${quote(value)}, but this tool reads version 1 of the manifest.`,
    hint: () => 'Write "version: 1".',
    meaning: "The number is the version of the manifest format, not of your server.",
    remedy: "Write `version: 1`; the version of your server is `server.info.version`."
  }),
  "manifest-runtime-target": row({
    severity: "error",
    message: ({ value }) => `runtime.target "${value}" is announced by FrontMCP but does not exist yet.`,
    hint: () => 'Write "target: cloudflare-worker".',
    meaning: "Only Cloudflare Workers can be deployed to.",
    remedy: "Use `cloudflare-worker`."
  }),
  "manifest-choice": row({
    severity: "error",
    message: ({ path, keys, written, several, suggestions }) => `${path} needs ${several ? "at least" : "exactly"} one of ${listed(keys)}; ` + (written.length === 0 ? "it is empty." : `it has ${listed(written)}.${(0,suggest/* didYouMean */.a)(suggestions)}`),
    meaning: "The keys exclude each other, or one of them has to be there.",
    remedy: "Keep one of the keys that the message lists."
  })
};


;// CONCATENATED MODULE: ./.build/build/diagnostics/catalogue-manifest-file.js

const MANIFEST_FAULTS = {
  outside: "it lies outside of the repository, or is a link that leads out of it",
  directory: "it is a directory"
};
const manifestFileCatalogue = {
  "manifest-absent": row({
    severity: "error",
    message: ({ path }) => `There is no manifest at "${path}".`,
    hint: () => 'Write one (docs/manifest.md shows the smallest), or name the file with the input "manifest" (--manifest) and its folder with "working-directory".',
    meaning: "The manifest is where everything begins, and it is not where it was looked for.",
    remedy: "Write `frontmcp.deploy.yaml`, or set `manifest` and `working-directory`."
  }),
  "manifest-unreadable": row({
    severity: "error",
    message: ({ path, fault, detail = fault }) => `The manifest "${path}" cannot be read: ${MANIFEST_FAULTS[fault] ?? detail}.`,
    hint: () => "Name a regular file inside the repository.",
    meaning: "The path is a directory, leads out of the repository, or the system refuses to read it.",
    remedy: "Name a regular file inside the repository."
  }),
  "manifest-too-large": row({
    severity: "error",
    message: ({ path, maxBytes }) => `The manifest "${path}" is larger than ${maxBytes} bytes.`,
    meaning: "No manifest needs that much; the limit bounds the work of reading it.",
    remedy: "Move long texts into skills."
  }),
  "manifest-encoding": row({
    severity: "error",
    message: ({ path }) => `The manifest "${path}" is not UTF-8.`,
    hint: () => "Save it as UTF-8.",
    meaning: "YAML is read as UTF-8.",
    remedy: "Save the file as UTF-8."
  }),
  "manifest-empty": row({
    severity: "error",
    message: () => "The manifest is empty.",
    hint: () => "docs/manifest.md shows the smallest one.",
    meaning: "There is no value in the file.",
    remedy: "Write a manifest; docs/manifest.md shows the smallest one."
  }),
  "manifest-yaml": row({
    severity: "error",
    message: ({ detail }) => `This is not valid YAML: ${detail.replace(/\.$/, "")}.`,
    meaning: "The YAML parser could not read the file from here on.",
    remedy: "Mend the syntax; an editor with the schema shows the place."
  }),
  "manifest-several-documents": row({
    severity: "error",
    message: () => "The manifest holds more than one YAML document.",
    hint: () => 'Remove the "---" line; environments go below the environments key.',
    meaning: "A `---` line begins a second document.",
    remedy: "Keep one document; use `environments` for variants."
  }),
  "manifest-too-deep": row({
    severity: "error",
    message: ({ limit }) => `The manifest nests deeper than ${limit} levels here.`,
    meaning: "Depth is bounded, so that no file can exhaust the reader.",
    remedy: "Flatten the value; no field of the manifest needs this depth."
  }),
  "manifest-too-many-values": row({
    severity: "error",
    message: ({ limit }) => `The manifest holds more than ${limit} values once its aliases are expanded.`,
    meaning: "Nested aliases can make a small file enormous.",
    remedy: "Write the values out, or use fewer aliases."
  }),
  "manifest-alias": row({
    severity: "error",
    message: ({ name, problem }) => problem === "cycle" ? `The alias "*${name}" leads back into itself.` : `The alias "*${name}" has no anchor "&${name}" before it.`,
    hint: ({ problem }) => problem === "unknown" ? 'A text that begins with "*" needs quotes.' : void 0,
    meaning: "An alias repeats the value that an anchor above it marks.",
    remedy: "Add the anchor, or put quotes around a text that begins with `*`."
  }),
  "manifest-merge-key": row({
    severity: "error",
    message: () => 'Merge keys ("<<") are not part of YAML 1.2.',
    hint: () => "Write the keys out; what differs between environments goes below the environments key.",
    meaning: "Merge keys are a YAML 1.1 extension that readers treat differently.",
    remedy: "Write the keys out, or use `environments`."
  }),
  "manifest-tag": row({
    severity: "error",
    message: ({ tag }) => `The tag ${quote(tag)} has no meaning in a manifest.`,
    hint: () => 'Remove the tag; put quotes around a text that begins with "!".',
    meaning: "Only what JSON can hold is allowed: texts, numbers, true, false, null, lists and mappings.",
    remedy: "Remove the tag."
  }),
  "manifest-number": row({
    severity: "error",
    message: ({ source }) => `The number ${quote(source)} cannot be kept exactly.`,
    hint: () => "Put it in quotes if it is a text.",
    meaning: "JSON numbers are exact up to 2^53, and know neither infinity nor NaN.",
    remedy: "Put ids in quotes; use a smaller number."
  }),
  "manifest-key": row({
    severity: "error",
    message: ({ key }) => key === "" ? "A key must be a text." : `"${key}" cannot be a key.`,
    meaning: "Keys are plain texts; names that could reach the prototype of an object are refused.",
    remedy: "Use another key."
  }),
  "manifest-duplicate-key": row({
    severity: "error",
    message: ({ key, firstLine }) => `The key "${key}" is already set on line ${firstLine}.`,
    meaning: "A key stands once in a mapping; readers disagree about which one counts.",
    remedy: "Remove one of the two, or join their values."
  })
};


;// CONCATENATED MODULE: ./.build/build/diagnostics/catalogue-manifest-names.js


const manifestNamesCatalogue = {
  "manifest-secret-undeclared": row({
    severity: "error",
    message: ({ name, path, suggestions }) => `Secret ${quote(name)} referenced at ${path} is not declared in secrets[].${(0,suggest/* didYouMean */.a)(suggestions)}`,
    hint: ({ name }) => `Add "- { name: ${name} }" to secrets.`,
    meaning: "Every secret that the manifest refers to is declared, so that setup and the Worker know what must be there.",
    remedy: "Declare the secret, or correct its name."
  }),
  "manifest-nonce-kv": row({
    severity: "error",
    message: ({ name, suggestions }) => `signing.replay.nonceKv ${quote(name)} does not match any bindings.kvNamespaces[].binding.${(0,suggest/* didYouMean */.a)(suggestions)}`,
    hint: ({ name }) => `Add "- { binding: ${name}, id: \u2026 }" to bindings.kvNamespaces; an overlay that lists KV namespaces replaces those of the base.`,
    meaning: "The replay guard names a KV namespace that must be bound.",
    remedy: "Declare the namespace, or name one that is declared."
  }),
  "manifest-always-load": row({
    severity: "error",
    message: ({ id }) => `skills.alwaysLoad entry ${quote(id)} is not a valid kebab-case skill id.`,
    hint: ({ suggestion }) => suggestion === "" ? void 0 : `For example: ${quote(suggestion)}.`,
    meaning: "Skill ids are folder names in kebab case: lower-case letters, digits and dashes.",
    remedy: "Write the id of the skill, which is the name of its folder."
  }),
  "manifest-tag-unknown": row({
    severity: "error",
    message: ({ tag, suggestions }) => `skills.tags references unknown tag ${quote(tag)} (not in tags[]).${(0,suggest/* didYouMean */.a)(suggestions)}`,
    hint: ({ tag }) => `Add "- { name: ${tag} }" to tags, or correct the filter.`,
    meaning: "When the manifest declares its tags, filters may name only those.",
    remedy: "Declare the tag, or correct its name."
  }),
  "manifest-date": row({
    severity: "error",
    message: ({ path, value }) => `${path} is ${quote(value)}, which is no day of the calendar.`,
    meaning: "The date has the right form, but there is no such day.",
    remedy: "Write a date that exists."
  }),
  "manifest-date-early": row({
    severity: "error",
    message: ({ path, value, earliest }) => `${path} is ${quote(value)}, but the Worker needs the platform of ${earliest} or later.`,
    hint: ({ earliest }) => `Write ${quote(earliest)} or later; a new project takes the day it begins.`,
    meaning: "The parts of the Worker call each other in a way that the platform has known since that day only.",
    remedy: "Write a later date."
  }),
  "manifest-deployment-path": row({
    severity: "warning",
    message: ({ value, path }) => `deployment.url is ${quote(value)}; the Worker answers at the root of its host, not below ${quote(path)}.`,
    hint: ({ root }) => `Write ${quote(root)}, unless a proxy in front of the Worker takes the path off.`,
    meaning: "Pushes and clients are sent below the path, where the Worker itself has nothing.",
    remedy: "Give the Worker a host of its own, or let a proxy take the path off."
  }),
  "manifest-duplicate-name": row({
    severity: "error",
    message: ({ what, name, firstLine }) => `The ${what} ${quote(name)} is already listed on line ${firstLine}.`,
    meaning: "The name tells the entries of the list apart.",
    remedy: "Remove one of the two, or rename it."
  }),
  "manifest-binding-duplicate": row({
    severity: "error",
    message: ({ name, path, firstPath, firstLine }) => `The name ${quote(name)} in ${path} is already taken by ${firstPath} on line ${firstLine}.`,
    hint: () => "Bindings of all kinds, vars and secrets share one namespace in a Worker.",
    meaning: "A Worker finds bindings, variables and secrets in one object, by name.",
    remedy: "Rename one of the two."
  }),
  "manifest-binding-kind": row({
    severity: "error",
    message: ({ name, kind, path }) => `"${name}" is the name of one of the runtime's own bindings, which belongs into bindings.${kind}, not into ${path}.`,
    meaning: "The runtime looks for bindings by name: SESSIONS, EVENTS and BUNDLE are Durable Objects, AUDIT is a D1 database, BUNDLE_CACHE a KV namespace, SKILL_DATA an R2 bucket.",
    remedy: "Move the binding to that kind, or rename it."
  }),
  "manifest-durable-object-class": row({
    severity: "error",
    message: ({ binding, className, expected }) => `The class of "${binding}" is "${expected}", not ${quote(className)}.`,
    meaning: "The Durable Objects of the runtime are exported under fixed class names.",
    remedy: "Write the class that the message names, or leave the binding out: it is added by itself."
  })
};


;// CONCATENATED MODULE: ./.build/build/diagnostics/catalogue-manifest-specs.js


const PATH_FAULTS = {
  absent: "does not exist",
  outside: "leads out of the repository",
  "is-file": "is a file, not a directory",
  "is-directory": "is a directory, not a file",
  backslash: "holds a backslash"
};
const WALK_FAULTS = {
  "link-outside": "is a link that leads out of the repository",
  "link-broken": "is a link that leads nowhere",
  "link-loop": "is a link that leads back to a folder it stands in",
  ignored: "is excluded by .gitignore",
  "too-many": "holds more files than can be looked through",
  "too-deep": "nests deeper than can be looked through",
  submodule: "is a submodule, whose files are not part of this repository"
};
const manifestSpecsCatalogue = {
  "manifest-path": row({
    severity: "error",
    message: ({ field, path, fault, suggestion }) => `${field} ${quote(path)} ${PATH_FAULTS[fault]}.${fault === "absent" && suggestion !== void 0 ? (0,suggest/* didYouMean */.a)([suggestion]) : ""}`,
    hint: ({ field, path, fault, suggestion }) => {
      if (fault === "absent") return "Paths are relative to the manifest.";
      if (fault === "outside") return "Copy the files into the repository; paths are relative to the manifest.";
      if (fault === "backslash" && suggestion !== void 0) return `Write ${quote(suggestion)}.`;
      if (field === "specs" && fault === "is-file") return `Write a list: specs: [${path}].`;
      return fault === "is-directory" && /^specs\[\d+\]/.test(field) ? `All specs of a directory: write "specs: ${path}" instead of the list.` : void 0;
    },
    meaning: "A file or directory that the manifest names is not there, is of the wrong kind, or is not part of the repository.",
    remedy: "Correct the path. Links count: what they lead to must be inside the repository too."
  }),
  "manifest-spec-url": row({
    severity: "error",
    message: ({ field, url }) => `${field} is the URL ${quote(url)}, but a build reads files, never the network.`,
    hint: ({ command, file }) => `Vendor it: run "${command}", commit the file, and write "${file}".`,
    meaning: "The bundle of a commit is the same on every machine, so everything in it is in the repository.",
    remedy: "Download the document into the repository and refer to the file."
  }),
  "manifest-specs-empty": row({
    severity: "warning",
    message: ({ path }) => `There is no .json, .yaml or .yml file in ${quote(path)}.`,
    hint: () => "Files in folders below it do not count; list them one by one.",
    meaning: "A directory of specs is read without the folders below it.",
    remedy: "Put the OpenAPI files there, or name them in a list."
  }),
  "manifest-spec-walk": row({
    severity: "error",
    message: ({ path, fault, detail }) => `"${path}" cannot be read as a spec: it ${WALK_FAULTS[fault] ?? "is not readable"}${detail === void 0 ? "" : ` (${detail})`}.`,
    meaning: "Something in the directory of specs is not a file of this repository.",
    remedy: "Replace links by the files they lead to, and make sure git tracks them."
  }),
  "manifest-spec-id": row({
    severity: "error",
    message: ({ file }) => `No spec id can be made from the file name "${file}".`,
    hint: ({ file }) => `List it with an id: "- { id: my-api, spec: ${file} }".`,
    meaning: "The id of a spec given by its path is the file name without its ending, and needs a letter or digit.",
    remedy: "Rename the file, or list it with an `id`."
  }),
  "manifest-spec-duplicate": row({
    severity: "error",
    message: ({ id, file, otherId, otherFile, firstLine }) => `The spec id ${quote(id)} of "${file}" is already ${id === otherId ? "taken by" : `taken, as ${quote(otherId)}, by`} "${otherFile}"${firstLine === void 0 ? "" : ` on line ${firstLine}`}.`,
    hint: () => "List the files with an id of their own; ids that differ only by case count as the same.",
    meaning: "Op references name a spec by its id.",
    remedy: "Give each spec its own `id`."
  }),
  "manifest-spec-binding": row({
    severity: "error",
    message: ({ id, binding, fault }) => {
      if (fault === "reserved") return `The binding name "${binding}" of the spec "${id}" is reserved in AgentScript.`;
      return fault === "long" ? `The binding name that follows from the spec id "${id}" is too long.` : `No binding name follows from the spec id "${id}".`;
    },
    hint: ({ binding, fault }) => fault === "reserved" ? `Set bindingName, for example "${binding}Api".` : "Set bindingName to an identifier.",
    meaning: "Scripts reach a spec as a namespace with this name, which must not hide a name of the language or of AgentScript.",
    remedy: "Set `bindingName` to another identifier."
  }),
  "manifest-spec-binding-duplicate": row({
    severity: "error",
    message: ({ binding, id, otherId, firstLine }) => `The specs "${id}" and "${otherId}"${firstLine === void 0 ? "" : ` (line ${firstLine})`} have the same binding name "${binding}".`,
    hint: () => "Set bindingName for one of them; names that differ only by case count as the same.",
    meaning: "Scripts reach each spec as a namespace of its own.",
    remedy: "Set `bindingName` for one of the two."
  }),
  "manifest-spec-auth-off": row({
    severity: "warning",
    message: ({ path }) => `${path} is false: the API is called without any credential.`,
    hint: () => "Remove the line if the API has no security schemes; name a credential if it has.",
    meaning: "`auth: false` sends nothing, even where the document asks for it.",
    remedy: "Name a credential for each security scheme, unless the API is public."
  }),
  "manifest-needs-token": row({
    severity: "error",
    message: ({ path, credential, provider }) => `${path} uses ${credential}, but auth.provider "${provider}" gives the Worker no token for it.`,
    hint: ({ credential }) => credential === "passthrough" ? "Use auth.provider oauth or frontegg, or a secret." : "Use auth.provider oauth, frontegg or cloudflareAccess, or clientCredentials.",
    meaning: "The caller's token is exchanged or passed on, so callers must bring one that is meant for it.",
    remedy: "Change the provider, or use another credential."
  }),
  "manifest-passthrough-audience": row({
    severity: "error",
    message: ({ path, audience, api }) => `${path} passes tokens for "${audience}" on to "${api}".`,
    hint: () => "Use tokenExchange to get a token for the API.",
    meaning: "A token may only be sent to the audience it was issued for.",
    remedy: "Use `tokenExchange`, or an audience that is the API itself."
  })
};


;// CONCATENATED MODULE: ./.build/build/diagnostics/catalogue-manifest.js





const manifestCatalogue = {
  ...manifestFileCatalogue,
  ...manifestFieldsCatalogue,
  ...manifestEnvironmentsCatalogue,
  ...manifestNamesCatalogue,
  ...manifestSpecsCatalogue
};


;// CONCATENATED MODULE: ./.build/build/diagnostics/catalogue-openapi.js


const q = (text) => JSON.stringify(text);
const REFERENCE_FAULTS = {
  remote: "a build reads files, never the network",
  outside: "it leaves the repository",
  anchor: 'no schema of the file, or more than one, has this "$anchor"; a JSON pointer such as "#/components/schemas/Order" always works',
  malformed: "it is malformed",
  missing: "nothing stands there",
  cycle: "it comes back to itself",
  unreadable: "the file cannot be read"
};
const FILE_FAULTS = {
  absent: "it does not exist",
  directory: "it is a directory",
  outside: "it lies outside the repository",
  unreadable: "it cannot be read",
  encoding: "it is not UTF-8"
};
const SERVER_FAULTS = {
  relative: "is relative",
  insecure: "is not https",
  invalid: "is not a plain http(s) URL without credentials, query and fragment"
};
const openapiCatalogue = {
  "openapi-too-many-paths": define_define({
    severity: "error",
    message: ({ count, limit }) => `The description lists ${count} paths, and ${limit} are the most.`,
    hint: () => "Descriptions of that size are made by mistake, or to harm.",
    meaning: "Every path is named and sorted, also those that no skill refers to; beyond this number that would take minutes.",
    remedy: "Split the description, or leave out what no skill needs."
  }),
  "openapi-unreadable": define_define({
    severity: "error",
    message: ({ file, fault }) => `The API description ${q(file)} cannot be read: ${FILE_FAULTS[fault] ?? fault}.`,
    meaning: "The file that `specs` names is missing or is no text.",
    remedy: "Correct the path, or save the file as UTF-8."
  }),
  "openapi-too-large": define_define({
    severity: "error",
    message: ({ file, limit }) => `The API description ${q(file)} is larger than ${limit / 1024 / 1024} MiB.`,
    meaning: "The size of a description is bounded, so that a build ends.",
    remedy: "Split the description into several specs."
  }),
  "openapi-syntax": define_define({
    severity: "error",
    message: ({ reason }) => `The API description cannot be parsed: ${reason}.`,
    meaning: "The file is neither valid JSON nor valid YAML at the place given.",
    remedy: "Correct the file at that place."
  }),
  "openapi-no-description": define_define({
    severity: "error",
    message: () => 'This file is no API description: it has no "openapi" or "swagger" version.',
    hint: () => 'Take the file out of "specs", or move it out of the directory that "specs" names.',
    meaning: "The root of an OpenAPI description is an object with `openapi` (3.x) or `swagger` (2.0).",
    remedy: "Name an API description."
  }),
  "openapi-version": define_define({
    severity: "error",
    message: ({ version }) => `OpenAPI version ${q(version)} is not supported.`,
    hint: () => 'Supported are "swagger: 2.0" and "openapi: 3.0", 3.1 and 3.2.',
    meaning: "The version decides how the document is read.",
    remedy: "Convert the description to a supported version."
  }),
  "openapi-unknown-spec": define_define({
    severity: "error",
    message: ({ spec, suggestions }) => `There is no spec ${q(spec)}.${(0,suggest/* didYouMean */.a)(suggestions)}`,
    hint: ({ known, suggestions }) => {
      if (known.length === 0) return "The manifest lists no spec.";
      return suggestions.length > 0 ? void 0 : `The manifest lists ${known.slice(0, 10).map(q).join(", ")}.`;
    },
    meaning: "A skill refers to an operation of an API that `specs` does not list.",
    remedy: "Correct the reference, or add the API to `specs`."
  }),
  "openapi-unknown-operation": define_define({
    severity: "error",
    message: ({ spec, operation, suggestions }) => `The spec ${q(spec)} has no operation ${q(operation)}.${(0,suggest/* didYouMean */.a)(suggestions)}`,
    meaning: "A skill refers to an operation that the API description does not have.",
    remedy: "Refer to it by name, by operationId, or as `[[op:spec/METHOD /path]]`."
  }),
  "openapi-method": define_define({
    severity: "error",
    message: ({ spec, operation, method, path }) => `${q(operation)} of the spec ${q(spec)} is ${method} ${path}, which the Worker cannot send.`,
    hint: () => "Refer to an operation with another method, such as a POST that asks the same.",
    meaning: "OpenAPI 3.2 has `query` and `additionalOperations`; requests with such methods do not get through everywhere.",
    remedy: "Refer to another operation, or describe a POST beside it when the API takes one."
  }),
  "openapi-ambiguous-operation": define_define({
    severity: "error",
    message: ({ spec, operation, candidates }) => `${q(operation)} is the id of ${candidates.length} operations of the spec ${q(spec)}.`,
    hint: ({ spec, candidates }) => `Write ${candidates.slice(0, 3).map((one) => `[[op:${spec}/${one}]]`).join(" or ")}.`,
    meaning: "An operationId must be unique; it is checked only where it is referred to.",
    remedy: "Refer to the operation by method and path, or give the operations ids of their own."
  }),
  "openapi-read-only": define_define({
    severity: "error",
    message: ({ spec, operation, method, path }) => `The spec ${q(spec)} is read-only, and ${q(operation)} is ${method} ${path}.`,
    hint: () => "Remove the reference, or `readOnly` from the spec.",
    meaning: "`specs[].readOnly` lets only GET and HEAD into the bundle.",
    remedy: "Remove the reference, or `readOnly`."
  }),
  "openapi-reference": define_define({
    severity: "error",
    message: ({ operation, reference, fault }) => `${operation} needs the reference ${q(reference)}, which cannot be followed: ${REFERENCE_FAULTS[fault] ?? fault}.`,
    hint: ({ fault }) => fault === "remote" ? "Save that file in the repository and refer to it by its path." : void 0,
    meaning: "A parameter or body of an operation that a skill refers to stands behind a reference that leads nowhere.",
    remedy: "Correct the reference, or add the missing file or component."
  }),
  "openapi-schema-reference": define_define({
    severity: "warning",
    message: ({ reference, fault }) => `The schema ${q(reference)} cannot be followed: ${REFERENCE_FAULTS[fault] ?? fault}.`,
    hint: ({ fault }) => fault === "remote" ? "Save that file in the repository and refer to it by its path." : "Until then, agents see no schema there.",
    meaning: "A schema stands behind a reference that leads nowhere; it then accepts anything and describes nothing.",
    remedy: "Correct the reference, or add the missing file or component."
  }),
  "openapi-parameter": define_define({
    severity: "error",
    message: ({ operation, parameter, reason }) => `${parameter === "" ? "A parameter" : `The parameter ${q(parameter)}`} of ${operation} cannot be sent: ${reason}.`,
    meaning: "A parameter of an operation that a skill refers to has no meaning in any supported OpenAPI version.",
    remedy: "Correct the parameter."
  }),
  "openapi-path-parameter-unused": define_define({
    severity: "warning",
    message: ({ operation, parameter, path }) => `The path parameter ${q(parameter)} of ${operation} does not occur in its path ${q(path)}.`,
    hint: () => "It is left out: there is no place to put it.",
    meaning: "A declared path parameter has no placeholder, usually because of a spelling mistake.",
    remedy: "Name the parameter as the placeholder, or remove it."
  }),
  "openapi-header-ignored": define_define({
    severity: "warning",
    message: ({ operation, header }) => `The header ${q(header)} of ${operation} is set by the HTTP client and is no argument.`,
    meaning: "Headers that frame a message, such as Host or Content-Length, cannot be chosen by an agent.",
    remedy: "Remove the parameter, or mark the operation as one for other clients."
  }),
  "openapi-body": define_define({
    severity: "error",
    message: ({ operation, mediaTypes }) => mediaTypes.length === 0 ? `${operation} requires a body but documents none.` : `${operation} takes a body of a type that cannot be made: ${mediaTypes.slice(0, 5).map(q).join(", ")}.`,
    meaning: "A body is never dropped silently: an operation is an error that has no usable media type, or only forms that are a list or a text, whose fields have no names.",
    remedy: "Document a media type such as `application/json` for the body, and an object for a form."
  }),
  "openapi-path": define_define({
    severity: "error",
    message: ({ operation, path, reason }) => `The path ${q(path)} of ${operation} cannot be requested: ${reason}.`,
    meaning: "Some descriptions put what is no path into the path, such as `/#Action=List` without a parameter `Action`.",
    remedy: "Describe the operation by a path that can be requested, or declare what the fragment says as a parameter."
  }),
  "openapi-server": define_define({
    severity: "error",
    message: ({ spec, url, fault, fromManifest }) => `The ${fromManifest ? "baseUrl" : "server"} ${q(url)} of the spec ${q(spec)} ${SERVER_FAULTS[fault] ?? fault}.`,
    hint: ({ fault, fromManifest }) => fault === "insecure" ? "Use https; http is allowed only to loopback." : fromManifest ? void 0 : "Add `baseUrl: https://\u2026` to the spec in the manifest.",
    meaning: "Requests go to an absolute https URL (http only to loopback), which the signed bundle names.",
    remedy: "Set `specs[].baseUrl`."
  }),
  "openapi-server-index": define_define({
    severity: "error",
    message: ({ spec, index, count }) => `The spec ${q(spec)} has no server ${index}: its document lists ${count}.`,
    hint: () => "Servers are counted from 0.",
    meaning: "`specs[].server` chooses an entry of the document\u2019s `servers`.",
    remedy: "Choose an entry that exists, or set `specs[].baseUrl`."
  }),
  "openapi-server-variable": define_define({
    severity: "error",
    message: ({ spec, variable, value }) => value === void 0 ? `The server of the spec ${q(spec)} needs a value for the variable ${q(variable)}.` : `The server variable ${q(variable)} of the spec ${q(spec)} cannot be ${q(value)}.`,
    hint: ({ variable, allowed }) => allowed.length > 0 ? `Allowed are ${allowed.slice(0, 10).map(q).join(", ")}.` : `Add \`serverVariables: { ${variable}: \u2026 }\` to the spec in the manifest.`,
    meaning: "A server URL has variables; each needs a value that its enumeration allows.",
    remedy: "Set `specs[].serverVariables`."
  }),
  "openapi-server-variable-unknown": define_define({
    severity: "warning",
    message: ({ spec, variable, suggestions }) => `The server of the spec ${q(spec)} has no variable ${q(variable)}.${(0,suggest/* didYouMean */.a)(suggestions)}`,
    meaning: "`specs[].serverVariables` sets what the server\u2019s URL does not contain.",
    remedy: "Correct the name, or remove it."
  }),
  "openapi-server-overridden": define_define({
    severity: "notice",
    message: ({ operation, url }) => `${operation} has the server ${q(url)} of its own; \`baseUrl\` wins.`,
    meaning: "The description sends some operations to another host, such as an upload host; the manifest\u2019s `baseUrl` replaces it too.",
    remedy: "Nothing, if the base URL serves these operations; else list the operation in a spec entry without `baseUrl`."
  }),
  "openapi-auth-unbound": define_define({
    severity: "error",
    message: ({ spec, schemes, operation }) => `${operation} signs in with ${schemes.map(q).join(" and ")}, which the spec ${q(spec)} binds to no secret.`,
    hint: ({ spec, schemes }) => `Add to the spec ${q(spec)} in the manifest, and declare the secret in \`secrets\`:
    auth:
${schemes.map((scheme) => `      ${yamlKey(scheme)}: { secret: ${secretName(spec, scheme, schemes)} }`).join("\n")}`,
    meaning: "The description says that the API wants a credential; the manifest must say which secret holds it.",
    remedy: "Add `auth` to the spec, or `auth: false` to send nothing."
  }),
  "openapi-auth-unsupported": define_define({
    severity: "error",
    message: ({ scheme, reason, operation }) => `${operation} signs in with ${q(scheme)}, which cannot be used: ${reason}.`,
    hint: () => "Use `auth: false` on the spec to send nothing.",
    meaning: "Every way to sign in that the description offers is unknown or cannot be done from a Worker.",
    remedy: "Declare a scheme of the types http (bearer, basic), apiKey, oauth2 or openIdConnect."
  }),
  "openapi-auth-mismatch": define_define({
    severity: "error",
    message: ({ spec, scheme, kind }) => `The scheme ${q(scheme)} of the spec ${q(spec)} is ${kind}, which takes a static secret.`,
    hint: ({ scheme }) => `Write \`${yamlKey(scheme)}: { secret: NAME }\`.`,
    meaning: "Tokens that the Worker fetches or passes on travel as bearer tokens only.",
    remedy: "Bind the scheme to a secret."
  }),
  "openapi-auth-unused": define_define({
    severity: "warning",
    message: ({ spec, scheme, suggestions }) => `No operation that skills mention signs in with ${q(scheme)}, which the spec ${q(spec)} binds.${(0,suggest/* didYouMean */.a)(suggestions)}`,
    meaning: "A credential is bound to a scheme that does not exist or that nobody asks for; it is not sent.",
    remedy: "Correct the name of the scheme, or remove it."
  }),
  "openapi-auth-assumed": define_define({
    severity: "notice",
    message: ({ spec, scheme }) => `The description of ${q(spec)} says nothing about signing in; ${q(scheme)} is sent as a bearer token.`,
    meaning: "Some descriptions, GitHub\u2019s among them, leave out their security schemes. One binding in `specs[].auth` is then a bearer token.",
    remedy: "Nothing, if the API takes bearer tokens; else add the scheme to the description."
  }),
  "openapi-rule-unused": define_define({
    severity: "warning",
    message: ({ match }) => `The classification rule ${q(match)} matches no operation of the APIs that skills refer to.`,
    hint: () => "A rule is `METHOD path-glob`: the method may be `*`, `*` stays within a segment, `**` does not.",
    meaning: "A rule without effect is usually a spelling mistake.",
    remedy: "Correct the rule, or remove it."
  }),
  "openapi-rule-impossible": define_define({
    severity: "warning",
    message: ({ match, operation }) => `The rule ${q(match)} cannot make ${operation} a resource.`,
    hint: () => "Only a GET whose URI says everything it needs can be read as a resource.",
    meaning: "A resource is read by its URI alone: no body, no required header.",
    remedy: "Use `expose: tool`, or leave it out."
  }),
  "openapi-writing-get": define_define({
    severity: "notice",
    message: ({ operation }) => `${operation} is a GET that is named like a change, so it is a tool and no resource.`,
    hint: () => "A classification rule for it says otherwise.",
    meaning: "Reading a resource must change nothing, and clients read resources without asking.",
    remedy: "Nothing, or a rule in `classification.rules`."
  }),
  "openapi-extension": define_define({
    severity: "warning",
    message: ({ operation, reason }) => `x-frontmcp of ${operation} is not taken over in full: ${reason}.`,
    hint: () => "Such as: x-frontmcp: { expose: tool, effects: [/orders/{id}] }.",
    meaning: "`x-frontmcp` of an operation states its surface (`expose`), which resources it changes (`effects`, paths of GETs of the same description), and of a POST whether it only reads (`readOnly`).",
    remedy: "Correct the extension, or write a rule in `classification.rules`, which comes first."
  }),
  "openapi-strict": define_define({
    severity: "error",
    message: ({ pointer, problem }) => `The description is not valid at ${q(pointer)}: ${problem}.`,
    meaning: "`strict` validates the whole document against the OpenAPI Specification.",
    remedy: "Correct the description, or build without `strict`."
  }),
  "openapi-strict-too-large": define_define({
    severity: "error",
    message: ({ fault, limit }) => {
      const why = {
        deep: `it is nested deeper than ${limit} levels`,
        large: `with its references replaced it holds more than ${limit} values`,
        paths: `it lists more than ${limit} paths`
      };
      return `The description cannot be validated strictly: ${why[fault]}.`;
    },
    meaning: "A whole document is validated with every reference replaced by what it leads to; nested references multiply.",
    remedy: "Build without `strict`, which checks what skills refer to, or make the description smaller."
  }),
  "openapi-strict-version": define_define({
    severity: "warning",
    message: ({ version }) => `OpenAPI ${version} cannot be validated strictly yet; only what skills refer to was checked.`,
    meaning: "There is no validator for this version.",
    remedy: "Build without `strict`."
  })
};
function yamlKey(text) {
  return /^[A-Za-z_][\w-]*$/.test(text) ? text : q(text);
}
function secretName(spec, scheme, schemes) {
  const words = schemes.length > 1 ? `${spec}_${scheme}` : `${spec}_TOKEN`;
  const name = words.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase().replace(/[^A-Z0-9]+/g, "_");
  return /^[A-Z]/.test(name) ? name : `API_${name}`;
}


;// CONCATENATED MODULE: ./.build/build/diagnostics/catalogue-skills.js


const quoted = (names) => names.map((name) => `"${name}"`).join(", ");
const because = (detail) => detail === void 0 || detail === "" ? "" : `: ${detail}`;
const fileRows = {
  "file-link-outside": define_define({
    severity: "error",
    message: ({ path, target }) => `The link "${path}" leads to "${target}", which is outside of the repository's files.`,
    hint: () => "Put a copy of the file in its place.",
    meaning: "A build reads only files of the repository. Links out of it, absolute links and links into .git are not followed.",
    remedy: "Replace the link by the file, or by a relative link to a file of the repository."
  }),
  "file-link-broken": define_define({
    severity: "error",
    message: ({ path, detail }) => `The link "${path}" leads nowhere${because(detail)}.`,
    hint: () => "Add the file that it points to, or remove the link.",
    meaning: "The target of a link does not exist, or .gitignore excludes it, so that other checkouts do not have it.",
    remedy: "Commit the target or remove the link."
  }),
  "file-link-loop": define_define({
    severity: "error",
    message: ({ path, target }) => `The link "${path}" leads back to "${target || "."}", the folder it stands in.`,
    hint: () => "Remove the link.",
    meaning: "Following the link would never end.",
    remedy: "Remove the link, or point it at a folder that does not contain it."
  }),
  "file-name-collision": define_define({
    severity: "error",
    message: ({ path, other }) => `"${path}" and "${other}" are one name on systems that ignore case or normalise Unicode.`,
    hint: () => "Rename one of them.",
    meaning: "On macOS and Windows only one of the two files can exist, so the same commit would give different bundles.",
    remedy: "Rename one of the two."
  }),
  "file-name-reserved": define_define({
    severity: "error",
    message: ({ path, reason }) => `The name of "${path}" cannot be used on every system: ${reason}.`,
    hint: () => "Rename it.",
    meaning: "The repository could not be checked out everywhere, so the same commit would give different bundles.",
    remedy: "Rename the file or folder."
  }),
  "file-unreadable": define_define({
    severity: "error",
    message: ({ path, detail }) => `"${path}" cannot be read${because(detail)}.`,
    hint: () => "Check its permissions, and that it is a regular file.",
    meaning: "The file or folder is there, but its content is out of reach.",
    remedy: "Fix its permissions, or remove it."
  }),
  "file-folder-ignored": define_define({
    severity: "error",
    message: ({ path }) => `The folder "${path}" is excluded by a .gitignore file of the repository, so nothing in it is read.`,
    hint: () => "Take it out of .gitignore, or commit the files elsewhere.",
    meaning: "What .gitignore excludes is not in a fresh checkout, so a build that read it could not be repeated.",
    remedy: "Change .gitignore, or point the manifest at another folder."
  }),
  "file-submodule": define_define({
    severity: "warning",
    message: ({ path }) => `"${path}" is a git submodule; its files are not part of this commit and were not read.`,
    meaning: "When a build reads a git ref, it sees only the commit that a submodule points to.",
    remedy: "Nothing, if the comparison may leave it out; else copy the files into the repository."
  }),
  "file-walk-stopped": define_define({
    severity: "error",
    message: ({ path, limit }) => `Reading stopped at "${path}": more than ${limit}.`,
    hint: () => "Point the manifest at a folder that holds only what it names.",
    meaning: "Walks are bounded in files and depth, so that a wrong path or a link cannot make a build endless.",
    remedy: "Choose a smaller folder, or remove links that multiply files."
  })
};
const layoutRows = {
  "skills-too-many": define_define({
    severity: "error",
    message: ({ count, limit }) => `There are ${count} skills, more than ${limit}.`,
    meaning: "A bundle holds at most 1,000 skills.",
    remedy: "Join skills, or split the project."
  }),
  "skill-at-top": define_define({
    severity: "error",
    message: ({ path }) => `"${path}" stands in the folder of all skills, so its skill has no name.`,
    hint: () => "Move it into a folder named after the skill, such as skills/refund/SKILL.md.",
    meaning: "The folder that holds a SKILL.md gives the skill its id; the top folder holds many skills.",
    remedy: "Move the file, and what belongs to it, into a folder of its own."
  }),
  "skill-nested": define_define({
    severity: "warning",
    message: ({ path, outer }) => `"${path}" lies inside the skill "${outer}", so it is carried as a file of that skill and is no skill itself.`,
    hint: ({ outer }) => `To make it a skill, move its folder out of "${outer}".`,
    meaning: "Everything below a SKILL.md belongs to that skill. Templates and examples that contain a SKILL.md are fine.",
    remedy: "Nothing for a template; else move the inner skill beside the outer one."
  }),
  "skill-file-case": define_define({
    severity: "error",
    message: ({ path }) => `"${path}" is not read as a skill, because the file must be called SKILL.md in capitals.`,
    hint: ({ path }) => `Rename it: git mv ${JSON.stringify(path)} ${JSON.stringify(path.replace(/[^/]*$/, "SKILL.md"))}`,
    meaning: "Clients ask for SKILL.md by exactly this name.",
    remedy: "Rename the file."
  }),
  "skill-duplicate": define_define({
    severity: "error",
    message: ({ id, first, second }) => `Two skills have the id "${id}": "${first}" and "${second}".`,
    hint: () => "Rename one of the folders, and the name in its front matter.",
    meaning: "The last folder name is the id of a skill, and ids are unique in a project.",
    remedy: "Rename one of the folders."
  }),
  "skill-id-invalid": define_define({
    severity: "error",
    message: ({ id }) => `The folder name "${id}" cannot be the id of a skill: lower-case letters, digits and single hyphens, at most 64 characters.`,
    hint: ({ suggestion }) => suggestion ? `Rename the folder to "${suggestion}".` : "Rename the folder.",
    meaning: "The last folder name is the id of a skill, and part of its address for MCP clients.",
    remedy: "Rename the folder, and the name in the front matter with it."
  })
};
const frontMatterRows = {
  "skill-front-matter-missing": define_define({
    severity: "error",
    message: ({ id }) => `The skill "${id}" has no front matter.`,
    hint: ({ id }) => `Add these lines at the top:
---
name: ${id}
description: What it does, and when to use it.
---`,
    meaning: "Agents find a skill by the name and the description in the front matter of its SKILL.md.",
    remedy: "Begin SKILL.md with a line `---`, `name:`, `description:` and another line `---`."
  }),
  "skill-front-matter-unclosed": define_define({
    severity: "error",
    message: () => "The front matter is not closed.",
    hint: () => "Add a line with three dashes (---) after its last key.",
    meaning: "Front matter stands between two lines of three dashes.",
    remedy: "Add the second line of dashes."
  }),
  "skill-front-matter-late": define_define({
    severity: "error",
    message: ({ line }) => `The front matter begins on line ${line}; clients look for it only on line 1.`,
    hint: () => "Move what stands before it below it.",
    meaning: "Front matter must be the very first thing in SKILL.md; blank lines and comments before it hide it.",
    remedy: "Make `---` the first line."
  }),
  "skill-front-matter-too-large": define_define({
    severity: "error",
    message: ({ characters, limit }) => `The front matter has ${characters} characters, more than ${limit}.`,
    hint: () => "Move text into the body of the skill; check that a line of dashes closes the front matter where it should.",
    meaning: "Front matter is sent to every client that lists skills, so it is bounded.",
    remedy: "Shorten it."
  }),
  "skill-front-matter-invalid": define_define({
    severity: "error",
    message: ({ problem }) => `The front matter is not valid YAML: ${problem}.`,
    hint: ({ fix }) => fix,
    meaning: "Text with a colon and a space in it, or that begins with a bracket, `@` or a backtick, needs quotes in YAML; tabs cannot indent.",
    remedy: "Correct the YAML at the place named."
  }),
  "skill-front-matter-not-a-map": define_define({
    severity: "error",
    message: ({ found }) => `The front matter is ${found}, not keys and values.`,
    hint: () => 'Write "name: \u2026" and "description: \u2026", each on its own line with a space after the colon.',
    meaning: "Front matter is a YAML map.",
    remedy: "Write keys and values."
  }),
  "skill-front-matter-forbidden-key": define_define({
    severity: "error",
    message: ({ key }) => `The key "${key}" is not allowed in front matter.`,
    hint: () => "Rename it.",
    meaning: "Keys named `__proto__`, `constructor` or `prototype` can change programs that read them.",
    remedy: "Use another key."
  }),
  "skill-front-matter-duplicate-key": define_define({
    severity: "error",
    message: ({ key }) => `The key "${key}" stands in the front matter twice.`,
    hint: () => "Keep one of them.",
    meaning: "Readers of YAML differ in which of the two they take.",
    remedy: "Remove one."
  }),
  "skill-front-matter-value": define_define({
    severity: "error",
    message: ({ problem }) => `The front matter ${problem}, which the bundle cannot hold.`,
    hint: () => "Write the value as plain text, in quotes.",
    meaning: "Front matter goes into the bundle as JSON, bounded in depth and size.",
    remedy: "Simplify the value."
  }),
  "skill-key-misspelt": define_define({
    severity: "warning",
    message: ({ key, known }) => `The key "${key}" has no effect. Did you mean "${known}"?`,
    meaning: "Unknown keys are kept and do nothing; this one is a known key with other case, hyphens or ending.",
    remedy: "Correct the key."
  }),
  "skill-name-missing": define_define({
    severity: "error",
    message: ({ id }) => `The front matter of the skill "${id}" has no name.`,
    hint: ({ id }) => `Add this line:
name: ${id}`,
    meaning: "MCP clients take the name from the front matter.",
    remedy: "Add `name`, equal to the name of the folder."
  }),
  "skill-name-invalid": define_define({
    severity: "error",
    message: ({ name }) => `The name "${name}" must be lower-case letters, digits and single hyphens, at most 64 characters.`,
    hint: ({ id }) => `Write:
name: ${/^\d+$/.test(id) ? `"${id}"` : id}`,
    meaning: "The name is part of the address of the skill for MCP clients.",
    remedy: "Use the name of the folder."
  }),
  "skill-name-differs": define_define({
    severity: "error",
    message: ({ name, id }) => `The name "${name}" differs from the folder "${id}".`,
    hint: ({ name, id }) => `Write "name: ${id}", or rename the folder to "${name}".`,
    meaning: "The MCP skills extension wants the last part of the address of a skill to equal its name.",
    remedy: "Make the two equal."
  }),
  "skill-description-missing": define_define({
    severity: "error",
    message: ({ id }) => `The skill "${id}" has no description.`,
    hint: () => "Add this line:\ndescription: What it does, and when to use it.",
    meaning: "Agents choose a skill by its description; MCP clients require one.",
    remedy: "Add `description` to the front matter."
  }),
  "skill-description-too-long": define_define({
    severity: "error",
    message: ({ characters, limit }) => `The description has ${characters} characters, more than ${limit}.`,
    hint: () => "Say what it does and when to use it; the rest belongs in the body.",
    meaning: "Descriptions of all skills are read together, so the convention bounds them.",
    remedy: "Shorten the description."
  }),
  "skill-field-invalid": define_define({
    severity: "error",
    message: ({ key, wanted }) => `"${key}" must be ${wanted}.`,
    hint: ({ fix }) => fix === void 0 ? void 0 : `Write:
${fix}`,
    meaning: "The value has another type than this key takes. YAML 1.2 knows `true` and `false`, not `yes` and `no`.",
    remedy: "Correct the value."
  })
};
const skillFileRows = {
  "skill-too-many-files": define_define({
    severity: "error",
    message: ({ id, count, limit }) => `The skill "${id}" has ${count} files, more than ${limit}.`,
    hint: () => "Remove files that agents do not read, or split the skill.",
    meaning: "A skill holds at most 2,048 files.",
    remedy: "Split the skill."
  }),
  "skill-too-large": define_define({
    severity: "error",
    message: ({ id, bytes, limit }) => `The files of the skill "${id}" are ${bytes} bytes together, more than ${limit}.`,
    hint: () => "Remove files that agents do not read.",
    meaning: "A build holds all files of a skill in memory.",
    remedy: "Move large data behind an API."
  }),
  "skill-beyond-hosts": define_define({
    severity: "warning",
    message: ({ id, files, bytes, maxFiles, maxBytes }) => `The skill "${id}" has ${files} files of ${bytes} bytes together; MCP clients need not accept more than ${maxFiles} files and ${maxBytes} bytes.`,
    hint: () => "Remove files that agents do not read, or split the skill.",
    meaning: "The MCP skills extension obliges clients to accept up to 512 files and 16 MiB a skill. Search, describe and execute work beyond it.",
    remedy: "Split the skill, if clients shall load it as a whole."
  }),
  "skill-file-too-large": define_define({
    severity: "error",
    message: ({ path, bytes, limit }) => `"${path}" is ${bytes} bytes, more than ${limit}.`,
    hint: () => "Shorten it, split it, or serve the data through an API.",
    meaning: "A file of a skill is at most 25 MiB, the limit of the stores; SKILL.md itself is at most 1 MiB.",
    remedy: "Make the file smaller."
  }),
  "skill-file-not-utf8": define_define({
    severity: "error",
    message: ({ path }) => `"${path}" is not UTF-8 text.`,
    hint: () => "Save it as UTF-8.",
    meaning: "Markdown must be UTF-8; this file is in another encoding (UTF-16, Latin-1) or is no text.",
    remedy: "Convert the file to UTF-8."
  }),
  "skill-file-lfs-pointer": define_define({
    severity: "error",
    message: ({ path }) => `"${path}" is a Git LFS pointer, not the file itself.`,
    hint: () => 'Check out with LFS: "lfs: true" for actions/checkout, "git lfs pull" elsewhere.',
    meaning: "The content lies in Git LFS and was not downloaded.",
    remedy: "Download LFS files before the build, or take the file out of LFS."
  }),
  "skill-file-name-forbidden": define_define({
    severity: "error",
    message: ({ path }) => `The name of "${path}" is not allowed in a bundle.`,
    hint: () => "Rename it.",
    meaning: "Files are keys of the bundle, and `__proto__`, `constructor` and `prototype` are refused as keys.",
    remedy: "Rename the file."
  }),
  "skill-hidden-file": define_define({
    severity: "notice",
    message: ({ path }) => `"${path}" is not part of the skill, because its name begins with a dot.`,
    meaning: "Names that begin with a dot are settings and secrets of tools (.env), which agents must not see.",
    remedy: "Rename the file if agents shall read it."
  })
};
const referenceRows = {
  "skill-op-reference-malformed": define_define({
    severity: "warning",
    message: ({ written, problem }) => `"${written}" is no reference to an operation: ${problem}.`,
    hint: ({ fix }) => fix === void 0 ? "Write op://<spec>/<operation> or [[op:<spec>/<operation>]]." : `Write ${fix}.`,
    meaning: "It looks like an op reference but names no operation, so the skill gains nothing by it.",
    remedy: "Complete the reference, or reword the text."
  }),
  "skill-references-malformed": define_define({
    severity: "warning",
    message: ({ count }) => `The file has ${count} more malformed references.`,
    meaning: "Only the first ones of a file are listed one by one.",
    remedy: "Correct the ones listed first."
  }),
  "skill-file-reference-missing": define_define({
    severity: "error",
    message: ({ written, suggestions }) => `The skill has no file "${written}", neither in references/ nor at its top.${(0,suggest/* didYouMean */.a)(suggestions)}`,
    hint: ({ written, suggestions }) => suggestions.length === 0 ? `Add references/${written}, or correct the reference.` : void 0,
    meaning: "A `[[ref:\u2026]]` names a file of the same skill, which describe sends along.",
    remedy: "Correct the name or add the file."
  }),
  "skill-file-reference-malformed": define_define({
    severity: "error",
    message: ({ written, problem }) => `"${written}" is no reference to a file of the skill: ${problem}.`,
    hint: () => "Write [[ref:<file>]] with a path below references/ or below the folder of the skill.",
    meaning: "A `[[ref:\u2026]]` names a file of the same skill and cannot leave it.",
    remedy: "Correct the reference."
  })
};
const selectionRows = {
  "skill-always-load-unknown": define_define({
    severity: "error",
    message: ({ id, suggestions }) => `"skills.alwaysLoad" names "${id}", and there is no such skill.${(0,suggest/* didYouMean */.a)(suggestions)}`,
    meaning: "`skills.alwaysLoad` lists ids of skills, which are names of folders.",
    remedy: "Correct the id or add the skill."
  }),
  "skill-always-load-excluded": define_define({
    severity: "warning",
    message: ({ id, tags }) => `"${id}" is to be always loaded, but the tag filter excludes it (${quoted(tags)}).`,
    hint: () => 'Take it out of "skills.alwaysLoad", or change "skills.tags.exclude".',
    meaning: "`skills.tags.exclude` wins over `skills.alwaysLoad`; `skills.tags.include` does not.",
    remedy: "Decide for one of the two."
  }),
  "skill-access-unknown": define_define({
    severity: "error",
    message: ({ id, suggestions }) => `"skills.access" names "${id}", and there is no such skill.${(0,suggest/* didYouMean */.a)(suggestions)}`,
    meaning: "A rule for a skill that does not exist protects nothing; a misspelt one leaves the real skill open.",
    remedy: "Correct the id or remove the rule."
  }),
  "skill-tag-unknown": define_define({
    severity: "warning",
    message: ({ tag, suggestions }) => `No skill has the tag "${tag}", and it is not declared in "tags".${(0,suggest/* didYouMean */.a)(suggestions)}`,
    meaning: "A tag filter that matches nothing is mostly a misspelling. Tags of the operations of a skill count.",
    remedy: "Correct the tag, or declare it in `tags`."
  })
};
const skillsCatalogue = {
  ...fileRows,
  ...layoutRows,
  ...frontMatterRows,
  ...skillFileRows,
  ...referenceRows,
  ...selectionRows
};


;// CONCATENATED MODULE: ./.build/build/diagnostics/catalogue.js




const catalogue = {
  ...manifestCatalogue,
  ...skillsCatalogue,
  ...openapiCatalogue,
  ...bundleCatalogue
};


;// CONCATENATED MODULE: ./.build/build/diagnostics/collector.js

function collectDiagnostics() {
  const diagnostics = [];
  return {
    diagnostics,
    report(code, args, location) {
      const { severity } = collector_row(code);
      diagnostics.push({ code, args, severity, ...location ? { location } : {} });
    }
  };
}
function hasErrors(diagnostics) {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
function messageOf(diagnostic) {
  return collector_row(diagnostic.code).message(diagnostic.args);
}
function hintOf(diagnostic) {
  return collector_row(diagnostic.code).hint?.(diagnostic.args);
}
function sortDiagnostics(diagnostics) {
  return [...diagnostics].sort(
    (a, b) => compareText(a.location?.file ?? "", b.location?.file ?? "") || (a.location?.line ?? 0) - (b.location?.line ?? 0) || (a.location?.column ?? 0) - (b.location?.column ?? 0)
  );
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function collector_row(code) {
  return catalogue[code];
}



/***/ }),

/***/ 5447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ findRoot)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


async function findRoot(directory) {
  const start = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(directory).catch(() => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory));
  for (let at = start; ; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
    if (await isRepository(at)) return { root: at, directory: start };
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at) === at) return { root: start, directory: start };
  }
}
async function isRepository(directory) {
  const git = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, ".git");
  try {
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(git)).isDirectory()) return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(git, "HEAD"))).isFile();
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(git, "utf8")).startsWith("gitdir:");
  } catch {
    return false;
  }
}



/***/ })

};
