import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Result } from '../../src/model/index.js';
import { diagnosticOf } from './diagnostic-page.js';
import { hostPage } from './fixtures.js';
import { startHost, type Host } from './host.js';
import { mouse } from './mouse.js';

describe('the same seed and the same answers', () => {
  let host: Host;
  before(async () => {
    host = await startHost({ '/empty.html': hostPage('<div id="here"></div>') });
  });
  after(() => host.close());

  /** A run whose answers depend on the item alone: what was asked, and what came out but for its dates. */
  const run = async (seed: number, draw: number): Promise<{ readonly asked: readonly unknown[]; readonly result: unknown }> => {
    const shown = await host.open('empty.html', { seed: draw });
    await shown.page.evaluate(
      async (path, given) => {
        const { createEmbeddedBackend } = (await import(path)) as typeof import('../../src/index.js');
        const element = document.createElement('pix-diagnostic');
        element.pathway = 'uc-securite';
        element.backendInstance = createEmbeddedBackend({ content: new URL('/dist/packs/socle-fr/', location.href).href, seed: given });
        document.querySelector('#here')?.append(element);
      },
      '/dist/pix-diagnostic.js',
      seed,
    );
    const diagnostic = diagnosticOf(shown, mouse(shown.page));
    await diagnostic.opened();
    await diagnostic.play({
      answer: ({ task }) => (task.type === 'files' || task.type === 'order' ? 'unknown' : 'right'),
      accepts: () => false,
    });
    const heard = await shown.heard();
    const asked = heard.filter(({ type }) => type === 'pix-question').map(({ detail }) => detail['item']);
    const { id, startedAt, finishedAt, activeSeconds, ...result } = heard.find(({ type }) => type === 'pix-result')?.detail[
      'result'
    ] as Result;
    assert.ok(id && startedAt && finishedAt && activeSeconds >= 0);
    await shown.close();
    return { asked, result };
  };

  it('give the same questions in the same order, and the same result', async () => {
    const [first, second] = [await run(20_261_123, 1), await run(20_261_123, 2)];
    assert.ok(first.asked.length > 3);
    assert.deepEqual(second, first);
  });
});
