import type { Bank } from '../model/index.js';

/** What questions are chosen for, beside the band and the score. */
export interface Aim {
  /** Weight of the information about the subject's own levels. */
  readonly levelShare: number;
  /** A question's worth is divided by its time, ÷ 45 s, to this power: ½ or ¾. */
  readonly timePower: 0.5 | 0.75;
}

/** (45 s/time)^power for each item. */
export const paceOf = ({ items }: Bank, { timePower }: Aim): Float64Array =>
  Float64Array.from(items, ({ seconds }) => {
    const root = Math.sqrt(45 / Math.max(seconds, 1));
    return timePower === 0.5 ? root : root * Math.sqrt(root);
  });
