import { attempt, chanceOf, type Observation, type World } from '../world.js';

/**
 * The bank is not what it says: for each block of learners subjects are easier or harder, neighbouring levels change
 * places, items are luckier or more treacherous than published, and mastery has holes.
 */
export const redrawn: World = {
  id: 'redrawn',
  title: 'structure redrawn',
  open({ bank, places, skillOf, ahead }, random) {
    const offsets = bank.subjects.map(() => random.normal(0, 0.7));
    const labels = places.map(({ level }) => level);
    for (let i = 1; i < labels.length; i++) {
      if (places[i]!.subject === places[i - 1]!.subject && random.chance(0.12)) [labels[i - 1], labels[i]] = [labels[i]!, labels[i - 1]!];
    }
    const thresholds = places.map(({ subject }, i) => labels[i]! - 0.5 + offsets[subject]!);
    const lucky = skillOf.map(() => 0.5 + 1.3 * random.uniform());
    const treacherous = skillOf.map(() => 0.5 + 1.3 * random.uniform());
    const really = (met: Observation): Observation => ({
      ...met,
      guess: Math.min(0.9, met.guess * lucky[met.item]!),
      slip: met.slip * treacherous[met.item]!,
    });
    const holes = 0.08 * random.uniform();
    const centre = 2 + ahead + 2 * random.uniform();
    return {
      thresholds,
      person(draw) {
        // Who leans to the phone gains there what is missing in the office, and the other way round.
        const lean = draw.below(3) - 1;
        const ability = draw.normal(centre, 1.4);
        const own = bank.subjects.map(() => draw.normal(0, 0.7));
        const masters = places.map(({ subject, nature }, i) => {
          const leaning = nature === 'neither' ? 0 : nature === 'phone' ? 0.6 * lean : -0.6 * lean;
          return ability + leaning + own[subject]! >= thresholds[i]! !== draw.chance(holes);
        });
        const silent = 0.6 * draw.uniform();
        return {
          group: ['leans to office', 'even', 'leans to phone'][lean + 1]!,
          masters,
          respond: (met) => attempt(draw, masters[met.skill]!, really(met), silent),
          likelihood: (met, answer) => chanceOf(Number(masters[met.skill]), really(met), silent, answer),
        };
      },
    };
  },
};
