import { expect } from '@esm-bundle/chai';
import { exp, log } from '../../src/engine/exponential.js';
import { cdf } from '../../src/engine/normal.js';
import { uniform } from '../../src/engine/random.js';

describe('the engine’s own arithmetic', () => {
  it('agrees with the browser’s exponential and logarithm within a few last bits', () => {
    for (let x = -700; x < 700; x += 0.37) expect(exp(x) / Math.exp(x), `e^${x}`).to.be.closeTo(1, 1e-15);
    for (let x = 1e-300; x < 1e300; x *= 1.7)
      expect(log(x), `ln ${x}`).to.be.closeTo(Math.log(x), 4e-16 * Math.max(1, Math.abs(Math.log(x))));
    expect(exp(0)).to.equal(1);
    expect(log(1)).to.equal(0);
    expect(exp(-1000)).to.equal(0);
  });

  it('knows the normal law as tables print it', () => {
    const known: [number, number][] = [
      [0, 0.5],
      [0.5, 0.6914624612740131],
      [1, 0.8413447460685429],
      [1.96, 0.9750021048517795],
      [2.5, 0.9937903346742238],
      [5, 0.9999997133484281],
    ];
    for (const [x, p] of known) {
      expect(cdf(x)).to.be.closeTo(p, 4e-15);
      expect(cdf(-x)).to.be.closeTo(1 - p, 4e-15);
    }
    expect([cdf(-Infinity), cdf(-40), cdf(40), cdf(Infinity)]).to.deep.equal([0, 0, 1, 1]);
  });

  it('never lets the normal law go down', () => {
    let last = 0;
    for (let x = -9; x < 9; x += 0.0031) {
      expect(cdf(x)).to.be.at.least(last - 4e-15);
      last = cdf(x);
    }
  });

  it('draws evenly, and otherwise for another seed or another question', () => {
    const tenths = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 500; seed++) {
      for (let n = 0; n < 20; n++) {
        const place = Math.floor(10 * uniform(seed, n));
        tenths[place] = (tenths[place] ?? 0) + 1;
      }
    }
    for (const count of tenths) expect(count).to.be.within(880, 1120);
    expect(new Set([uniform(1, 0), uniform(1, 1), uniform(2, 0), uniform(-1, 0)])).to.have.property('size', 4);
    expect(uniform(12, 3)).to.equal(uniform(12, 3));
  });
});
