import { expect } from '@esm-bundle/chai';
import { createEngine } from '../../src/engine/index.js';
import { makeBank } from './banks.js';
import { generator, makeLearner, play } from './learners.js';

describe('three hundred simulated learners, unlike the model', () => {
  for (const [bank, most] of [
    [makeBank(6, 4, 2, 3), 15],
    [makeBank(16, 4, 3, 5), 16],
  ] as const) {
    it(`are told their band better, and in fewer questions, than by chance (${bank.skills.length} skills)`, () => {
      const engine = createEngine(bank);
      const learners = 300;
      const sums = { questions: 0, right: 0, rightByChance: 0, far: 0, covered: 0, stated: 0 };
      for (let seed = 1; seed <= learners; seed++) {
        const learner = makeLearner(bank, seed);
        const state = play(engine, learner, seed);
        const { band, ci90, bandProbs } = engine.estimate(state);
        // As many questions to the same learner, drawn at random.
        const random = generator(seed + 1000);
        const drawn = bank.items
          .map(({ id }) => ({ id, rank: random() }))
          .sort((a, b) => a.rank - b.rank)
          .slice(0, state.log.length);
        const log = drawn.map(({ id }) => ({ item: id, outcome: learner.passes(id) }));
        sums.questions += state.log.length;
        sums.right += Number(band === learner.band);
        sums.rightByChance += Number(engine.estimate({ ...engine.start(seed), log }).band === learner.band);
        sums.far += Number(Math.abs(band - learner.band) === 2);
        sums.covered += Number(ci90[0] <= learner.score && learner.score <= ci90[1]);
        sums.stated += Math.max(...bandProbs);
      }
      const share = (sum: number): number => sum / learners;
      expect(share(sums.questions)).to.be.below(most);
      expect(share(sums.right)).to.be.above(0.85);
      expect(share(sums.right) - share(sums.rightByChance)).to.be.above(0.06);
      expect(share(sums.far)).to.be.below(0.01);
      expect(share(sums.covered)).to.be.within(0.8, 0.97);
      // It is about as right as it says.
      expect(Math.abs(share(sums.stated) - share(sums.right))).to.be.below(0.08);
    });
  }
});
