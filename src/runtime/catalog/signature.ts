import { definitionName } from '../../contract/encoding/definition-reference.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';

/** Deepest nesting that is written out; what lies below is `unknown`. */
const MAX_DEPTH = 6;
/** Most named types that follow a signature. */
const MAX_TYPES = 16;
/** Longest text of one type, in characters. */
const MAX_TYPE_LENGTH = 1200;
const MOST_LITERALS = 24;
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/**
 * The TypeScript signature of an operation, followed by the types that it names: a form that agents read more
 * easily than the schemas. It is a summary: bounds, patterns and descriptions stand in the schemas alone.
 * @param defs where `#/$defs/<name>` of the schemas points
 */
export function signatureOf(key: string, input: JsonObject, output: JsonObject | undefined, defs: JsonObject): string {
  const writer = new TypeWriter();
  const hasArguments = isJsonObject(input.properties) && Object.keys(input.properties).length > 0;
  const optional = Array.isArray(input.required) && input.required.length > 0 ? '' : '?';
  const argument = hasArguments ? `input${optional}: ${writer.write(input, 0)}` : '';
  const result = output ? writer.write(output, 0) : 'unknown';
  return [`${key}(${argument}): Promise<${result}>`, ...namedTypes(writer, defs)].join('\n');
}

function namedTypes(writer: TypeWriter, defs: JsonObject): string[] {
  const lines: string[] = [];
  // Writing one type can name more; a Map that grows is iterated to its new end.
  for (const [name, identifier] of writer.names) {
    if (lines.length === MAX_TYPES) return [...lines, '// More types stand in the schemas.'];
    const definition = Object.hasOwn(defs, name) ? defs[name] : undefined;
    const text = writer.write(definition, 0);
    lines.push(
      `type ${identifier} = ${text.length > MAX_TYPE_LENGTH ? 'unknown // too long to show: see the schema' : text};`,
    );
  }
  return lines;
}

/** Writes schemas as types and remembers the definitions that they name. */
class TypeWriter {
  /** Name of a definition → identifier. */
  readonly names = new Map<string, string>();

  write(schema: JsonValue | undefined, depth: number): string {
    if (!isJsonObject(schema)) return schema === false ? 'never' : 'unknown';
    const reference = definitionName(schema.$ref);
    if (reference !== undefined) return this.identifier(reference);
    if (depth > MAX_DEPTH) return 'unknown';
    if ('const' in schema) return literal(schema.const);
    if (Array.isArray(schema.enum)) return literals(schema.enum);
    const parts = this.composed(schema, depth);
    return parts ?? this.typed(schema, depth);
  }

  private identifier(name: string): string {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    const base = name.replace(/[^\p{ID_Continue}$]/gu, '_').replace(/^(?![\p{ID_Start}$_])/u, '_');
    const taken = new Set(this.names.values());
    let identifier = base;
    for (let number = 2; taken.has(identifier); number += 1) identifier = `${base}${number}`;
    this.names.set(name, identifier);
    return identifier;
  }

  private composed(schema: JsonObject, depth: number): string | undefined {
    const union = Array.isArray(schema.oneOf) ? schema.oneOf : schema.anyOf;
    if (Array.isArray(union))
      return joinTypes(
        union.map((part) => this.write(part, depth + 1)),
        ' | ',
      );
    if (!Array.isArray(schema.allOf)) return undefined;
    const own = isJsonObject(schema.properties) ? [this.objectType(schema, depth)] : [];
    return joinTypes([...schema.allOf.map((part) => this.write(part, depth + 1)), ...own], ' & ');
  }

  private typed(schema: JsonObject, depth: number): string {
    const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? impliedType(schema)];
    return joinTypes(
      types.map((type) => this.single(String(type), schema, depth)),
      ' | ',
    );
  }

  private single(type: string, schema: JsonObject, depth: number): string {
    switch (type) {
      case 'integer':
      case 'number':
        return 'number';
      case 'string':
      case 'boolean':
      case 'null':
        return type;
      case 'array':
        return arrayOf(this.write(schema.items, depth + 1));
      case 'object':
        return this.objectType(schema, depth);
      default:
        return 'unknown';
    }
  }

  private objectType(schema: JsonObject, depth: number): string {
    const properties = isJsonObject(schema.properties) ? Object.entries(schema.properties) : [];
    if (properties.length === 0) return `Record<string, ${this.write(schema.additionalProperties, depth + 1)}>`;
    const required = Array.isArray(schema.required) ? schema.required : [];
    const members = properties.map(([name, property]) => {
      const key = IDENTIFIER.test(name) ? name : JSON.stringify(name);
      return `${key}${required.includes(name) ? '' : '?'}: ${this.write(property, depth + 1)}`;
    });
    return `{ ${members.join('; ')} }`;
  }
}

function impliedType(schema: JsonObject): string {
  if ('properties' in schema || 'additionalProperties' in schema) return 'object';
  return 'items' in schema ? 'array' : 'unknown';
}

function arrayOf(item: string): string {
  return /^[\p{ID_Continue}$]+$/u.test(item) ? `${item}[]` : `Array<${item}>`;
}

function joinTypes(types: string[], separator: string): string {
  const distinct = [...new Set(types)];
  if (distinct.includes('unknown') && separator === ' | ') return 'unknown';
  return distinct.length > 0
    ? distinct.map((type) => (separator === ' & ' && type.includes(' | ') ? `(${type})` : type)).join(separator)
    : 'unknown';
}

function literal(value: JsonValue | undefined): string {
  return typeof value === 'object' && value !== null ? 'unknown' : JSON.stringify(value ?? null);
}

function literals(values: JsonValue[]): string {
  if (values.length <= MOST_LITERALS) return joinTypes(values.map(literal), ' | ');
  return joinTypes(
    values.map((value) => (value === null ? 'null' : typeof value === 'object' ? 'unknown' : typeof value)),
    ' | ',
  );
}
