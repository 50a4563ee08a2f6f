import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { diagnosticOf, type DiagnosticPage } from './diagnostic-page.js';
import { hostPage } from './fixtures.js';
import { startHost, type Host, type HostPage } from './host.js';
import { violations } from './measures.js';
import { mouse } from './mouse.js';

const variants = {
  plain: '',
  ask: 'resume="ask"',
  never: 'resume="never"',
  local: 'storage="local"',
  none: 'storage="none"',
  mail: 'pathway="th-mail"',
};
/** Code fetched apart that shares its file with other code. */
const shared = { 'mail-task': 'HAM-3-offres', 'files-task': 'FIC-2-ranger' };
const fixtures = Object.fromEntries(
  Object.entries(variants).map(([name, attributes]) => [`/${name}.html`, hostPage(`<pix-diagnostic ${attributes}></pix-diagnostic>`)]),
);
for (const [chunk, item] of Object.entries(shared))
  fixtures[`/${chunk}.html`] = hostPage(`<pix-diagnostic preview="item:${item}" autostart></pix-diagnostic>`);

describe('nothing is lost', () => {
  let host: Host;
  before(async () => {
    host = await startHost(fixtures);
  });
  after(() => host.close());

  interface Opened {
    readonly shown: HostPage;
    readonly diagnostic: DiagnosticPage;
    field(): Promise<string>;
    reload(): Promise<void>;
    kept(): Promise<Readonly<Record<'session' | 'local', number>>>;
    close(): Promise<void>;
  }

  const open = async (name: keyof typeof variants): Promise<Opened> => {
    const shown = await host.open(`${name}.html`);
    const { page } = shown;
    const diagnostic = diagnosticOf(shown, mouse(page));
    await diagnostic.opened();
    return {
      shown,
      diagnostic,
      field: () =>
        page.evaluate(() => (window.e2e.find('pix-diagnostic', '#answer, #body') as HTMLInputElement | null)?.value ?? 'no field'),
      async reload() {
        await page.reload({ waitUntil: 'load' });
        await diagnostic.opened();
      },
      kept: () => page.evaluate(() => ({ session: sessionStorage.length, local: localStorage.length })),
      async close() {
        assert.deepEqual(await shown.troubles(), []);
        await shown.close();
      },
    };
  };

  /** Answers the first question, and types the beginning of an answer to the second. */
  const typeHalf = async ({ diagnostic, field }: Opened): Promise<string> => {
    await diagnostic.go('start');
    const { item } = await diagnostic.answer('right');
    assert.equal(item, 'LIR-2-code');
    await diagnostic.hands.write('#answer', 'bu');
    assert.equal(await field(), 'bu');
    return item;
  };

  it('a reload in the middle of a question comes back to it, with what was typed', async () => {
    const opened = await open('plain');
    const item = await typeHalf(opened);
    await opened.reload();
    const { state, item: now } = await opened.diagnostic.screen();
    assert.deepEqual([state, now, await opened.field()], ['question', item, 'bu']);
    assert.deepEqual(
      (await opened.shown.heard()).filter(({ type }) => type === 'pix-start').map(({ detail }) => detail['resumed']),
      [true],
    );
    await opened.close();
  });

  it('a reload comes back to an e-mail being written', async () => {
    const opened = await open('mail');
    const { diagnostic } = opened;
    await diagnostic.go('start');
    await diagnostic.go('continue');
    await diagnostic.hands.press({ css: '.bar .button', text: 'Nouveau message' });
    await diagnostic.hands.write('#to', 'p.nivet@lagon-proprete.example');
    await diagnostic.hands.write('#body', 'Bonjour, je serai en retard.');
    const { item } = await diagnostic.screen();
    await opened.reload();
    assert.equal((await diagnostic.screen()).item, item);
    assert.equal(await opened.field(), 'Bonjour, je serai en retard.');
    await diagnostic.hands.see({ css: '.chip .detail', text: 'p.nivet@lagon-proprete.example' });
    await opened.close();
  });

  it('a pause and its end come back to the question, with what was typed', async () => {
    const opened = await open('plain');
    const { diagnostic, shown } = opened;
    const item = await typeHalf(opened);
    assert.equal((await diagnostic.go('pause')).state, 'paused');
    const back = await diagnostic.go('start');
    assert.deepEqual([back.state, back.item, await opened.field()], ['question', item, 'bu']);
    const names = (await shown.heard()).map(({ type }) => type);
    assert.deepEqual(names.slice(-2), ['pix-pause', 'pix-resume']);
    await opened.close();
  });

  it('a reload during a pause comes back to the question, with what was typed', async () => {
    const opened = await open('plain');
    const item = await typeHalf(opened);
    await opened.diagnostic.go('pause');
    await opened.reload();
    assert.deepEqual([(await opened.diagnostic.screen()).item, await opened.field()], [item, 'bu']);
    await opened.close();
  });

  it('resume="ask" asks first, then comes back to the question, with what was typed', async () => {
    const opened = await open('ask');
    const { diagnostic } = opened;
    const item = await typeHalf(opened);
    await opened.reload();
    const asked = await diagnostic.screen();
    assert.deepEqual([asked.state, asked.title], ['intro', 'Vous aviez déjà commencé']);
    const back = await diagnostic.go('start');
    assert.deepEqual([back.item, await opened.field()], [item, 'bu']);
    await opened.close();
  });

  it('resume="ask" lets the learner begin anew', async () => {
    const opened = await open('ask');
    const { diagnostic } = opened;
    await typeHalf(opened);
    await opened.reload();
    assert.equal((await diagnostic.go('restart')).title, 'Faites le point sur vos compétences numériques');
    assert.equal((await diagnostic.go('start')).item, 'GST-1-toucher');
    await opened.close();
  });

  it('resume="never" begins anew', async () => {
    const opened = await open('never');
    await typeHalf(opened);
    await opened.reload();
    assert.equal(await opened.diagnostic.kind(), 'intro');
    assert.equal((await opened.diagnostic.go('start')).item, 'GST-1-toucher');
    await opened.close();
  });

  it('storage="none" keeps nothing on the device', async () => {
    const opened = await open('none');
    await typeHalf(opened);
    assert.deepEqual(await opened.kept(), { session: 0, local: 0 });
    await opened.reload();
    assert.equal(await opened.diagnostic.kind(), 'intro');
    await opened.close();
  });

  it('storage="local" keeps it for another day, and forget() erases it', async () => {
    const opened = await open('local');
    const { page } = opened.shown;
    await typeHalf(opened);
    assert.deepEqual(await opened.kept(), { session: 0, local: 1 });
    await opened.reload();
    assert.equal(await opened.field(), 'bu');
    await page.evaluate(() => document.querySelector('pix-diagnostic')?.forget());
    assert.deepEqual(await opened.kept(), { session: 0, local: 0 });
    await opened.close();
  });

  it('the tab keeps it unless said, and only under one key', async () => {
    const opened = await open('plain');
    await typeHalf(opened);
    assert.deepEqual(await opened.kept(), { session: 1, local: 0 });
    await opened.close();
  });

  it('the result is still there after a reload, and shared once', async () => {
    const opened = await open('plain');
    const { diagnostic, shown } = opened;
    await diagnostic.play({ answer: () => 'unknown' });
    await diagnostic.hands.press('[part=share]');
    await diagnostic.hands.see('.shared');
    const { title } = await diagnostic.screen();
    await opened.reload();
    const again = await diagnostic.screen();
    assert.deepEqual([again.state, again.title], ['result', title]);
    await diagnostic.hands.see('.shared');
    assert.equal((await shown.heard()).filter(({ type }) => type === 'pix-share').length, 0, 'nothing is sent a second time');
    await opened.close();
  });

  it('who loses the connection goes on as far as can be, and then by itself as soon as it is back', async () => {
    const opened = await open('plain');
    const { diagnostic, shown } = opened;
    const { page } = shown;
    await diagnostic.go('start');
    const question = (): Promise<string> =>
      page.evaluate(() => document.querySelector('pix-diagnostic')?.shadowRoot?.querySelector('header')?.textContent ?? '');
    while (!(await question()).includes('Question 3')) await diagnostic.answer('right');
    await page.waitForNetworkIdle();
    await page.setOfflineMode(true);
    const waits = (): Promise<boolean> =>
      page.evaluate(
        () => document.querySelector('pix-diagnostic')?.shadowRoot?.textContent.includes('La suite viendra toute seule') ?? false,
      );
    let offline = 0;
    for (; !(await waits()); offline++) {
      assert.ok(offline < 25, 'the network is really gone');
      const { item } = await diagnostic.screen();
      await diagnostic.solve();
      await diagnostic.hands.press('[part=submit]');
      await page.waitForFunction(
        (before) =>
          document.querySelector('pix-diagnostic')?.shadowRoot?.textContent.includes('La suite viendra toute seule') ||
          window.e2e.screen('pix-diagnostic')?.item !== before,
        {},
        item,
      );
    }
    assert.ok(offline >= 2, 'what was fetched ahead can be answered');
    const stuck = await diagnostic.screen();
    await page.setOfflineMode(false);
    await diagnostic.opened(stuck);
    await diagnostic.play();
    const heard = await shown.heard();
    const [result] = heard.filter(({ type }) => type === 'pix-result');
    assert.equal((result?.detail['result'] as { passed: number }).passed, (result?.detail['result'] as { answered: number }).answered);
    assert.deepEqual(
      (await shown.troubles()).filter((trouble) => !trouble.includes('ERR_INTERNET_DISCONNECTED')),
      [],
    );
    await shown.close();
  });

  it('the result is there again after the pathway that it led to, to be looked at and shared', async () => {
    const opened = await open('local');
    const { diagnostic, shown } = opened;
    await diagnostic.play({ answer: () => 'unknown' });
    const result = await diagnostic.screen();
    await diagnostic.go('pathway-start');
    while ((await diagnostic.kind()) !== 'question') await diagnostic.go('continue');
    await diagnostic.go('pause');
    assert.deepEqual(await violations(shown.page), []);
    await diagnostic.go('back');
    assert.equal((await diagnostic.screen()).title, result.title);
    assert.deepEqual(await violations(shown.page), []);
    await opened.reload();
    assert.equal((await diagnostic.screen()).title, result.title);
    await diagnostic.hands.press('[part=share]');
    await diagnostic.hands.see('.shared');
    await diagnostic.go('pathway-start');
    assert.notEqual(await diagnostic.kind(), 'result');
    assert.deepEqual(await shown.troubles(), []);
    await shown.close();
  });

  it('a reload in the review comes back to it; an answer can be changed there', async () => {
    const opened = await open('plain');
    const { diagnostic } = opened;
    await diagnostic.go('start');
    while ((await diagnostic.kind()) !== 'review') {
      const kind = await diagnostic.kind();
      if (kind === 'question') await diagnostic.answer('unknown');
      else await diagnostic.go('continue');
    }
    await opened.reload();
    assert.equal(await diagnostic.kind(), 'review');
    const before = await diagnostic.screen();
    await diagnostic.hands.press('.review li:nth-child(1) [part=change]');
    await diagnostic.opened(before);
    assert.equal(await diagnostic.kind(), 'question');
    await diagnostic.answer('right');
    await diagnostic.hands.see({ css: '.review li:nth-child(1) .tag', text: 'Réponse donnée' });
    await opened.close();
  });

  for (const chunk of Object.keys(shared))
    it(`a task whose code did not come is asked for again, and comes: ${chunk}`, async () => {
      const shown = await host.open(`${chunk}.html`, { lose: new RegExp(`/${chunk}-`) });
      const { page } = shown;
      await page.waitForFunction(() => window.e2e.find('pix-diagnostic', '[part~=retry]'));
      await page.evaluate(() => (window.e2e.find('pix-diagnostic', '[part~=retry]') as HTMLElement).click());
      await page.waitForFunction(() => window.e2e.find('pix-diagnostic', '[data-task]'));
      await shown.close();
    });
});

describe('the learner is spoken to as the page asks, live', () => {
  let host: Host;
  before(async () => {
    host = await startHost(fixtures);
  });
  after(() => host.close());

  it('vous, then tu, then English: the question and what is typed stay', async () => {
    const shown = await host.open('plain.html');
    const diagnostic = diagnosticOf(shown, mouse(shown.page));
    assert.equal((await diagnostic.opened()).title, 'Faites le point sur vos compétences numériques');
    const set = async (name: string, value: string): Promise<string> => {
      const before = await diagnostic.screen();
      await shown.page.evaluate((n, v) => document.querySelector('pix-diagnostic')?.setAttribute(n, v), name, value);
      return (await diagnostic.opened(before)).title;
    };
    assert.equal(await set('register', 'tu'), 'Fais le point sur tes compétences numériques');
    assert.notEqual(await set('lang', 'en'), 'Fais le point sur tes compétences numériques');
    await diagnostic.hands.see({ css: '[part=start]', text: 'Start' });
    await diagnostic.go('start');
    await diagnostic.answer('right');
    await diagnostic.hands.write('#answer', 'bu');
    await diagnostic.hands.see({ css: '[part=skip]', text: 'I don’t know yet' });
    const { item } = await diagnostic.screen();
    await shown.page.evaluate(() => document.querySelector('pix-diagnostic')?.setAttribute('lang', 'fr'));
    await diagnostic.hands.see({ css: '[part=skip]', text: 'Je ne sais pas encore' });
    assert.equal((await diagnostic.screen()).item, item);
    assert.equal(await shown.page.evaluate(() => (window.e2e.find('pix-diagnostic', '#answer') as HTMLInputElement | null)?.value), 'bu');
    assert.deepEqual(await shown.troubles(), []);
    await shown.close();
  });
});
