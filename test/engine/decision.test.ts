import { expect } from '@esm-bundle/chai';
import { bandsOf, leastLoss } from '../../src/engine/index.js';

describe('choosing a pathway from the probabilities of the bands', () => {
  it('follows a clear band', () => {
    expect(leastLoss([0.9, 0.1, 0])).to.equal(0);
    expect(leastLoss([0.05, 0.9, 0.05])).to.equal(1);
    expect(leastLoss([0, 0.1, 0.9])).to.equal(2);
  });

  it('in doubt prefers too easy to too hard', () => {
    expect(leastLoss([0.45, 0.55, 0])).to.equal(0);
    expect(leastLoss([0.2, 0.25, 0.55])).to.equal(1);
  });

  it('takes another loss', () => {
    expect(
      leastLoss(
        [0.2, 0.25, 0.55],
        [
          [0, 1, 1],
          [1, 0, 1],
          [1, 1, 0],
        ],
      ),
    ).to.equal(2);
  });

  it('works for a single domain, from its score and doubt', () => {
    const [low, middle, high] = bandsOf(0.5, 0.1, [0.5, 0.8]);
    expect(low).to.be.closeTo(0.5, 1e-12);
    expect(high).to.be.closeTo(0.0013498980316301, 1e-12);
    expect(low + middle + high).to.be.closeTo(1, 1e-12);
  });
});
