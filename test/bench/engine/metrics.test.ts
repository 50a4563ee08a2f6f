import { expect } from '@esm-bundle/chai';
import {
  calibrationError,
  exposure,
  figuresOf,
  gainIn,
  groupFigures,
  meanOf,
  pairs,
  quantile,
  resampled,
  rootMeanOf,
  worstGroup,
} from './metrics.js';
import type { Outcome } from './outcome.js';

const outcome = (given: Partial<Outcome> = {}): Outcome => ({
  player: 'p',
  world: 'w',
  bank: 'b',
  block: 0,
  group: 'g',
  score: 0.6,
  band: 1,
  distance: 0.1,
  stated: { score: 0.6, band: 1, confidence: 0.9, interval: [0.5, 0.7] },
  questions: 10,
  seconds: 300,
  domainSquare: 0,
  skillsRight: 1,
  items: [],
  times: [],
  ...given,
});
const right = outcome().stated;
const wrong = { ...right, band: 0 };

describe('means of the benchmark', () => {
  const sample = (value: number, block: number, stratum = 's') => ({ value, block, stratum });

  it('have the usual standard error when every block is one learner', () => {
    // 1, 2, 3, 4: variance 5/3, divided by 4.
    const { value, error } = meanOf([1, 2, 3, 4].map((x, i) => sample(x, i)));
    expect(value).to.equal(2.5);
    expect(error).to.be.closeTo(Math.sqrt(5 / 12), 1e-12);
  });

  it('count learners of a block who answer alike as one', () => {
    const { error } = meanOf([sample(0, 0), sample(0, 0), sample(1, 1), sample(1, 1)]);
    // Two blocks, means 0 and 1: standard error ½.
    expect(error).to.be.closeTo(0.5, 1e-12);
  });

  it('do not count differences between worlds as chance', () => {
    expect(meanOf([sample(0, 0, 'easy'), sample(0, 1, 'easy'), sample(1, 0, 'hard'), sample(1, 1, 'hard')])).to.deep.equal({
      value: 0.5,
      error: 0,
    });
  });

  it('take learners as independent when there is one block only', () => {
    expect(meanOf([sample(0, 0), sample(1, 0)]).error).to.be.closeTo(0.5, 1e-12);
  });

  it('give the root of mean squares, with half the relative error', () => {
    const { value, error } = rootMeanOf([sample(1, 0), sample(7, 1)]);
    expect(value).to.equal(2);
    expect(error).to.be.closeTo(3 / 4, 1e-12);
  });
});

describe('figures of the benchmark', () => {
  it('count right bands, and clear ones only for learners more than 3 points from a cut', () => {
    const figures = figuresOf([
      outcome({ stated: wrong, distance: 0.03 }),
      outcome({ stated: right, distance: 0.031 }),
      outcome({ stated: right }),
      outcome({ stated: wrong }),
    ]);
    expect(figures.band.value).to.equal(0.5);
    expect(figures.clear.value).to.be.closeTo(2 / 3, 1e-12);
  });

  it('call two bands off far, and one band off not', () => {
    const { far } = figuresOf([outcome({ band: 2, stated: wrong }), outcome({ band: 1, stated: wrong }), outcome(), outcome()]);
    expect(far.value).to.equal(0.25);
  });

  it('count a true score at the end of the interval as covered', () => {
    expect(figuresOf([outcome({ score: 0.7 }), outcome({ score: 0.71 })]).cover?.value).to.equal(0.5);
  });

  it('leave out what a player does not state', () => {
    const { score, band, confidence } = right;
    const { skillsRight, ...silent } = outcome({ stated: { score, band, confidence } });
    expect(skillsRight).to.equal(1);
    expect(figuresOf([silent])).not.to.have.any.keys('cover', 'skills', 'stepMean', 'stepP99');
  });

  it('measure scores in shares and time in minutes', () => {
    const figures = figuresOf([outcome({ stated: { ...right, score: 0.9 }, seconds: 90 }), outcome({ seconds: 90 })]);
    expect(figures.rmse.value).to.be.closeTo(0.3 / Math.SQRT2, 1e-12);
    expect(figures.minutes.value).to.equal(1.5);
  });

  it('take the 90th of a hundred as 90th percentile', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(quantile(hundred, 0.9)).to.equal(90);
    expect(quantile([], 0.9)).to.be.NaN;
  });
});

describe('calibration of stated confidence', () => {
  const say = (confidence: number, of: number, rightOnes: number) =>
    Array.from({ length: of }, (_, i) => ({ confidence, right: i < rightOnes }));

  it('is perfect when 85 % are right of those called 0.85', () => {
    expect(calibrationError(say(0.85, 20, 17))).to.be.closeTo(0, 1e-12);
  });

  it('does not let one bin make up for another', () => {
    // Ten too sure by .25, ten too modest by .25: the mean confidence is right, the error is not 0.
    expect(calibrationError([...say(0.95, 10, 7), ...say(0.45, 10, 7)])).to.be.closeTo(0.25, 1e-12);
  });

  it('of who is always sure is the share of errors', () => {
    expect(calibrationError(say(1, 10, 8))).to.be.closeTo(0.2, 1e-12);
  });
});

describe('exposure', () => {
  it('is the share of the learners of one bank who meet its most asked item', () => {
    expect(
      exposure([
        { bank: 'one', items: [1, 2] },
        { bank: 'one', items: [3] },
        { bank: 'one', items: [2] },
        // An item 2 of another bank is another item.
        { bank: 'two', items: [2] },
        { bank: 'two', items: [5] },
      ]),
    ).to.be.closeTo(2 / 3, 1e-12);
  });
});

describe('a figure that is no mean', () => {
  it('has the standard error of blocks drawn again: none for blocks alike, none told of a single one', () => {
    const share = (some: readonly { readonly score: number }[]): number => Math.max(...some.map(({ score }) => score));
    const blocks = [0, 1, 2, 3, 4, 5].map((block) => outcome({ block, score: block / 10 }));
    const { value, error } = resampled(blocks, share);
    expect(value).to.equal(0.5);
    expect(error).to.be.within(0.01, 0.2);
    expect(resampled(blocks, share)).to.deep.equal({ value, error });
    expect(
      resampled(
        blocks.map((one) => ({ ...one, score: 0.3 })),
        share,
      ).error,
    ).to.be.closeTo(0, 1e-12);
    expect(resampled(blocks.slice(0, 1), share).error).to.be.NaN;
  });
});

describe('two players on the same learners', () => {
  it('are compared learner by learner', () => {
    const own = [right, right, wrong].map((stated, block) => outcome({ stated, block }));
    const other = [right, wrong, wrong].map((stated, block) => outcome({ stated, block }));
    const { band } = gainIn(pairs(own, other));
    expect(band.value).to.be.closeTo(1 / 3, 1e-12);
    expect(band.error).to.be.closeTo(1 / 3, 1e-12);
  });

  it('are not compared when they met other learners', () => {
    expect(() => pairs([outcome()], [outcome({ score: 0.61 })])).to.throw('same learners');
    expect(() => pairs([outcome()], [])).to.throw('same learners');
  });

  it('have a worst group: the one of at least 100 clear of the cuts with the greatest loss', () => {
    const group = (name: string, count: number, losses: number) =>
      Array.from({ length: count }, (_, i) => ({
        own: outcome({ group: name, block: i, stated: i < losses ? wrong : right }),
        other: outcome({ group: name, block: i }),
      }));
    const groups = groupFigures([...group('small', 99, 90), ...group('worse', 100, 20), ...group('better', 120, 10)]);
    expect(groups.map(({ learners }) => learners)).to.deep.equal([99, 100, 120]);
    expect(worstGroup(groups)?.group).to.equal('w: worse');
    expect(worstGroup(groups)?.difference.value).to.be.closeTo(-0.2, 1e-12);
  });
});
