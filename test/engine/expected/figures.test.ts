import { expect } from '@esm-bundle/chai';
import { createEngine } from '../../../src/engine/index.js';
import { bitsOf, differences } from './bits.js';
import { expected } from './figures.js';

describe('sessions whose figures are kept, rebuilt in this browser from bank, seed and answers', () => {
  it('ask the same next question after each answer and say the same, to the last bit', () => {
    expect(expected.sessions.length).to.be.at.least(8);
    expect(differences(expected)).to.deep.equal([]);
  });

  it('explain each step by the same bits', () => {
    for (const { bank: id, options, seed, log, said } of expected.sessions) {
      const bank = expected.banks.find((each) => each.id === id);
      if (!bank) throw new Error(`No bank "${id}".`);
      const { answers } = createEngine(bank, options).explain({ version: 1, bank: id, seed, log });
      const beliefs = said.beliefs.map((line) => line.split(' '));
      answers.forEach(({ item, before, after }, n) => {
        expect(item).to.equal(log[n]?.item);
        for (const [belief, i] of [
          [before, n],
          [after, n + 1],
        ] as const)
          expect([belief.score, belief.sd, ...belief.bandProbs].map(bitsOf)).to.deep.equal(
            [0, 1, 4, 5, 6].map((place) => beliefs[i]?.[place]),
          );
      });
      expect(answers).to.have.length(log.length);
    }
  });

  it('would show a single bit that differs, another question, or another version', () => {
    expect(bitsOf(1)).to.equal('3ff0000000000000');
    expect(bitsOf(1 + Number.EPSILON)).to.equal('3ff0000000000001');
    expect(bitsOf(-0)).to.equal('8000000000000000');
    const change = (from: string, to: string): string[] =>
      differences(JSON.parse(JSON.stringify(expected).replace(from, to)) as typeof expected);
    const [belief = ''] = expected.sessions[0]?.said.beliefs.slice(-1) ?? [];
    const last = belief.slice(-1);
    expect(change(belief, belief.slice(0, -1) + (last === '0' ? '1' : '0'))).to.have.length(1);
    expect(change('"next":["', '"next":["not-')).to.have.length(1);
    expect(change(`"engine":"${expected.engine}"`, '"engine":"0.0.0"')[0]).to.contain('node --import tsx test/engine/expected/renew.ts');
  });
});
