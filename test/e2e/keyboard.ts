import type { Page } from 'puppeteer-core';
import { eyes, persist, type Hands } from './hands.js';
import type { Place, Target } from './in-page.js';

/** More stops than any page has: the target cannot be reached. */
const tooFar = 250;

export interface KeyboardHands extends Hands {
  /** Each time that the focus was nowhere when the learner wanted to go on. */
  readonly lost: readonly string[];
}

/** A learner with a keyboard alone: walks with Tab, in the direction of what is wanted. */
export function keyboard(page: Page, scope = 'pix-diagnostic'): KeyboardHands {
  const { type, checked, ...seeing } = eyes(page, scope);
  const lost: string[] = [];
  let begun = false;

  const look = (target: Target): Promise<Place> => persist(target, () => page.evaluate((s, t) => window.e2e.place(s, t), scope, target));
  const tab = async (forward: boolean): Promise<void> => {
    if (forward) return page.keyboard.press('Tab');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
  };

  /** Goes to the target, or to the group that it belongs to. */
  const walk = async (target: Target): Promise<Place> => {
    let place = await look(target);
    if (place.lost && begun) lost.push(`before ${JSON.stringify(target)}`);
    begun = true;
    for (let stops = 0; !place.here; stops++) {
      if (stops > tooFar) throw new Error(`${JSON.stringify(target)} cannot be reached with Tab; the focus is on ${place.active}`);
      await tab(place.forward);
      place = await look(target);
    }
    return place;
  };

  return {
    ...seeing,
    lost,
    kind: 'keyboard',
    async press(target) {
      await walk(target);
      await page.keyboard.press('Enter');
    },
    async choose(target) {
      await seeing.see(target);
      if (await checked(target)) return;
      let place = await walk(target);
      for (let steps = 0; !place.chosen; steps++) {
        if (steps > tooFar) throw new Error(`${JSON.stringify(target)} cannot be reached with the arrows`);
        await page.keyboard.press('ArrowDown');
        place = await look(target);
      }
      if (!(await checked(target))) await page.keyboard.press('Space');
    },
    async write(target, text) {
      await walk(target);
      await type(text);
    },
  };
}
