import type { Explanation } from '../../engine/index.js';
import type { FormulaParameters, Pathway } from '../../model/index.js';

/** The numbers of the engine's formula, as they are told. A test computes with them and finds the engine's figures. */
export const parametersFor = (
  { easyStart = 0, relief = 0, exposure = 0.85, pool = 0.75 }: Pick<Pathway, 'easyStart' | 'relief' | 'exposure' | 'pool'>,
  { levelShare, timePower }: Explanation['aim'],
): FormulaParameters => ({
  ability: {
    parts: [
      { share: 0.2, mean: 1, sd: 1.2 },
      { share: 0.8, mean: 4.4, sd: 1.9 },
    ],
    from: -1,
    to: 9,
  },
  domain: { sd: 0.8, from: -1.5, to: 1.5 },
  step: 0.5,
  spreads: [
    { value: 0.7, share: 0.25 },
    { value: 1.7, share: 0.4 },
  ],
  patchy: { share: 0.35, familiarAt: 3.5, familiarSpread: 3, depth: [0.95, 0.25], depthSpread: 0.25 },
  padding: 0.03,
  guessWithin: [0.01, 0.7],
  slipWithin: [0.01, 0.6],
  atLevel: 0.02,
  justBelow: 0.03,
  unknown: [0.08, 0.1, 0.97, 1],
  modelError: 0.03,
  choice: {
    varianceShare: 0.3,
    varianceFloor: 0.5,
    levelShare,
    seconds: 45,
    timePower,
    draw: exposure,
    firstDraw: exposure ** 3,
    pool,
    poolLeast: 1.5,
    easyStart,
    relief,
    easyWithin: [0.6, 0.9],
  },
});
