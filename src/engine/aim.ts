import type { Bank, EngineMode } from '../model/index.js';

/** What questions are chosen for, beside the band and the score. */
export interface Aim {
  /** Weight of the information about the subject's own levels. */
  readonly levelShare: number;
  /** A question's worth is divided by its time, ÷ 45 s, to this power: ½ or ¾. */
  readonly timePower: 0.5 | 0.75;
}

/**
 * `thorough` is after each subject's levels too: its fine results are made of them. Tasks that show two levels say more and
 * take longer, so that `standard` goes by the levels some more, and by the time.
 */
export const aimOf = (mode: EngineMode, twoLevels: boolean): Aim =>
  mode === 'thorough'
    ? { levelShare: 0.4, timePower: 0.5 }
    : twoLevels && mode === 'standard'
      ? { levelShare: 0.1, timePower: 0.75 }
      : { levelShare: 0, timePower: 0.5 };

/** (45 s/time)^power for each item. */
export const paceOf = ({ items }: Bank, { timePower }: Aim): Float64Array =>
  Float64Array.from(items, ({ seconds }) => {
    const root = Math.sqrt(45 / Math.max(seconds, 1));
    return timePower === 0.5 ? root : root * Math.sqrt(root);
  });
