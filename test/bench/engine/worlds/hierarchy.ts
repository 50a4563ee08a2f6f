import { attempt, chanceOf, type World } from '../world.js';

const cohorts = [
  { group: 'far from it', share: 0.25, mean: 0.8, spread: 0.8 },
  { group: 'in between', share: 0.4, mean: 2.6, spread: 1 },
  { group: 'at ease', share: 0.35, mean: 4.1, spread: 1 },
];

/** Within a subject nobody masters a skill without the easier ones; items behave as published. */
export const hierarchy: World = {
  id: 'hierarchy',
  title: 'strict hierarchy',
  open({ bank, places, ahead }, random) {
    const offsets = bank.subjects.map(() => 0.5 * (random.uniform() - 0.5));
    const thresholds = places.map(({ subject, level }) => level - 0.5 + offsets[subject]!);
    return {
      thresholds,
      person(draw) {
        let share = draw.uniform();
        const { group, mean, spread } = cohorts.find((cohort) => (share -= cohort.share) < 0) ?? cohorts[0]!;
        const ability = draw.normal(mean + ahead, spread);
        const inDomain = bank.domains.map(() => 1.6 * (draw.uniform() - 0.5));
        // A sum of two uniform draws: a triangle, 1.4 levels to either side.
        const inSubject = bank.subjects.map(() => 1.4 * (draw.uniform() - draw.uniform()));
        const masters = places.map(({ subject, domain }, i) => ability + inDomain[domain]! + inSubject[subject]! >= thresholds[i]!);
        return {
          group,
          masters,
          respond: (met) => attempt(draw, masters[met.skill]!, met, 0.35),
          likelihood: (met, answer) => chanceOf(Number(masters[met.skill]), met, 0.35, answer),
        };
      },
    };
  },
};
