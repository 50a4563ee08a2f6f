import { readFileSync } from 'node:fs';
import type { Item } from '../../src/model/index.js';
import { patience, type Hands } from './hands.js';
import type { HostPage } from './host.js';
import type { Screen } from './in-page.js';
import { solve } from './tasks/index.js';

/** The whole item, as the built pack has it: what to answer is in `solution`. */
export const itemOf = (id: string): Item =>
  JSON.parse(readFileSync(new URL(`../../dist/packs/socle-fr/items/${id}.json`, import.meta.url), 'utf8')) as Item;

/** What a learner does with a question. */
export type Answer = 'right' | 'unknown';

export interface Learner {
  /** What to do with a question; the right answer unless said. */
  readonly answer?: (item: Item) => Answer;
  /** Whether to accept what a checkpoint proposes; yes unless said. */
  readonly accepts?: (proposal: 'route' | 'stop') => boolean;
}

/** The kinds of screen, as a learner tells them apart. */
export type Kind = 'intro' | 'question' | 'feedback' | 'lesson' | 'route' | 'stop' | 'review' | 'result' | 'paused' | 'error' | 'loading';

export function kindOf({ state, title, parts }: Screen): Kind {
  if (state === 'question') return parts.includes('feedback') ? 'feedback' : 'question';
  if (state !== 'checkpoint') return state as Kind;
  if (parts.includes('confirm')) return 'review';
  if (!parts.includes('decline')) return 'lesson';
  return title === 'On peut s’arrêter là' ? 'stop' : 'route';
}

export interface DiagnosticPage {
  readonly hands: Hands;
  screen(): Promise<Screen>;
  kind(): Promise<Kind>;
  /** Waits for the first complete screen, or for one other than `before`. */
  opened(before?: Screen): Promise<Screen>;
  /** Presses a button by its part name, and waits for the screen that follows. */
  go(part: string): Promise<Screen>;
  /** Does the task that is shown, without sending the answer. */
  solve(): Promise<void>;
  /** Answers the question that is shown, and waits for the screen that follows. */
  answer(answer: Answer): Promise<Screen>;
  /** Goes on until the result; the kinds of screen met, in order, runs of one kind as one. */
  play(learner?: Learner): Promise<readonly Kind[]>;
}

/** The diagnostic of a page in the hands of a learner. */
export function diagnosticOf({ page }: Pick<HostPage, 'page'>, hands: Hands, scope = 'pix-diagnostic'): DiagnosticPage {
  const changed = async (before: Screen | null, after: string): Promise<Screen> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        void page
          .evaluate((s) => window.e2e.screen(s), scope)
          .then((now) => reject(new Error(`The screen did not change after ${after}: ${JSON.stringify(now)}`)), reject);
      }, patience);
    });
    try {
      return await Promise.race([page.evaluate((s, b) => window.e2e.changed(s, b), scope, JSON.stringify(before)), late]);
    } finally {
      clearTimeout(timer);
    }
  };

  const screen = async (): Promise<Screen> => {
    const shown = await page.evaluate((s) => window.e2e.screen(s), scope);
    if (!shown) throw new Error(`There is no screen in ${scope}.`);
    return shown;
  };

  const go = async (part: string): Promise<Screen> => {
    const before = await screen();
    await hands.press(`[part=${part}]`);
    return changed(before, `pressing ${part} on « ${before.title} »`);
  };

  const solveShown = async (): Promise<void> => {
    const { task, solution } = itemOf((await screen()).item);
    await solve(hands, task, solution);
  };

  const answer = async (what: Answer): Promise<Screen> => {
    if (what === 'unknown') return go('skip');
    await solveShown();
    return go('submit');
  };

  /** What is pressed on a screen that asks nothing but to go on. */
  const onward = (kind: Kind, accepts: NonNullable<Learner['accepts']>): string => {
    if (kind === 'intro') return 'start';
    if (kind === 'review') return 'confirm';
    return (kind === 'route' || kind === 'stop') && !accepts(kind) ? 'decline' : 'continue';
  };

  return {
    hands,
    screen,
    kind: async () => kindOf(await screen()),
    opened: (before) => changed(before ?? null, 'opening the page'),
    go,
    solve: solveShown,
    answer,
    async play({ answer: decide = (): Answer => 'right', accepts = () => true } = {}) {
      const met: Kind[] = [];
      for (let shown = await screen(); ;) {
        const kind = kindOf(shown);
        if (met.at(-1) !== kind) met.push(kind);
        if (kind === 'error') throw new Error(`The diagnostic failed after ${met.join(', ')}.`);
        if (kind === 'result') return met;
        shown = kind === 'question' ? await answer(decide(itemOf(shown.item))) : await go(onward(kind, accepts));
      }
    },
  };
}
