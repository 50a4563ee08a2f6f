import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { startHost, type Host } from './host.js';

const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
  readonly modules: readonly { readonly declarations: readonly { readonly events?: readonly { readonly name: string }[] }[] }[];
};
const names = modules.flatMap(({ declarations }) => declarations.flatMap(({ events = [] }) => events.map(({ name }) => name)));

describe('the panel of a demonstration portal', () => {
  let host: Host;
  before(async () => {
    host = await startHost();
  });
  after(() => host.close());

  for (const portal of ['e2c', 'unis-cite', 'sma'])
    it(`${portal}: shows the two lines of the page, the switches, and every event of the element`, async () => {
      const { page } = await host.open(`${portal}/`);
      await page.waitForSelector('.bench .switches input');
      const seen = await page.evaluate((all) => {
        const diagnostic = document.querySelector('pix-diagnostic');
        for (const name of all) {
          const recommendation = { kind: 'pathway', id: 'th-mail', title: 'Écrire un e-mail' };
          diagnostic?.dispatchEvent(new CustomEvent(name, { cancelable: true, detail: { session: '0123456789', recommendation } }));
        }
        return new Promise<{ lines: string; legends: number; events: (string | null)[]; booked: string | null | undefined }>((resolve) =>
          setTimeout(() =>
            resolve({
              lines: document.querySelector('.bench pre')?.textContent ?? '',
              legends: document.querySelectorAll('.bench legend').length,
              events: [...document.querySelectorAll('.bench .events strong')].map(({ textContent }) => textContent),
              booked: document.querySelector('.seance-nom')?.textContent,
            }),
          ),
        );
      }, names);
      assert.match(seen.lines, /pix-diagnostic\.js[^]*<pix-diagnostic [a-z]/);
      assert.equal(seen.legends, 4);
      for (const name of names) assert.ok(seen.events.includes(name), name);
      if (portal === 'sma') assert.equal(seen.booked, 'Écrire un e-mail');
    });
});
