import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { diagnosticOf } from './diagnostic-page.js';
import { patience } from './hands.js';
import { startHost, type Host } from './host.js';
import { keyboard } from './keyboard.js';
import { mouse } from './mouse.js';

/** The whole file that comes into a folder. */
async function fileIn(folder: string): Promise<{ readonly name: string; readonly text: string }> {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const name = readdirSync(folder).find((file) => !file.endsWith('.crdownload') && !file.startsWith('.'));
    if (name !== undefined) return { name, text: readFileSync(join(folder, name), 'utf8') };
  }
  throw new Error('No file came.');
}

describe('how a result was worked out, in a page with the strict policy', () => {
  let host: Host;
  before(async () => {
    host = await startHost();
  });
  after(() => host.close());

  for (const hands of [mouse, keyboard])
    it(`is opened, read and saved with the ${hands.name} alone, and nothing is blocked or sent`, async () => {
      const shown = await host.open('bare/', { seed: 3, width: 320 });
      const { page } = shown;
      const learner = hands(page);
      const diagnostic = diagnosticOf(shown, learner);
      await diagnostic.opened();
      let known = 0;
      await diagnostic.play({ answer: () => (known++ % 3 === 1 ? 'unknown' : 'right'), accepts: () => false });

      await learner.press('[part=explain]');
      await learner.press({ css: '.explanation summary', text: 'Pourquoi ces étapes sont proposées' });
      await learner.press({ css: '.explanation summary', text: 'Les questions, une par une' });
      await learner.press('.explanation details details summary');
      await learner.see({ css: '.explanation details details caption', text: 'Ce que cette réponse a changé' });

      const folder = mkdtempSync(join(tmpdir(), 'pix-diagnostic-'));
      const session = await page.createCDPSession();
      await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      await learner.press('[part=explanation-save]');
      const { name, text } = await fileIn(folder);
      rmSync(folder, { recursive: true });
      assert.equal(name, 'explication-du-resultat.txt');
      const result = (await shown.heard()).find(({ type }) => type === 'pix-result')?.detail as { readonly score: number };
      assert.match(text, new RegExp(`Le score est de ${result.score}\\s%`));
      assert.match(text, /La prochaine étape vient de la règle R-\d\d\./);
      assert.match(text, /Elle a donné l’étape 1\.$/m);
      assert.match(text, /fait(?: \(indispensable\))?$/m, 'what was observed in the answers');
      assert.equal((await diagnostic.screen()).state, 'result', 'the page is where it was');
      assert.deepEqual(await shown.troubles(), []);
      await shown.close();
    });
});
