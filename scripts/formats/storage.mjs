import { bindingOptions } from './emitted-worker.mjs';

/** @import { Configuration } from './emitted-worker.mjs' */

/** @typedef {Record<string, Record<string, unknown>[]>} Rows rows of tables, by the name of the table */
/**
 * Everything in a Durable Object: its tables, its keys, its alarm.
 * @typedef {{ class: string, name: string, id: string, alarm: number | null, schema: string[], rows: Rows, kv: Record<string, string> }} StoredObject
 */
/**
 * The class that reads and writes in the place of the Worker's own.
 * @typedef {{ read(): Promise<string>, write(text: string): Promise<void> }} StorageObject
 */

/**
 * A Worker of the same name and with the same classes as the one whose storage it opens, so that workerd gives it the same
 * objects; but its classes only read and write. Nothing of any release runs in it: not even its tables are created.
 * An alarm that comes due here is set again, for the release that runs next.
 */
const STORAGE_WORKER = `
import { DurableObject } from 'cloudflare:workers';

const AGAIN_MS = 1000;

class Storage extends DurableObject {
  async read() {
    const cell = (value) => (value instanceof ArrayBuffer ? { hex: new Uint8Array(value).toHex() } : value);
    const cells = (row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, cell(value)]));
    const { sql, kv } = this.ctx.storage;
    const schema = sql
      .exec("SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_cf_%'")
      .toArray();
    const rows = schema
      .filter(({ type }) => type === 'table')
      .map(({ name }) => [name, sql.exec('SELECT * FROM "' + name + '" ORDER BY rowid').toArray().map(cells)]);
    return JSON.stringify({
      schema: schema.map(({ sql }) => sql),
      rows: Object.fromEntries(rows),
      kv: Object.fromEntries(kv.list()),
      alarm: await this.ctx.storage.getAlarm(),
    });
  }

  async write(text) {
    const { schema, rows, kv, alarm } = JSON.parse(text);
    const value = (cell) => (typeof cell === 'object' && cell !== null ? Uint8Array.fromHex(cell.hex).buffer : cell);
    const { sql, kv: values } = this.ctx.storage;
    for (const statement of schema) sql.exec(statement);
    for (const [table, each] of Object.entries(rows))
      for (const row of each) {
        const columns = Object.keys(row).map((column) => '"' + column + '"');
        const marks = columns.map(() => '?');
        sql.exec('INSERT INTO "' + table + '" (' + columns + ') VALUES (' + marks + ')', ...Object.values(row).map(value));
      }
    for (const [key, each] of Object.entries(kv)) values.put(key, each);
    if (alarm !== null) await this.ctx.storage.setAlarm(Math.max(alarm, Date.now() + AGAIN_MS));
  }

  async alarm() {
    await this.ctx.storage.setAlarm(Date.now() + AGAIN_MS);
  }
}

CLASSES
export default { fetch: () => new Response() };
`;

/**
 * Opens what a Worker stored while it does not run.
 * @param {typeof import('miniflare')} miniflare
 * @param {Configuration} configuration
 * @param {string} directory
 */
export async function openStorage(miniflare, configuration, directory) {
  const options = bindingOptions(configuration);
  const classes = [...new Set(Object.values(options.durableObjects).map(({ className }) => className))];
  const exported = classes.map((name) => `export class ${name} extends Storage {}`).join('\n');
  const instance = new miniflare.Miniflare({
    ...options,
    modules: [{ type: 'ESModule', path: 'storage.js', contents: STORAGE_WORKER.replace('CLASSES', exported) }],
    log: new miniflare.Log(miniflare.LogLevel.NONE),
    defaultPersistRoot: directory,
  });
  await instance.ready;
  /**
   * @param {string} binding
   * @param {string} name
   */
  const stub = async (binding, name) => {
    const namespace = await instance.getDurableObjectNamespace(binding);
    const id = namespace.idFromName(name);
    return { id: id.toString(), object: /** @type {StorageObject} */ (/** @type {unknown} */ (namespace.get(id))) };
  };
  return {
    /**
     * Everything in the Durable Object of a name, as JSON.
     * @param {string} binding
     * @param {string} name
     * @returns {Promise<StoredObject>}
     */
    async readObject(binding, name) {
      const { id, object } = await stub(binding, name);
      const { className = '' } = options.durableObjects[binding] ?? {};
      const { schema, rows, kv, alarm } = JSON.parse(await object.read());
      return { class: className, name, id, alarm, schema, rows: mapRows(rows, fromCell), kv };
    },
    /**
     * Puts back what `readObject` returned; the id must be what this name leads to.
     * @param {string} binding
     * @param {StoredObject} stored
     */
    async writeObject(binding, stored) {
      const { id, object } = await stub(binding, stored.name);
      if (id !== stored.id) throw new Error(`${stored.class} ${stored.name} has the id ${id}, not ${stored.id}`);
      await object.write(JSON.stringify({ ...stored, rows: mapRows(stored.rows, toCell) }));
    },
    /** @param {string} binding */
    async readDatabase(binding) {
      const database = await instance.getD1Database(binding);
      const all = async (/** @type {string} */ sql) =>
        /** @type {Record<string, string>[]} */ ((await database.prepare(sql).all()).results);
      const tables = await all(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_cf_%'",
      );
      const rows = await Promise.all(
        tables.map(async ({ name = '' }) => [name, await all(`SELECT * FROM "${name}" ORDER BY rowid`)]),
      );
      return { schema: tables.map(({ sql }) => sql), rows: Object.fromEntries(rows) };
    },
    /**
     * @param {string} binding
     * @param {{ schema: string[], rows: Rows }} stored
     */
    async writeDatabase(binding, { schema, rows }) {
      const database = await instance.getD1Database(binding);
      for (const statement of schema) await database.prepare(statement).run();
      const inserts = Object.entries(rows).flatMap(([table, each]) =>
        each.map((row) => {
          const marks = Object.keys(row).map(() => '?');
          const insert = database.prepare(`INSERT INTO "${table}" (${Object.keys(row)}) VALUES (${marks})`);
          return insert.bind(...Object.values(row));
        }),
      );
      await database.batch(inserts);
    },
    /** @param {string} binding */
    async readKeys(binding) {
      const namespace = await instance.getKVNamespace(binding);
      const { keys } = await namespace.list();
      return Promise.all(
        keys.map(async ({ name, expiration = null }) => ({ key: name, expiration, value: await namespace.get(name) })),
      );
    },
    /**
     * Without their ends: KV takes none that has passed.
     * @param {string} binding
     * @param {{ key: string, value: string }[]} keys
     */
    async writeKeys(binding, keys) {
      const namespace = await instance.getKVNamespace(binding);
      for (const { key, value } of keys) await namespace.put(key, value);
    },
    /** @param {string} binding */
    async readBucket(binding) {
      const bucket = await instance.getR2Bucket(binding);
      const { objects } = await bucket.list();
      return Promise.all(
        objects.map(async ({ key }) => {
          const object = await bucket.get(key);
          if (!object) throw new Error(`${key} is gone from ${binding}.`);
          const bytes = Buffer.from(await object.arrayBuffer());
          return { key, sha256: object.checksums.toJSON().sha256 ?? null, base64: bytes.toString('base64') };
        }),
      );
    },
    /**
     * @param {string} binding
     * @param {{ key: string, sha256: string | null, base64: string }[]} objects
     */
    async writeBucket(binding, objects) {
      const bucket = await instance.getR2Bucket(binding);
      for (const { key, sha256, base64 } of objects)
        await bucket.put(key, Buffer.from(base64, 'base64'), sha256 === null ? {} : { sha256 });
    },
    close: () => instance.dispose(),
  };
}

/**
 * @param {Rows} rows
 * @param {(cell: unknown) => unknown} change
 * @returns {Rows}
 */
const mapRows = (rows, change) =>
  Object.fromEntries(
    Object.entries(rows).map(([table, each]) => [
      table,
      each.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, change(cell)]))),
    ]),
  );

/**
 * A cell as JSON: bytes as text where they are UTF-8, as hex where not.
 * @param {unknown} cell
 */
function fromCell(cell) {
  if (typeof cell !== 'object' || cell === null || !('hex' in cell)) return cell;
  const bytes = Buffer.from(String(cell.hex), 'hex');
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? { utf8: text } : cell;
}

/** @param {unknown} cell */
function toCell(cell) {
  if (typeof cell !== 'object' || cell === null || !('utf8' in cell)) return cell;
  return { hex: Buffer.from(String(cell.utf8)).toString('hex') };
}
