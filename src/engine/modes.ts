import type { EngineMode } from '../model/index.js';
import type { Aim } from './aim.js';
import type { StopRule } from './stop.js';

/** What a mode is made of: what its questions are chosen for, and when it stops. */
interface Setting {
  readonly aim: Aim;
  readonly rule: StopRule;
}

const forBand: Aim = { levelShare: 0, timePower: 0.5 };
/** Tasks that show two levels say more and take longer: some more by the levels, and by the time. */
const inLessTime: Aim = { levelShare: 0.1, timePower: 0.75 };
/** After each subject's levels too: fine results are made of them. */
const forLevels: Aim = { levelShare: 0.4, timePower: 0.5 };

/** The second where tasks show two levels: `express` and `standard` need fewer questions and go by the time, `thorough` goes further. */
const settings: Readonly<Record<EngineMode, readonly [one: Setting, two: Setting]>> = {
  express: [
    { aim: forBand, rule: { minItems: 6, maxItems: 20, confidence: 0.9, decay: 0.02, sd: 0.12 } },
    { aim: inLessTime, rule: { minItems: 6, maxItems: 20, confidence: 0.82, decay: 0.02, sd: 0.13 } },
  ],
  standard: [
    { aim: forBand, rule: { minItems: 7, maxItems: 22, confidence: 0.9, decay: 0.02, sd: 0.105, patchy: [0.5, 0.14] } },
    { aim: inLessTime, rule: { minItems: 7, maxItems: 20, confidence: 0.84, decay: 0.02, sd: 0.11, patchy: [0.4, 0.12] } },
  ],
  thorough: [
    { aim: forLevels, rule: { minItems: 8, maxItems: 30, confidence: 0.98, decay: 0.014, sd: 0.08 } },
    { aim: forLevels, rule: { minItems: 8, maxItems: 30, confidence: 0.98, decay: 0.018, sd: 0.062 } },
  ],
};

/** In force while a profile is patchy: as sure of the band as in `thorough`, not of the score. */
export const whilePatchy: StopRule = { minItems: 8, maxItems: 30, confidence: 0.98, decay: 0.012, sd: 0.1 };

/** The setting of a mode. `twoLevels`: the bank's tasks show two levels. */
export const settingOf = (mode: EngineMode, twoLevels: boolean): Setting => settings[mode][Number(twoLevels) as 0 | 1];
