import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { diagnosticOf, itemOf } from './diagnostic-page.js';
import { hostPage } from './fixtures.js';
import { startHost, type Host } from './host.js';
import { keyboard } from './keyboard.js';

/** Of each task type, items that between them need every kind of gesture. */
const items = [
  'GST-1-toucher',
  'NAV-4-adresses',
  'GST-1-ordre',
  'NAV-3-favori',
  'GST-1-trier',
  'HAM-2-sms',
  'GST-1-ecrire',
  'RCH-2-date-limite',
  'HAM-2-livraison',
  'HAM-4-prevenir',
  'PJ-1-plan',
  'PJ-2-transferer',
  'PJ-3-verifier',
  'MEL-1-repondre',
  'MEL-4-clients',
  'FIC-2-dossier',
  'FIC-2-renommer',
  'FIC-3-cle',
  'FIC-4-corbeille',
  'NAV-4-poste',
];

const fixtures = Object.fromEntries(items.map((id) => [`/${id}.html`, hostPage(`<pix-diagnostic preview="item:${id}"></pix-diagnostic>`)]));

describe('every kind of task can be done with the keyboard alone', () => {
  let host: Host;
  before(async () => {
    host = await startHost(fixtures);
  });
  after(() => host.close());

  for (const id of items) {
    const { task, criteria } = itemOf(id);
    it(`${task.type}: ${id}`, async () => {
      const shown = await host.open(`${id}.html`);
      const learner = keyboard(shown.page);
      const diagnostic = diagnosticOf(shown, learner);
      await diagnostic.opened();
      await diagnostic.answer('right');
      const met = await shown.page.evaluate(() =>
        window.e2e.deep(document).flatMap((element) => (element.matches('.criteria li') ? [element.classList.contains('met')] : [])),
      );
      assert.deepEqual(
        met,
        criteria.map(() => true),
        'every criterion is met',
      );
      assert.deepEqual(learner.lost, [], 'the focus is always somewhere');
      assert.deepEqual(await shown.troubles(), []);
      await shown.close();
    });
  }
});
