import type { Calibration, SkillCalibration } from '../../engine/calibrate/index.js';

/** Why an estimate wants a second look. */
export type Flag = 'too few answers' | 'moved more than 1 level';

export const flagsOf = ({ answers, estimate, published }: SkillCalibration, minAnswers: number): Flag[] => [
  ...(answers < minAnswers ? (['too few answers'] as const) : []),
  ...(Math.abs(estimate - published) > 1 ? (['moved more than 1 level'] as const) : []),
];

const rounded = (x: number): number => Math.round(x * 1000) / 1000;

/**
 * The thresholds for pack.yaml, to 0.001 level and at least 0.05 apart: all those of a subject, so that their order holds,
 * as soon as one of its skills has enough answers.
 */
export function thresholdsOf({ skills }: Calibration, minAnswers: number): Record<string, number> {
  const enough = new Set(skills.filter(({ answers }) => answers >= minAnswers).map(({ subject }) => subject));
  const thresholds: Record<string, number> = {};
  let before: SkillCalibration | undefined;
  for (const skill of skills.filter(({ subject }) => enough.has(subject))) {
    const least = before?.subject === skill.subject ? thresholds[before.skill]! + 0.05 : -Infinity;
    thresholds[skill.skill] = rounded(Math.max(rounded(skill.estimate), least));
    before = skill;
  }
  return thresholds;
}
