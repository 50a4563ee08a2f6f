import type { Page } from 'puppeteer-core';
import type { Target } from './in-page.js';

/** How a learner acts on the screen. */
export interface Hands {
  readonly kind: 'mouse' | 'keyboard';
  /** Presses a button. */
  press(target: Target): Promise<void>;
  /** Chooses a radio button or a checkbox; leaves it alone when it is chosen already. */
  choose(target: Target): Promise<void>;
  /** Replaces what stands in a field. */
  write(target: Target, text: string): Promise<void>;
  /** Ends what was typed with Enter. */
  enter(): Promise<void>;
  /** Waits until something is on screen. */
  see(target: Target): Promise<void>;
  has(target: Target): Promise<boolean>;
}

/** Longest wait for anything to appear, in milliseconds: only a defect lasts so long. */
export const patience = 20_000;

const describe = (target: Target): string => (typeof target === 'string' ? target : `${target.css} « ${target.text} »`);

/** Asks again until the answer is not a refusal. */
export async function persist<T>(target: Target, ask: () => Promise<T | string | null>): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    const refusal = answer === null ? 'it is not there' : typeof answer === 'string' ? answer : undefined;
    if (refusal === undefined) return answer as T;
    if (Date.now() > end) throw new Error(`${describe(target)} cannot be used: ${refusal}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** What both ways have in common: seeing, and typing where the focus is. */
export function eyes(
  page: Page,
  scope: string,
): Pick<Hands, 'see' | 'has' | 'enter'> & { type(text: string): Promise<void>; checked(target: Target): Promise<boolean> } {
  const has = (target: Target): Promise<boolean> =>
    page.evaluate((s, t) => window.e2e.find(s, t)?.checkVisibility() ?? false, scope, target);
  return {
    has,
    checked: (target) => page.evaluate((s, t) => window.e2e.checked(s, t), scope, target),
    see: async (target) => {
      await persist(target, async () => ((await has(target)) ? true : null));
    },
    enter: () => page.keyboard.press('Enter'),
    async type(text) {
      await page.keyboard.down('Control');
      await page.keyboard.press('a', { commands: ['SelectAll'] });
      await page.keyboard.up('Control');
      if (!text) return page.keyboard.press('Delete');
      // Long texts arrive in one go, as dictated or pasted.
      if (text.length > 30) return page.keyboard.sendCharacter(text);
      return page.keyboard.type(text);
    },
  };
}
