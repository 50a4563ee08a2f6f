import type { Calibration } from '../../engine/calibrate/index.js';
import { count } from '../print-problems.js';
import { flagsOf } from './judge.js';

type Row = readonly string[];

/** Columns as wide as they need: the first and the last begin at the left, numbers end at the right. */
function aligned(rows: readonly Row[]): string {
  const columns = rows[0]!.map((_, c) => Math.max(...rows.map((row) => row[c]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, c) => (c === 0 || c === row.length - 1 ? cell.padEnd(columns[c]!) : cell.padStart(columns[c]!)))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const chanceOf = (chance: number): string => (chance < 0.001 ? '< 0.001' : chance.toFixed(3));

/** What people read: a line for each skill, then the items that do not fit. */
export function tableOf(pack: string, calibration: Calibration, minAnswers: number): string {
  const { sessions, answers, ability, skills, judged, misfits, converged } = calibration;
  const moved = skills.map((skill) => [
    skill.skill,
    skill.published.toFixed(2),
    skill.estimate.toFixed(2),
    skill.standardError.toFixed(2),
    String(skill.answers),
    flagsOf(skill, minAnswers).join(', '),
  ]);
  const faults = misfits.map((misfit) => [
    misfit.item,
    String(misfit.answers),
    percent(misfit.observed),
    percent(misfit.expected),
    misfit.residual.toFixed(1),
    misfit.slope.toFixed(2),
    misfit.slopeResidual.toFixed(1),
    chanceOf(misfit.chance),
    misfit.leftOut ? 'left out of the thresholds' : '',
  ]);
  return (
    `${pack}: ${count(sessions, 'session')}, ${count(answers, 'answer')}. Ability of these learners: ${ability.mean.toFixed(1)} levels, sd ${ability.sd.toFixed(1)}.\n` +
    (converged ? '' : 'The search did not end: take these figures for a draft.\n') +
    `\n${aligned([['Skill', 'published', 'estimate', 'se', 'answers', ''], ...moved])}` +
    `\nItems that do not fit: ${misfits.length} of ${judged} judged.\n` +
    (faults.length > 0 ? aligned([['Item', 'answers', 'passed', 'expected', 'z', 'slope', 'z', 'chance', ''], ...faults]) : '')
  );
}
