import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

test('the pack of the package is found wherever the package is, also in a folder whose name has a space or an accent', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pix-diagnostic, été '));
  const file = join(folder, 'settings.ts');
  await cp(new URL('../../src/server/settings.ts', import.meta.url), file);
  const { settingsFrom } = (await import(pathToFileURL(file).href)) as typeof import('../../src/server/settings.js');
  assert.deepEqual(settingsFrom({}, {}).packs, [join(folder, 'packs', 'socle-fr')]);
  await rm(folder, { recursive: true });
});
