import type { Solve } from './index.js';

/** Brings each entry up to its place with « Monter ». */
export const order: Solve<'order'> = async (hands, { entries }, { order: wanted }) => {
  const shown = entries.map(({ id }) => id);
  for (const [place, id] of wanted.entries()) {
    for (let at = shown.indexOf(id); at > place; at--) {
      await hands.press(`#up-${at}`);
      shown.splice(at - 1, 0, ...shown.splice(at, 1));
    }
  }
};
