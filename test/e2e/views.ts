import type { DiagnosticPage, Kind } from './diagnostic-page.js';
import type { HostPage } from './host.js';

/** A view of the journey: how the element is set, and what the learner does to see it. */
export interface View {
  readonly name: string;
  /** The kind of screen that it is. */
  readonly kind: Kind;
  readonly attributes?: string;
  readonly arrange?: (diagnostic: DiagnosticPage, shown: HostPage) => Promise<unknown>;
}

const kindOfPreview = (what: string): Kind => (what.startsWith('item') ? 'question' : (what.split(':')[0] as Kind));

const preview = (name: string, what: string, arrange?: View['arrange'], more = ''): View => ({
  name,
  kind: name.startsWith('feedback') ? 'feedback' : kindOfPreview(what),
  attributes: `preview="${what}" ${more}`,
  ...(arrange && { arrange }),
});

const typeHalf = async (diagnostic: DiagnosticPage): Promise<void> => {
  await diagnostic.go('start');
  await diagnostic.answer('right');
  await diagnostic.hands.write('#answer', 'bu');
};

/** The explanation of a result, with all that it holds. */
const explained = async ({ hands }: DiagnosticPage, { page }: HostPage): Promise<void> => {
  await hands.press('[part=explain]');
  await hands.see('.explanation summary');
  await page.evaluate(() => {
    const folded = document.querySelector('pix-diagnostic')?.shadowRoot?.querySelectorAll<HTMLDetailsElement>('.explanation details') ?? [];
    for (const details of folded) details.open = true;
  });
};

/** Each view that a learner can meet, with what lies over it. */
export const views: readonly View[] = [
  { name: 'introduction', kind: 'intro' },
  { name: 'introduction of a learning pathway', kind: 'intro', attributes: 'pathway="th-mail"' },
  { name: 'question of the gate', kind: 'question', arrange: (diagnostic) => diagnostic.go('start') },
  preview('choice', 'item:RCH-1-publicite', ({ hands }) => hands.choose('input[name=option]')),
  preview('choice of several', 'item:NAV-4-adresses'),
  preview('order', 'item:NAV-3-favori', ({ hands }) => hands.press('#up-2')),
  preview('match', 'item:HAM-2-sms', ({ hands }) => hands.choose('.card input')),
  preview('text with an exhibit', 'item:RCH-2-date-limite'),
  preview('what is missing', 'item:RCH-1-telephone', async ({ hands }) => {
    await hands.press('[part=submit]');
    await hands.see('.notice span');
  }),
  preview('mail: list', 'item:HAM-3-offres'),
  preview('mail: folders after filing', 'item:HAM-2-livraison', async ({ hands }) => {
    await hands.press('.messages li:nth-child(1) .message');
    await hands.press({ css: '.filing button', text: 'Archiver' });
    await hands.see('.folders');
  }),
  preview('mail: message with a link and a file', 'item:HAM-3-pieces', ({ hands }) => hands.press('.messages li:nth-child(2) .message')),
  preview('mail: composer', 'item:PJ-3-verifier', async ({ hands }) => {
    await hands.press({ css: '.tools .button', text: 'Cc / Cci' });
    await hands.see('#bcc');
  }),
  preview('mail: files to attach', 'item:PJ-3-verifier', ({ hands }) => hands.press('.attach')),
  preview('mail: contacts', 'item:MEL-4-clients', async ({ hands }) => {
    await hands.press({ css: '.bar .button', text: 'Nouveau message' });
    await hands.press({ css: '.tools .button', text: 'Contacts (À)' });
    await hands.see('dialog .contact');
  }),
  preview('mail: sentences to assemble', 'item:MEL-2-question', async ({ hands }) => {
    await hands.press({ css: '.ways button', text: 'Assembler des phrases' });
    await hands.choose('.block .pick input');
  }),
  preview('mail: refused, then sent', 'item:MEL-2-question', async ({ hands }) => {
    await hands.write('#to', 'accueil');
    await hands.press('.send');
    await hands.see('.problem');
  }),
  preview('mail: sent', 'item:MEL-2-question', async (diagnostic) => diagnostic.solve()),
  preview('files: folder', 'item:FIC-3-cle', ({ hands }) => hands.choose('input[name=row]')),
  preview('files: where to move', 'item:FIC-3-chantiers', async ({ hands }) => {
    await hands.choose('input[name=row]');
    await hands.press('.chip.move');
    await hands.see('dialog input[name=to]');
  }),
  preview('files: a name that is refused', 'item:FIC-2-dossier', async ({ hands }) => {
    await hands.press('.chip.create');
    await hands.write('dialog input[name=name]', 'a/b');
    await hands.press('dialog .button.primary');
    await hands.see('dialog input[aria-invalid]');
  }),
  preview('files: bin', 'item:FIC-4-corbeille', async ({ hands }) => {
    await hands.press('.status .bin');
    await hands.see('.chip.restore');
  }),
  preview('feedback: all is right', 'item:MEL-2-question', (diagnostic) => diagnostic.answer('right')),
  preview('feedback: not yet', 'item:FIC-3-cle', (diagnostic) => diagnostic.answer('unknown')),
  {
    name: 'learning: hint',
    kind: 'question',
    attributes: 'pathway="th-mail"',
    arrange: async (diagnostic) => {
      await diagnostic.go('start');
      await diagnostic.go('continue');
      await diagnostic.hands.press('.hint summary');
    },
  },
  preview('lesson', 'lesson:joindre', undefined, 'pathway="th-mail"'),
  preview('easier pathway proposed', 'route'),
  preview('stopping proposed', 'stop'),
  preview('review', 'review'),
  {
    name: 'question opened again from the review',
    kind: 'question',
    arrange: async (diagnostic) => {
      await diagnostic.go('start');
      for (let kind = await diagnostic.kind(); kind !== 'review'; kind = await diagnostic.kind())
        await (kind === 'question' ? diagnostic.answer('unknown') : diagnostic.go('continue'));
      const before = await diagnostic.screen();
      await diagnostic.hands.press('.review li:nth-child(2) [part=change]');
      await diagnostic.opened(before);
    },
  },
  preview('result, level 1', 'result:1'),
  preview('result, level 2', 'result:2'),
  preview('result, level 3, sent on', 'result:3', async ({ hands }) => {
    await hands.press('[part=share]');
    await hands.see('.shared');
  }),
  preview('result of a learning pathway', 'result:3', undefined, 'pathway="th-mail"'),
  preview('result in English', 'result:2', undefined, 'lang="en"'),
  preview('how a result was worked out', 'result:2', explained),
  preview('how a result was worked out, in English', 'result:1', explained, 'lang="en"'),
  preview('how the result of a learning pathway was worked out', 'result:3', explained, 'pathway="th-mail" register="tu"'),
  {
    name: 'pause',
    kind: 'paused',
    arrange: async (diagnostic) => {
      await typeHalf(diagnostic);
      await diagnostic.go('pause');
    },
  },
  {
    name: 'an earlier session is found',
    kind: 'intro',
    attributes: 'resume="ask"',
    arrange: async (diagnostic, { page }) => {
      await typeHalf(diagnostic);
      await page.reload({ waitUntil: 'load' });
      await diagnostic.opened();
    },
  },
  {
    name: 'is anybody there',
    kind: 'question',
    attributes: 'kiosk',
    arrange: async (diagnostic, { page }) => {
      // Two minutes of nothing, made short.
      await page.evaluateOnNewDocument(() => {
        const wait = window.setTimeout.bind(window) as (run: () => void, after?: number) => number;
        Object.assign(window, { setTimeout: (run: () => void, after?: number) => wait(run, after === 120_000 ? 0 : after) });
      });
      await page.reload({ waitUntil: 'load' });
      await diagnostic.opened();
      await diagnostic.go('start');
      await diagnostic.hands.see('dialog [part=idle-stay]');
    },
  },
  { name: 'error', kind: 'error', attributes: 'content="/nowhere/"' },
];
