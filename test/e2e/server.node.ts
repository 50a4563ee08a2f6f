import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { HostPage } from './host.js';
import { diagnosticOf } from './diagnostic-page.js';
import { startHost, type Host } from './host.js';
import { keyboard } from './keyboard.js';
import { mouse } from './mouse.js';

interface Received {
  readonly id: string;
  readonly type: string;
  readonly session: string;
  readonly percent?: number;
  readonly band?: number;
}
interface PartnerView {
  readonly webhooks: readonly Received[];
  readonly polled: readonly Received[];
}

/** What the partner's server has verified, once it has heard that the session was shared. */
async function received({ page }: HostPage, partner: string, session: string): Promise<PartnerView> {
  for (let tries = 0; tries < 50; tries++) {
    const view = (await page.evaluate(
      async (path) => (await fetch(path)).json() as Promise<unknown>,
      `/partner/${partner}/received`,
    )) as PartnerView;
    if (view.webhooks.some((event) => event.session === session && event.type === 'session.shared')) return view;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The partner heard nothing of the shared session.');
}

describe('a whole diagnostic on the service, from a portal', () => {
  let host: Host;
  before(async () => {
    host = await startHost({}, { service: true });
  });
  after(() => host.close());

  for (const [portal, hands] of [
    ['e2c', mouse],
    ['unis-cite', keyboard],
    ['sma', mouse],
  ] as const)
    it(`${portal}: the page hears the result; the partner's server hears it too, verified, by webhook and by polling`, async () => {
      const shown = await host.open(`${portal}/?backend=server`);
      const diagnostic = diagnosticOf(shown, hands(shown.page));
      await diagnostic.opened();
      const met = await diagnostic.play();
      assert.deepEqual([met[0], met.at(-1)], ['intro', 'result']);
      const told = (await shown.heard()).find(({ type }) => type === 'pix-result')?.detail as {
        result: { id: string; score: { percent: number; band: number } };
      };
      const { id, score } = told.result;

      const before = (await shown.page.evaluate(
        async (path) => (await fetch(path)).json() as Promise<unknown>,
        `/partner/${portal}/received`,
      )) as PartnerView;
      assert.ok(
        before.polled.filter(({ session }) => session === id).every(({ percent }) => percent === undefined),
        'finished is not shared: nobody hears a score',
      );

      await diagnostic.go('share');
      const { webhooks, polled } = await received(shown, portal, id);
      for (const heard of [webhooks, polled]) {
        const shared = heard.filter(({ session, type }) => session === id && type === 'session.shared');
        assert.equal(shared.length, 1);
        assert.deepEqual([shared[0]?.percent, shared[0]?.band], [score.percent, score.band]);
      }
      const attested = (await shown.heard()).find(({ type }) => type === 'pix-share')?.detail as { attestation?: string };
      assert.match(attested.attestation ?? '', /^[\w-]+\.[\w-]+\.[\w-]+$/);
      assert.deepEqual(await shown.troubles(), []);
      await shown.close();
    });

  it('the bare page, whose partner lets anybody begin', async () => {
    const shown = await host.open('bare/');
    await shown.page.evaluate(() => {
      const diagnostic = document.querySelector('pix-diagnostic')!;
      diagnostic.setAttribute('partner', 'bare');
      diagnostic.setAttribute('backend', '/');
    });
    const diagnostic = diagnosticOf(shown, mouse(shown.page));
    await diagnostic.opened();
    const met = await diagnostic.play({ answer: () => 'unknown', accepts: () => true });
    assert.equal(met.at(-1), 'result');
    assert.deepEqual(await shown.troubles(), []);
    await shown.close();
  });
});
