import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { SessionEvents } from '../../src/session/index.js';
import { diagnosticOf, type DiagnosticPage } from './diagnostic-page.js';
import { startHost, type Host, type HostPage } from './host.js';
import { mouse } from './mouse.js';

describe('the next step', () => {
  let host: Host;
  let shown: HostPage;
  let diagnostic: DiagnosticPage;
  before(async () => {
    host = await startHost();
    // With seed 1 only the hardest task of writing e-mails is asked, and that alone is no reason to learn it all.
    shown = await host.open('bare/', { seed: 2 });
    diagnostic = diagnosticOf(shown, mouse(shown.page));
    await diagnostic.opened();
  });
  after(() => host.close());

  const details = async <N extends keyof SessionEvents>(name: N): Promise<SessionEvents[N][]> =>
    (await shown.heard()).filter(({ type }) => type === `pix-${name}`).map(({ detail }) => detail as unknown as SessionEvents[N]);

  it('who does all but write e-mails is told to learn that', async () => {
    await diagnostic.play({ answer: ({ id }) => (id.startsWith('MEL') ? 'unknown' : 'right'), accepts: () => false });
    const [result] = await details('result');
    assert.equal(result?.recommended[0]?.id, 'th-mail');
  });

  it('a page that prevents pix-pathway keeps the result on screen', async () => {
    await shown.page.evaluate(() => {
      const prevent = (event: Event): void => {
        event.preventDefault();
        document.removeEventListener('pix-pathway', prevent);
      };
      document.addEventListener('pix-pathway', prevent);
    });
    const before = await diagnostic.screen();
    await diagnostic.hands.press('[part=recommendation] [part=pathway-start]');
    assert.deepEqual(await diagnostic.screen(), before);
    const [chosen, ...more] = await details('pathway');
    assert.deepEqual(more, []);
    assert.equal(chosen?.recommendation.id, 'th-mail');
    assert.equal(chosen.result.pathway, 'diagnostic-initial');
    assert.deepEqual(await diagnostic.screen(), before);
  });

  it('otherwise it begins in the same place: first a lesson', async () => {
    const before = await diagnostic.screen();
    await diagnostic.hands.press('[part=recommendation] [part=pathway-start]');
    await diagnostic.opened(before);
    assert.equal(await diagnostic.kind(), 'lesson');
    assert.equal((await details('pathway')).length, 2);
    assert.equal((await details('start')).at(-1)?.pathway, 'th-mail');
  });

  it('a question then offers a hint, says what was missing, and can be tried again', async () => {
    assert.equal((await diagnostic.go('continue')).item, 'MEL-1-cle');
    const { hands } = diagnostic;
    await hands.press('.hint summary');
    assert.ok(await shown.page.evaluate(() => (window.e2e.find('pix-diagnostic', '.hint') as HTMLDetailsElement | null)?.open));
    // To the wrong person, and about something else.
    await hands.press({ css: '.bar .button', text: 'Nouveau message' });
    await hands.write('#to', 'accueil@ailleurs.example');
    await hands.enter();
    await hands.write('#subject', 'Bonjour');
    await hands.write('#body', 'Tout va bien.');
    await hands.press('.send');
    await hands.see('.sent');
    const told = await diagnostic.go('submit');
    assert.ok(told.parts.includes('again') && told.parts.includes('feedback'));
    await hands.see('.criteria li:not(.met)');
    const again = await diagnostic.go('again');
    assert.ok(again.parts.includes('submit'));
    await hands.press({ css: '.sent .button', text: 'Modifier le message' });
    await hands.press('.chip .remove');
    await hands.write('#to', 'p.nivet@lagon-proprete.example');
    await hands.enter();
    await hands.write('#subject', 'Clé du local');
    await hands.write('#body', 'Bonjour, je rendrai la clé lundi. Zaïna Madi');
    await hands.press('.send');
    await hands.see('.sent');
    const good = await diagnostic.go('submit');
    assert.ok(!good.parts.includes('again'), 'nothing is left to try again');
    const next = await diagnostic.go('continue');
    assert.notEqual(next.item, 'MEL-1-cle');
  });

  it('the pathway ends with its own result: gestures done, no score in percent', async () => {
    const met = await diagnostic.play();
    assert.ok(met.includes('lesson'), 'the second subject begins with its lesson');
    const results = await details('result');
    assert.equal(results.length, 2, 'one result for each pathway');
    const { pathway, shows, passed, answered } = results[1]?.result ?? {};
    assert.deepEqual([pathway, shows, passed, answered], ['th-mail', 'gestures', 10, 10]);
    assert.ok(!(await diagnostic.screen()).parts.includes('band'), 'no level where none was measured');
    await diagnostic.hands.see('[part=score]');
    assert.deepEqual(await shown.troubles(), []);
  });
});
