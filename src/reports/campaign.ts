import type { Schemas } from '../contract/index.js';
import type { AxisState, Text } from '../model/index.js';
import { isSmall, smallest, suppressCells, suppressPart, type Count } from './suppress.js';

const states: readonly AxisState[] = ['acquired', 'on-track', 'to-work-on', 'not-seen'];

/** A campaign before anything is hidden. */
export interface CampaignNumbers {
  readonly sessions: number;
  readonly shared: number;
  /** N1, N2, N3, of those who shared. */
  readonly bands: readonly [number, number, number];
  readonly axes: readonly { readonly id: string; readonly title: Text; readonly states: Readonly<Partial<Record<string, number>>> }[];
  readonly answers: number;
  readonly promoters: number;
  readonly detractors: number;
}

/** A campaign as it may be told: no number, and no difference of two, tells of fewer than 11 people. */
export function summaryOf(campaign: string, numbers: CampaignNumbers): Schemas['CampaignSummary'] {
  const { shared, sessions, answers } = numbers;
  const { part, total } = suppressPart(shared, sessions);
  const cells = (counts: readonly number[], of: number): readonly Count[] => {
    // People who did not meet this line of the result at all: another cell, told by nobody but found by subtraction.
    const apart = shared - of;
    const told = suppressCells([...counts, apart]);
    return part === null || shared < smallest ? counts.map(() => null) : told.slice(0, counts.length);
  };
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
  const near = [part, total].some((number) => number !== null && isSmall(Math.abs(number - answers)));
  const enough = answers >= smallest && !near;
  const balance = numbers.promoters - numbers.detractors;
  // Nearly everybody of one mind: the score would tell how many were not.
  const score = enough && !isSmall(answers - Math.abs(balance)) ? Math.round((100 * balance) / answers) : null;
  return {
    campaign,
    smallest,
    sessions: total,
    shared: part,
    bands: cells(numbers.bands, sum(numbers.bands)) as [Count, Count, Count],
    axes: numbers.axes.map(({ id, title, states: found }) => {
      const counts = states.map((state) => found[state] ?? 0);
      const told = cells(counts, sum(counts));
      return { id, title, states: Object.fromEntries(states.map((state, i) => [state, told[i]!])) };
    }),
    recommend: { answers: enough ? answers : null, score },
  };
}
