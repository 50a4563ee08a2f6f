import { chanceOf, type World } from '../world.js';

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Two cohorts that differ in level, one whose domains differ more. */
const cohorts = [
  { group: 'lower', mean: 1.9, common: 1.2, own: 0.6 },
  { group: 'higher', mean: 3.6, common: 1.1, own: 0.6 },
  { group: 'uneven', mean: 2.8, common: 0.8, own: 1.3 },
];

/**
 * Logistic item response curves over correlated abilities, one for each domain and a little of one for each subject. Items
 * of one skill are not equally hard nor equally sharp, and the published level is wrong by some. A skill is mastered by who
 * would pass its typical item more often than not, guess and slip apart.
 */
export const multidimensional: World = {
  id: 'multidimensional',
  title: 'multidimensional logistic, misfit',
  open({ bank, places, skillOf, ahead }, random) {
    const offsets = bank.subjects.map(() => random.normal(0, 0.4));
    const thresholds = places.map(({ subject, level }) => level - 0.5 + offsets[subject]! + random.normal(0, 0.25));
    const harder = skillOf.map(() => random.normal(0, 0.3));
    const slope = skillOf.map(() => 2.2 * Math.exp(random.normal(0, 0.3)));
    return {
      thresholds,
      person(draw) {
        const { group, mean, common, own } = cohorts[draw.below(cohorts.length)]!;
        const general = draw.normal(mean + ahead, common);
        const inDomain = bank.domains.map(() => draw.normal(general, own));
        const inSubject = bank.subjects.map(() => draw.normal(0, 0.5));
        const abilities = places.map(({ subject, domain }) => inDomain[domain]! + inSubject[subject]!);
        const solving = (item: number, skill: number): number =>
          logistic(slope[item]! * (abilities[skill]! - thresholds[skill]! - harder[item]!));
        const silent = draw.chance(0.5) ? 0.5 : 0.1;
        return {
          group,
          masters: abilities.map((ability, skill) => ability >= thresholds[skill]!),
          likelihood: (met, answer) => chanceOf(solving(met.item, met.skill), met, silent, answer),
          respond({ item, skill, guess, slip, silence }) {
            const solved = draw.chance(solving(item, skill));
            if (solved) return { outcome: !draw.chance(slip), unknown: false };
            const unknown = draw.chance(silence * silent);
            return { outcome: !unknown && draw.chance(guess), unknown };
          },
        };
      },
    };
  },
};
