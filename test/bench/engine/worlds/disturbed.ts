import { attempt, chanceOf, type World } from '../world.js';

const behaviours = ['steady', 'careless', 'helped'] as const;

/** Answers that do not say what the learner can do: the careless slip twice as often, the helped pass what they have not mastered. */
export const disturbed: World = {
  id: 'disturbed',
  title: 'careless or helped',
  open({ bank, places, ahead }, random) {
    const offsets = bank.subjects.map(() => random.normal(0, 0.4));
    const thresholds = places.map(({ subject, level }) => level - 0.5 + offsets[subject]! + random.normal(0, 0.2));
    return {
      thresholds,
      person(draw) {
        const group = behaviours[draw.below(behaviours.length)]!;
        // A logistic law: heavier tails than the normal one.
        const u = draw.uniform();
        const ability = 2.7 + ahead + 0.8 * Math.log((u + 1e-6) / (1 - u + 1e-6));
        const inSubject = bank.subjects.map(() => draw.normal(0, 0.9));
        const masters = places.map(({ subject }, i) =>
          draw.chance(1 / (1 + Math.exp(3.5 * (thresholds[i]! - ability - inSubject[subject]!)))),
        );
        // Somebody sits beside and knows about this subject.
        const assisted = bank.subjects.map(() => group === 'helped' && draw.chance(0.35));
        const [slips, silent] = group === 'careless' ? [2, 0.1] : [1, 0.35];
        return {
          group,
          masters,
          respond(met) {
            const knows = masters[met.skill]! || (assisted[places[met.skill]!.subject]! && draw.chance(0.75));
            return attempt(draw, knows, { ...met, slip: slips * met.slip }, silent);
          },
          likelihood(met, answer) {
            const knows = masters[met.skill]! ? 1 : assisted[places[met.skill]!.subject]! ? 0.75 : 0;
            return chanceOf(knows, { ...met, slip: slips * met.slip }, silent, answer);
          },
        };
      },
    };
  },
};
