import type { Page } from 'puppeteer-core';
import { eyes, persist, type Hands } from './hands.js';
import type { Target } from './in-page.js';

/** A learner with a mouse: clicks what is in sight, never what is covered. */
export function mouse(page: Page, scope = 'pix-diagnostic'): Hands {
  const { type, checked, ...seeing } = eyes(page, scope);
  const press = async (target: Target): Promise<void> => {
    const { x, y } = await persist(target, () => page.evaluate((s, t) => window.e2e.point(s, t), scope, target));
    await page.mouse.click(x, y);
  };
  return {
    ...seeing,
    kind: 'mouse',
    press,
    async choose(target) {
      await seeing.see(target);
      if (!(await checked(target))) await press(target);
    },
    async write(target, text) {
      await press(target);
      await type(text);
    },
  };
}
