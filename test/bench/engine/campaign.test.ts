import { expect } from '@esm-bundle/chai';
import { abilityOf, candidates, infer, playCampaign } from './players/campaign.js';
import type { TestBank } from './banks.js';
import { randomOf } from './random.js';

/** So many subjects of levels 1 to `levels`, one item a skill. */
function plain(subjects: number, levels: number): TestBank {
  const places = Array.from({ length: subjects * levels }, (_, i) => {
    const subject = Math.floor(i / levels);
    return { subject, domain: 0, nature: 'neither' as const, level: (i % levels) + 1 };
  });
  return {
    bank: { id: 'plain', domains: [], subjects: [], skills: [], items: [], cuts: [0.5, 0.8] },
    places,
    skillOf: places.map((_, i) => i),
    seconds: [],
    ahead: 0,
  };
}

/** Mean number of questions to somebody who passes up to a level, over many draws. */
function meanQuestions(bank: TestBank, level: number): number {
  const answers = bank.places.map((place) => ({ outcome: place.level <= level }));
  const counts = Array.from({ length: 60 }, (_, i) => playCampaign(bank, answers, randomOf('campaign test', i)).items.length);
  return counts.reduce((a, b) => a + b) / counts.length;
}

describe('the campaign-like rule', () => {
  it('estimates ability from direct results as the published rule does', () => {
    expect(abilityOf([])).to.equal(3.5);
    expect(abilityOf([{ level: 2, passed: false }])).to.equal(1);
    expect(abilityOf([{ level: 2, passed: true }])).to.equal(4.5);
    expect(abilityOf([2, 4].map((level) => ({ level, passed: true })))).to.equal(5.5);
    expect(
      abilityOf([
        { level: 2, passed: true },
        { level: 4, passed: false },
      ]),
    ).to.equal(3);
  });

  it('validates easier skills, invalidates harder ones, of the same subject and not assessed yet', () => {
    const bank = plain(2, 4);
    const none = bank.places.map(() => undefined);
    expect(infer(bank, none, 2, true)).to.deep.equal([true, true, true, ...Array<undefined>(5)]);
    expect(infer(bank, [true, ...none.slice(1)], 1, false)).to.deep.equal([true, false, false, false, ...Array<undefined>(4)]);
    expect(infer(bank, [false, ...none.slice(1)], 2, true).slice(0, 3)).to.deep.equal([false, true, true]);
  });

  it('begins with level 2 of an easy subject', () => {
    const easy = plain(1, 3).places;
    const places = [...plain(1, 5).places, ...easy.map((place) => ({ ...place, subject: 1 }))];
    const first = candidates(
      { places },
      places.map(() => true),
      places.map(() => undefined),
      [],
    );
    expect(first).to.deep.equal([6]);
  });

  it('asks as many questions as the rule is known to', () => {
    const [wide, deep] = [plain(16, 3), plain(10, 5)];
    expect(meanQuestions(wide, 3)).to.be.closeTo(17, 0.5);
    expect(meanQuestions(wide, 0)).to.be.closeTo(17.5, 1);
    expect(meanQuestions(wide, 1)).to.be.closeTo(32, 0.5);
    expect(meanQuestions(deep, 0)).to.be.closeTo(20, 0.5);
    expect(meanQuestions(deep, 5)).to.be.closeTo(13, 1);
    expect(meanQuestions(deep, 3)).to.be.closeTo(21, 1);
  });
});
