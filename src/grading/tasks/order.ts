import type { Evaluate } from '../evaluate.js';

/** The listed entries are all there, each after the one before it; others may stand between them. */
export const evaluate: Evaluate<'order'> = ({ order }, response) => {
  const places = order.map((id) => response.order.indexOf(id));
  return places.every((place, i) => place > (places[i - 1] ?? -1));
};
