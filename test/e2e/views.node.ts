import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { diagnosticOf } from './diagnostic-page.js';
import { hostPage } from './fixtures.js';
import { startHost, type Host } from './host.js';
import { overflows, smallTargets, violations } from './measures.js';
import { mouse } from './mouse.js';
import { portals } from './portals.js';
import { views } from './views.js';

const fixtures = Object.fromEntries(
  views.map(({ attributes = '' }, i) => [`/${i}.html`, hostPage(`<pix-diagnostic ${attributes}></pix-diagnostic>`)]),
);

describe('every view is accessible: light and dark, on a phone and on a computer', () => {
  let host: Host;
  before(async () => {
    host = await startHost(fixtures);
  });
  after(() => host.close());

  for (const [i, { name, kind, arrange }] of views.entries())
    it(name, async () => {
      const shown = await host.open(`${i}.html`, { width: 320 });
      const { page } = shown;
      const diagnostic = diagnosticOf(shown, mouse(page));
      await diagnostic.opened();
      await arrange?.(diagnostic, shown);
      assert.equal(await diagnostic.kind(), kind);
      // What the pointer lies on looks different, and is measured apart.
      await page.mouse.move(0, 0);
      const found: string[] = [];
      for (const width of [320, 1024]) {
        await page.setViewport({ width, height: 800 });
        for (const scheme of ['light', 'dark']) {
          await page.emulateMediaFeatures([
            { name: 'prefers-reduced-motion', value: 'reduce' },
            { name: 'prefers-color-scheme', value: scheme },
          ]);
          found.push(...(await violations(page)).map((each) => `${width} ${scheme} ${each}`));
        }
        found.push(
          ...(await overflows(page)).map((each) => `${width} overflow ${each}`),
          ...(await smallTargets(page)).map((each) => `${width} small ${each}`),
        );
      }
      assert.deepEqual(found, []);
      // A pack that is not there is an error that the browser tells, too.
      if (kind !== 'error') assert.deepEqual(await shown.troubles(), []);
      await shown.close();
    });

  for (const scheme of ['light', 'dark'] as const)
    it(`buttons stay readable under the pointer (${scheme})`, async () => {
      const shown = await host.open(`${views.findIndex(({ name }) => name === 'feedback: not yet')}.html`, { scheme });
      const diagnostic = diagnosticOf(shown, mouse(shown.page));
      await diagnostic.opened();
      const found: string[] = [];
      const hover = async (...parts: readonly string[]): Promise<void> => {
        for (const part of parts) {
          await shown.page.hover(`pix-diagnostic >>> [part=${part}]`);
          found.push(...(await violations(shown.page)).map((each) => `${part}: ${each}`));
        }
      };
      await hover('skip', 'submit', 'pause');
      await diagnostic.answer('unknown');
      await hover('again', 'continue');
      assert.deepEqual(found, []);
      await shown.close();
    });

  for (const portal of portals)
    it(`the portal ${portal}, as it opens`, async () => {
      const shown = await host.open(`${portal}/`, { width: 320 });
      await diagnosticOf(shown, mouse(shown.page)).opened();
      const narrow = await violations(shown.page);
      await shown.page.setViewport({ width: 1024, height: 800 });
      assert.deepEqual([...narrow, ...(await violations(shown.page))], []);
      await shown.close();
    });
});
