import type {
  ArtifactRef,
  BundleIndex,
  HotManifest,
  OperationDocument,
  OperationEntry,
  Service,
  StructuralManifest,
} from '../contract/bundle/bundle-index.js';
import type { JsonObject } from '../contract/encoding/json.js';
import type { SpecAuth } from '../contract/generated/manifest.js';
import type { Location } from './diagnostics/diagnostic.js';

/** One entry of `specs`, directories expanded, defaults filled in. */
export interface SpecSource {
  id: string;
  /** JavaScript namespace, unique and a legal identifier. */
  binding: string;
  /** Path of the OpenAPI file, relative to the root of the file tree. */
  file: string;
  /** The manifest stage has reported that the file cannot be read; nothing more is said about it or references to it. */
  unreadable?: true;
  baseUrl?: string;
  auth?: SpecAuth;
  readOnly: boolean;
  server: number;
  serverVariables: Record<string, string>;
  strict: boolean;
  /** Where the manifest names it. */
  location: Location;
}

/** The manifest of one environment after the overlay: complete, checked, every default filled in. */
export interface EffectiveManifest {
  name: string;
  /** `base` without an overlay. */
  environment: string;
  /** Path of the manifest, relative to the root of the file tree. */
  file: string;
  hot: HotManifest;
  structural: StructuralManifest;
  specs: SpecSource[];
  /** Directory of the skills, relative to the root of the file tree, without a trailing slash. */
  skillsDirectory: string;
  skillTags: { include: string[]; exclude: string[] };
  classificationRules: {
    match: string;
    expose?: 'tool' | 'resource' | 'both';
    emits?: 'self' | 'parent' | 'none';
    location: Location;
  }[];
  /** Names that `${env:…}` used, sorted. */
  usedVariables: string[];
  /** Names that had no value and were filled with placeholders: the digest means nothing then. */
  placeholders: string[];
  /** Where a value of the manifest stands, by JSON pointer into the overlaid manifest; for later stages' diagnostics. */
  locate(pointer: string): Location;
}

/** A file of a skill, as it goes into the bundle. */
export interface SkillFile {
  /** Path within the skill, such as `references/refund-policy.md`. */
  path: string;
  mediaType: string;
  /** Normalised for text (UTF-8 without BOM, LF); as it is for binary. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Set for text. */
  text?: string;
}

/** A mention of an operation in markdown. */
export interface OpReference {
  /** Spec id as written. */
  spec: string;
  /** Operation name, id, or `METHOD /path`, as written. */
  operation: string;
  form: 'uri' | 'wikilink';
  location: Location;
}

/** One skill as read. */
export interface Skill {
  id: string;
  /** Directory relative to the root of the file tree. */
  directory: string;
  name: string;
  description: string;
  tags: string[];
  frontMatter: JsonObject;
  alwaysLoad: boolean;
  hideFromDiscovery: boolean;
  /** Sorted by path. */
  files: SkillFile[];
  references: OpReference[];
  /** SKILL.md. */
  location: Location;
}

/** Stage 3's value: every skill, before tag filters. Sorted by id. */
export interface SkillSet {
  skills: Skill[];
}

/** One operation, resolved. Its entry has no artifact yet: the bundle stage makes that. */
export interface Operation {
  /** `<binding>.<name>`. */
  key: string;
  entry: Omit<OperationEntry, 'artifact'>;
  /** On what its classification rests; for people, and no part of the bundle. */
  basis: ClassificationBasis;
  document: OperationDocument;
}

/** Stage 4's value: what skills mention, resolved. */
export interface OperationSet {
  /** Spec id → service, without its schemas artifact. Only specs that a skill refers to. */
  services: Record<string, Omit<Service, 'schemas'>>;
  /** Spec id → shared schemas (`$defs`) that the operations' schemas point into; absent when there are none. */
  schemas: Record<string, JsonObject>;
  /** Sorted by key. */
  operations: Operation[];
  /** Skill id → operation keys, sorted; only references that resolved. */
  bySkill: Record<string, string[]>;
}

/** Content that an index names by digest. */
export interface Artifact {
  ref: ArtifactRef;
  bytes: Uint8Array<ArrayBuffer>;
  /** Where it came from, for messages: a file, or `operation acme.getOrder`. */
  origin: string;
}

/** Stage 5's value. */
export interface Bundle {
  index: BundleIndex;
  /** The exact bytes that are hashed and pushed. */
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
  structuralDigest: string;
  /** Text artifacts, by digest: they travel in the push body. */
  artifacts: Map<string, Artifact>;
  /** Blobs, by digest: uploaded on their own. */
  blobs: Map<string, Artifact>;
}

/** Why a person should look at how an operation was classified: no rule could be sure of it. */
export type ClassificationDoubt =
  /** A POST counts as reading because of its name alone. */
  | 'reads-by-name'
  /** A GET is named like a change, so it is no resource. */
  | 'writes-by-name'
  /** A change with no GET at or above its path: nobody hears of it. */
  | 'nothing-above'
  /** A change whose nearest GET stands several steps above it. */
  | 'far-above'
  /** A change of a resource whose address needs what the call does not have: nobody hears of it. */
  | 'not-addressable'
  /** A rule asks for a resource that no URI can name. */
  | 'rule-impossible';

/** On what a classification rests. */
export interface ClassificationBasis {
  /** The path without what does not tell resources apart: names of parameters, endings. */
  shape: string;
  /** HTTP semantics, `x-frontmcp` in the description, or a rule of the manifest. */
  decidedBy: 'http' | 'document' | 'rule';
  /** What a person should look at; empty for most. */
  doubts: ClassificationDoubt[];
}

/** A skill that goes into the bundle. */
export interface SelectedSkill extends Skill {
  /** Its own tags and those of its operations; sorted, each once. */
  allTags: string[];
  /** Keys of the operations it may call; sorted. Empty for a knowledge skill. */
  operations: string[];
}

/** The skills that go into the bundle, sorted by id. */
export interface SelectedSkills {
  skills: SelectedSkill[];
}
