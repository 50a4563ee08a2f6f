import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Pack } from '../../src/model/index.js';
import { diagnosticOf } from './diagnostic-page.js';
import { hostPage } from './fixtures.js';
import { startHost, type Host } from './host.js';
import { overflows, smallTargets } from './measures.js';
import { mouse } from './mouse.js';
import { portals } from './portals.js';

const pack = JSON.parse(readFileSync(new URL('../../dist/packs/socle-fr/rest.json', import.meta.url), 'utf8')) as Pick<Pack, 'items'>;

describe('on a phone 320 pixels wide', () => {
  let host: Host;
  before(async () => {
    host = await startHost({
      '/items.html': hostPage('<pix-diagnostic preview="result:1"></pix-diagnostic>'),
      '/measured.html': hostPage('<pix-diagnostic></pix-diagnostic>'),
    });
  });
  after(() => host.close());

  it('what is too wide or too small is seen by these measures', async () => {
    const shown = await host.open('measured.html', { width: 320 });
    await diagnosticOf(shown, mouse(shown.page)).opened();
    assert.deepEqual([await overflows(shown.page), await smallTargets(shown.page)], [[], []]);
    await shown.page.evaluate(() => {
      const start = window.e2e.find('pix-diagnostic', '[part=start]') as HTMLElement;
      Object.assign(start.style, { padding: '0', minHeight: '0', minWidth: '0', height: '20px', marginInlineStart: '400px' });
    });
    assert.equal((await smallTargets(shown.page)).length, 1);
    assert.ok((await overflows(shown.page)).length >= 1);
    await shown.close();
  });

  it('every item of the pack fits, and every control can be touched', async () => {
    const shown = await host.open('items.html', { width: 320 });
    const { page } = shown;
    const diagnostic = diagnosticOf(shown, mouse(page));
    const found: string[] = [];
    let before = await diagnostic.opened();
    for (const { id } of pack.items) {
      await page.evaluate((to) => document.querySelector('pix-diagnostic')?.setAttribute('preview', `item:${to}`), id);
      before = await diagnostic.opened(before);
      assert.equal(before.item, id);
      found.push(...[...(await overflows(page)), ...(await smallTargets(page))].map((each) => `${id}: ${each}`));
    }
    assert.deepEqual(found, []);
    assert.deepEqual(await shown.troubles(), []);
    await shown.close();
  });

  for (const portal of portals)
    it(`the portal ${portal} does not scroll sideways, from the introduction to a question`, async () => {
      const shown = await host.open(`${portal}/`, { width: 320 });
      const diagnostic = diagnosticOf(shown, mouse(shown.page));
      await diagnostic.opened();
      assert.deepEqual([await overflows(shown.page), await smallTargets(shown.page)], [[], []]);
      await diagnostic.go('start');
      assert.deepEqual([await overflows(shown.page), await smallTargets(shown.page)], [[], []]);
      await shown.close();
    });
});
