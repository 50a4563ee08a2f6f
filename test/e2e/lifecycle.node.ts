import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession, Page } from 'puppeteer-core';
import { diagnosticOf } from './diagnostic-page.js';
import { hostPage } from './fixtures.js';
import { startHost, type Host } from './host.js';
import { mouse } from './mouse.js';

const fixtures = {
  '/empty.html': hostPage('<div id="here"></div><div id="there"></div>'),
};

/** What hangs on the window, the document and its two elements, but what the tests hung there themselves. */
async function listeners(session: CDPSession): Promise<readonly string[]> {
  const all: string[] = [];
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body', 'visualViewport', 'screen.orientation']) {
    const { result } = await session.send('Runtime.evaluate', { expression, objectGroup: 'listeners' });
    if (!result.objectId) continue;
    const found = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    for (const { type, handler } of found.listeners) if (!handler?.description?.includes('e2e')) all.push(`${expression}: ${type}`);
  }
  return all.sort();
}

const nodes = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);

/** How many elements of the diagnostic are still in memory, once all that nobody holds was collected. */
async function alive(page: Page, session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const prototype = await page.evaluateHandle(() => customElements.get('pix-diagnostic')?.prototype as object);
  const found = await page.queryObjects(prototype);
  const count = await found.evaluate((all) => all.length);
  await found.dispose();
  await prototype.dispose();
  return count;
}

describe('a page that adds and removes the element', () => {
  let host: Host;
  before(async () => {
    host = await startHost(fixtures);
  });
  after(() => host.close());

  const pathways = { 'diagnostic-initial': 'GST-1-toucher', 'th-mail': 'MEL-1-cle' };
  for (const [pathway, first] of Object.entries(pathways))
    for (const kiosk of [false, true])
      it(`${pathway}${kiosk ? ' in a kiosk' : ''}: removing it in mid-question leaves no node, no listener, no timer`, async () => {
        const shown = await host.open('empty.html');
        const { page } = shown;
        const session = await page.createCDPSession();
        await page.evaluate(() => customElements.whenDefined('pix-diagnostic').then(() => undefined));
        const clean = { listeners: await listeners(session), nodes: await nodes(page) };
        await page.evaluate(
          (p, k) => {
            const element = Object.assign(document.createElement('pix-diagnostic'), { pathway: p, kiosk: k });
            document.querySelector('#here')?.append(element);
          },
          pathway,
          kiosk,
        );
        const diagnostic = diagnosticOf(shown, mouse(page));
        await diagnostic.opened();
        await diagnostic.go('start');
        if ((await diagnostic.kind()) === 'lesson') await diagnostic.go('continue');
        assert.equal((await diagnostic.screen()).item, first);
        if (first === 'MEL-1-cle') {
          await diagnostic.hands.press({ css: '.bar .button', text: 'Nouveau message' });
          await diagnostic.hands.press('#to');
        } else await diagnostic.answer('right');
        const living = await listeners(session);
        assert.ok(living.length > clean.listeners.length, 'the element listens while it is there');

        await page.evaluate(() => document.querySelector('pix-diagnostic')?.remove());
        await page
          .waitForFunction(() => window.e2e.timers.size === 0, { polling: 10, timeout: 5000 })
          .catch(async (error: unknown) => {
            assert.fail(`timers are left: ${JSON.stringify(await page.evaluate(() => [...window.e2e.timers.values()]))} ${String(error)}`);
          });
        assert.deepEqual(await listeners(session), clean.listeners);
        assert.equal(await nodes(page), clean.nodes);
        assert.deepEqual(await shown.troubles(), []);
        await shown.close();
      });

  it('what was removed is let go: ten elements that came and went do not stay in memory', async () => {
    const shown = await host.open('empty.html');
    const { page } = shown;
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.enable');
    const diagnostic = diagnosticOf(shown, mouse(page));
    for (let round = 0; round < 10; round++) {
      await page.evaluate(() => {
        const element = document.createElement('pix-diagnostic');
        element.resumePolicy = 'never';
        document.querySelector('#here')?.append(element);
      });
      await diagnostic.opened();
      await diagnostic.go('start');
      if (!round) assert.equal(await alive(page, session), 1);
      await page.evaluate(() => document.querySelector('pix-diagnostic')?.remove());
    }
    await page.click('h1');
    assert.equal(await alive(page, session), 0);
    await shown.close();
  });

  it('moving it keeps the question and what is typed, and begins nothing anew', async () => {
    const shown = await host.open('empty.html');
    const { page } = shown;
    await page.evaluate(() => document.querySelector('#here')?.append(document.createElement('pix-diagnostic')));
    const diagnostic = diagnosticOf(shown, mouse(page));
    await diagnostic.opened();
    await diagnostic.go('start');
    await diagnostic.answer('right');
    await diagnostic.hands.write('#answer', 'bu');
    const before = await diagnostic.screen();
    const events = (await shown.heard()).filter(({ type }) => type.startsWith('pix-')).length;
    await page.evaluate(() => {
      const element = document.querySelector('pix-diagnostic');
      if (element) document.querySelector('#there')?.append(element);
    });
    assert.deepEqual(await diagnostic.screen(), before);
    assert.equal(await page.evaluate(() => (window.e2e.find('pix-diagnostic', '#answer') as HTMLInputElement | null)?.value), 'bu');
    assert.equal((await shown.heard()).filter(({ type }) => type.startsWith('pix-')).length, events);
    await diagnostic.answer('right');
    assert.equal((await diagnostic.screen()).item, 'LIR-2-heure', 'and it goes on');
    assert.deepEqual(await shown.troubles(), []);
    await shown.close();
  });

  it('put back later, it goes on where it was', async () => {
    const shown = await host.open('empty.html');
    const { page } = shown;
    await page.evaluate(() => document.querySelector('#here')?.append(document.createElement('pix-diagnostic')));
    const diagnostic = diagnosticOf(shown, mouse(page));
    await diagnostic.opened();
    await diagnostic.go('start');
    await diagnostic.answer('right');
    await diagnostic.hands.write('#answer', 'bus');
    await page.evaluate(async () => {
      const element = document.querySelector('pix-diagnostic');
      element?.remove();
      await new Promise(requestAnimationFrame);
      if (element) document.querySelector('#there')?.append(element);
    });
    await diagnostic.opened();
    assert.equal(await page.evaluate(() => (window.e2e.find('pix-diagnostic', '#answer') as HTMLInputElement | null)?.value), 'bus');
    assert.equal((await diagnostic.go('submit')).item, 'LIR-2-heure');
    assert.deepEqual(await shown.troubles(), []);
    await shown.close();
  });
});
