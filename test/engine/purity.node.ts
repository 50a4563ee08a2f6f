import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { impurities } from './purity.js';

const engine = new URL('../../src/engine/', import.meta.url);

describe('the engine says the same on every machine, since in its source', () => {
  test('there is nothing but + − × ÷, square roots and whole numbers; no clock, language, chance, page; no state kept between calls', async () => {
    const files = (await readdir(engine, { recursive: true })).filter((file) => file.endsWith('.ts'));
    assert.ok(files.length >= 10);
    for (const file of files) {
      const source = await readFile(new URL(file, engine), 'utf8');
      // The buffer in which the bits of a number are read: filled anew by each call before it is looked at.
      const scratch = file === 'exponential.ts' ? ['bits'] : [];
      const own = files.filter((other) => !other.includes('/')).map((other) => `../${other.replace(/ts$/, 'js')}`);
      const imports = file.includes('/') ? ['./', ...own, '../../model/'] : ['./', '../model/'];
      assert.deepEqual(impurities(file, source, imports, scratch), []);
    }
  });

  const refused: [string, RegExp][] = [
    ['const e = Math.exp(1);', /Math\.exp/],
    ['const f = (x: number): number => Math.pow(x, 2);', /Math\.pow/],
    ['const { log } = Math;', /Math other/],
    ['const key = "cos"; const x = Math[key](1);', /Math other/],
    ['const random = Math.random();', /Math\.random/],
    ['const square = (x: number): number => x ** 2;', /\*\*/],
    ['const f = (x: number): number => { let y = x; y **= 3; return y; };', /\*\*/],
    ['const now = Date.now();', /Date/],
    ['const now = new Date();', /Date/],
    ['const f = (x: number): string => new Intl.NumberFormat().format(x);', /Intl/],
    ['const order = (a: string, b: string): number => a.localeCompare(b);', /localeCompare/],
    ['const f = (x: number): string => x.toLocaleString();', /toLocaleString/],
    ['const wide = globalThis.innerWidth;', /globalThis/],
    ['const f = (): number => performance.now();', /performance/],
    ['const t = new Float32Array(2);', /Float32Array/],
    ['let calls = 0; export const f = (): number => calls++;', /variable of the module[\s\S]*writes to calls/],
    ['const seen: string[] = []; export const f = (x: string): number => seen.push(x);', /writes to seen/],
    ['const cache = new Map<string, number>(); export function f(x: string): void { cache.set(x, 1); }', /writes to cache/],
    ['const table = [0]; export function f(): void { table[0] = 1; }', /writes to table/],
    ['import { readFileSync } from "node:fs"; export const f = readFileSync;', /imports node:fs/],
    ['export const f = async (): Promise<unknown> => import("./later.js");', /import\(\)/],
  ];
  for (const [source, what] of refused) {
    test(`so it would be seen: ${source}`, () => {
      assert.match(impurities('sample.ts', source, ['./']).join('\n'), what);
    });
  }

  test('what is local, or only named alike, is no state', () => {
    const source = `
      import { exp } from './exponential.js';
      const table = [1, 2];
      interface Item { readonly Date: number; location: string }
      export function f(x: Item): number {
        const sums = [0];
        sums.push(exp(x.Date));
        let n = 0;
        n += Math.max(...table, ...sums);
        return n + Math.floor(table.slice().sort().length);
      }
      export function g(): number[] { const table = [3]; table[0] = 4; return table; }`;
    assert.deepEqual(impurities('sample.ts', source, ['./']), []);
  });
});
