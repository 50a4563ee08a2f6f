import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { ownFolder } from '../../src/server/database/own-folder.js';

describe('A data folder', () => {
  let parent: string;
  let folder: string;
  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'pix-diagnostic folder '));
    folder = join(parent, 'data');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  after(() => rm(parent, { recursive: true }));

  const lock = (): string => join(folder, 'pix-diagnostic.lock');
  /** Another process has taken it, which differs from this one in this. */
  const takenBy = async (other: Readonly<Record<string, unknown>>): Promise<void> => {
    await (
      await ownFolder(folder)
    )();
    const leave = await ownFolder(folder);
    const own = JSON.parse(await readFile(lock(), 'utf8')) as object;
    await leave();
    await writeFile(lock(), JSON.stringify({ ...own, self: 'another', ...other }));
  };

  test('is one process’s, whose mark is in the folder and goes with it', async () => {
    const leave = await ownFolder(folder);
    await assert.rejects(ownFolder(folder), /in use by the process/);
    assert.deepEqual(await readdir(parent), ['data']);
    await leave();
    assert.deepEqual(await readdir(folder), []);
  });

  test('is free when its process has ended, also when the next one got the same number', async () => {
    for (const pid of [2 ** 22 + 1, process.pid]) {
      await takenBy({ pid });
      await (
        await ownFolder(folder)
      )();
    }
  });

  test('on a volume that two containers share is that of the one that shows signs of life, though both are number 1', async () => {
    await takenBy({ pid: process.pid, place: 'another container' });
    const alive = setInterval(() => void utimes(lock(), new Date(), new Date()), 500);
    await assert.rejects(ownFolder(folder), /in use by the process/);
    clearInterval(alive);
    const leave = await ownFolder(folder);
    await leave();
  });

  test('that cannot be written is said to be so', async () => {
    await writeFile(join(parent, 'file'), '');
    await assert.rejects(ownFolder(join(parent, 'file')), /file cannot be written: make it, or give another --data/);
    await assert.rejects(ownFolder(join(parent, 'file', 'data')), /cannot be written/);
  });
});
