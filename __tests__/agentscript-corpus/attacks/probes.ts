/**
 * Tries to make code out of text with what an expression gives: a marker is returned when that code ran, or when the refusal is worded
 * as the host's engine words it.
 */
export function runsCode(expression: string, before = ''): string {
  return `${before}
let F;
try { F = ${expression}; } catch (e) { return 'not reached'; }
const sign = 'ESC' + 'APED';
const run = async (f) => { const r = await f; return r && r.next ? (await r.next()).value : r; };
for (const make of [() => F('return "ESC"+"APED"')(), () => new F('return "ESC"+"APED"')(), () => F('yield "ESC"+"APED"')(), () => F('"ESC"+"APED"')]) {
  try { if ((await run(make())) === sign) return sign; } catch (e) { if (/generation from/.test(String(e && e.message))) return sign; }
}
return 'nothing';`.trim();
}

/** Looks whether what an expression gives is, or leads to, something that only the host has. */
export function looksAround(expression: string, before = ''): string {
  return `${before}
let seen;
try { seen = await (${expression}); } catch (e) { return 'not reached'; }
const names = ['fetch', 'caches', 'WebSocketPair', 'process', 'require', 'navigator', 'env', 'SHOP_TOKEN', 'scheduler', 'crypto', 'WebAssembly', 'addEventListener', 'HTMLRewriter', 'Deno', 'module'];
const around = [seen];
for (const key of ['globalThis', 'self', 'global', 'window', 'parent']) { try { around.push(seen[key]); } catch (e) {} }
for (const thing of around) for (const name of names) { try { if (thing[name] !== undefined) return 'ESC' + 'APED'; } catch (e) {} }
return 'nothing';`.trim();
}
