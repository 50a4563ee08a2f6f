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

  it('goes on without a connection, says what waits, and loses nothing; a second tab says where the first one is', async () => {
    const shown = await host.open('bare/');
    const onService = (): void => {
      const diagnostic = document.querySelector('pix-diagnostic')!;
      for (const [name, value] of [
        ['storage', 'local'],
        ['partner', 'bare'],
        ['backend', '/'],
      ] as const)
        diagnostic.setAttribute(name, value);
    };
    await shown.page.evaluate(onService);
    const diagnostic = diagnosticOf(shown, mouse(shown.page));
    await diagnostic.opened();
    await diagnostic.go('start');
    await diagnostic.answer('right');
    await shown.page.waitForNetworkIdle();
    await shown.page.setOfflineMode(true);
    await diagnostic.answer('right');
    await diagnostic.answer('right');
    const words = await shown.page.evaluate(() => document.querySelector('pix-diagnostic')!.shadowRoot!.textContent);
    assert.match(words ?? '', /2 réponses sont gardées sur cet appareil/);
    await shown.page.setOfflineMode(false);

    const second = await shown.page.browserContext().newPage();
    await second.goto(new URL('bare/', host.address).href);
    await second.evaluate(onService);
    await second.waitForFunction(() => document.querySelector('pix-diagnostic')?.state === 'elsewhere');
    await second.close();

    await diagnostic.play();
    const told = (await shown.heard()).filter(({ type }) => type === 'pix-result');
    assert.equal(told.length, 1);
    const { result } = told[0]!.detail as { result: { answered: number; passed: number } };
    assert.equal(result.passed, result.answered, 'every answer was right');
    const lost = (await shown.troubles()).filter((trouble) => !trouble.includes('ERR_INTERNET_DISCONNECTED'));
    assert.deepEqual(lost, []);
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
