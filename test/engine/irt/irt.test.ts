import { expect } from '@esm-bundle/chai';
import { readCases, readItems, type Case } from './fixture.js';
import { curveOf, eap, logLikelihood, logPosterior, map, mfi, ml, normalGrid, standardError, warm, type Logistic } from './irt.js';

const read = async (name: string): Promise<string> => (await fetch(new URL(`./${name}.csv`, import.meta.url))).text();

describe('the item response theory of the tests agrees with catR 3.17 on 120 vectors of answers', () => {
  let cases: Case[] = [];
  const banks = new Map<string, Logistic[]>();
  const itemsOf = ({ model, asked }: Case): Logistic[] =>
    asked.map((index) => banks.get(model)?.[index]).filter((item) => item !== undefined);
  const named = (one: Case): string => `${one.model}, ${one.answers.map(Number).join('')}`;

  before(async () => {
    cases = readCases(await read('catr-3.17'));
    banks.set('2PL', readItems(await read('bank2pl')));
    banks.set('3PL', readItems(await read('bank3pl')));
  });

  it('all of them read: 60 with two parameters, 60 with three, of banks of 40 items', () => {
    expect([...banks.values()].map(({ length }) => length)).to.deep.equal([40, 40]);
    for (const model of ['2PL', '3PL']) expect(cases.filter((one) => one.model === model)).to.have.length(60);
    for (const one of cases) expect(itemsOf(one), named(one)).to.have.length(one.answers.length);
  });

  it('expected a posteriori and its standard deviation, within 1e-9', () => {
    const grid = normalGrid(121);
    for (const one of cases) {
      const { mean, sd } = eap(itemsOf(one).map(curveOf), one.answers, grid);
      expect(mean, named(one)).to.be.closeTo(one.eap, 1e-9);
      expect(sd, named(one)).to.be.closeTo(one.eapSd, 1e-9);
    }
  });

  it('maximum likelihood and maximum a posteriori, within 1e-4, and never less likely', () => {
    for (const one of cases) {
      const items = itemsOf(one);
      const [likeliest, mode] = [ml(items, one.answers), map(items, one.answers)];
      expect(likeliest, named(one)).to.be.closeTo(one.ml, 1e-4);
      expect(mode, named(one)).to.be.closeTo(one.map, 1e-4);
      // 1e-12: the last bits of the logarithm.
      expect(logLikelihood(items, one.answers, likeliest)).to.be.at.least(logLikelihood(items, one.answers, one.ml) - 1e-12);
      expect(logPosterior(items, one.answers, mode)).to.be.at.least(logPosterior(items, one.answers, one.map) - 1e-12);
    }
  });

  it('standard error of the maximum likelihood, within 1e-9 of itself', () => {
    for (const one of cases) expect(standardError(itemsOf(one), one.ml) / one.mlSe, named(one)).to.be.closeTo(1, 1e-9);
  });

  it('weighted likelihood of Warm, within 1e-4: its equation changes sign there', () => {
    for (const one of cases) {
      expect(warm(itemsOf(one), one.answers, one.wle - 1e-4), named(one)).to.be.above(0);
      expect(warm(itemsOf(one), one.answers, one.wle + 1e-4), named(one)).to.be.below(0);
    }
  });

  it('next item by maximum information, wherever one is left to ask', () => {
    const comparable = cases.filter(({ next }) => !Number.isNaN(next));
    expect(comparable).to.have.length(108);
    for (const one of comparable) expect(mfi(banks.get(one.model) ?? [], new Set(one.asked), one.eap), named(one)).to.equal(one.next);
    for (const { next, asked } of cases) expect(Number.isNaN(next)).to.equal(asked.length === 40);
  });
});
