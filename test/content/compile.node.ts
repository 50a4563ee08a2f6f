import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compilePack, parseItem, parsePack, splitPack } from '../../src/content/index.js';
import { readPack, writePack } from '../../src/content/read.js';
import { fixture } from './packs.js';

const socle = fileURLToPath(new URL('../../src/content/packs/socle-fr', import.meta.url));
const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

describe('a sound pack', () => {
  let out: string;
  before(async () => {
    out = await mkdtemp(join(tmpdir(), 'pack-'));
  });
  after(() => rm(out, { recursive: true }));

  test('compiles to the expected index and items, without a problem', async () => {
    const { index, items, problems } = await compilePack(await readPack(fixture));
    assert.deepEqual(problems, []);
    const expected = fileURLToPath(new URL('./expected/', import.meta.url));
    assert.deepEqual(index, await read(`${expected}pack.json`));
    for (const item of items) assert.deepEqual(item, await read(`${expected}items/${item.id}.json`));
    assert.deepEqual(new Set(items.map(({ id }) => `${id}.json`)), new Set(await readdir(`${expected}items`)));
  });

  test('compiles to the same whatever the order in which its files are read', async () => {
    const sources = await readPack(fixture);
    const reversed = new Map([...sources].reverse());
    assert.equal(JSON.stringify(await compilePack(reversed)), JSON.stringify(await compilePack(sources)));
  });

  test('is written as compact JSON that the page accepts; items that are gone are removed', async () => {
    await mkdir(join(out, 'items'));
    await writeFile(join(out, 'items', 'OLD-1-item.json'), '{}');
    const compiled = await compilePack(await readPack(fixture));
    await writePack(out, compiled);
    assert.deepEqual(parsePack(await read(join(out, 'pack.json')), await read(join(out, 'rest.json'))), compiled.index);
    const files = await readdir(join(out, 'items'));
    assert.deepEqual(files.sort(), compiled.items.map(({ id }) => `${id}.json`).sort());
    for (const file of files) {
      const text = await readFile(join(out, 'items', file), 'utf8');
      assert.equal(text, JSON.stringify(parseItem(JSON.parse(text))));
    }
  });

  test('has a first file that grows with no item, lesson or recommendation: the first question costs the same in a large bank', async () => {
    const { index } = await compilePack(await readPack(socle));
    const { front } = splitPack(index);
    const bank = {
      ...index,
      items: [],
      subjects: [],
      pathways: index.pathways.map((pathway) => ({ ...pathway, lessons: [], recommendations: [] })),
    };
    assert.deepEqual(splitPack(bank).front, front);
  });

  test('keeps its keys out of the index: no solution, rule or text, but of the items that open an entry gate and count in no score', async () => {
    for (const pack of [fixture, socle].filter((path) => existsSync(path))) {
      const { index } = await compilePack(await readPack(pack));
      const { opening = [], ...rest } = index;
      assert.doesNotMatch(JSON.stringify(rest), /"(solution|criteria|rule|prompt)"/);
      const first = index.pathways.flatMap(({ gate }) => gate?.items[0] ?? []);
      assert.deepEqual(new Set(opening.map(({ id }) => id)), new Set(first));
    }
  });
});

describe('the pack socle-fr', { skip: !existsSync(join(socle, 'pack.yaml')) }, () => {
  test('compiles without an error', async () => {
    const { index, items, problems } = await compilePack(await readPack(socle));
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error').map(({ file, line, reason }) => `${file}:${line} ${reason}`),
      [],
    );
    assert.equal(items.length, index.items.length);
    assert.ok(items.length > 0);
  });
});
