import { expect } from '@esm-bundle/chai';
import { avoids, letterCount, mentions, normalise, sameWords } from '../../src/grading/words.js';

describe('comparing what a learner typed', () => {
  it('ignores case, accents, typographic signs and repeated spaces', () => {
    expect(normalise('  L’E-mail,\u00a0à 14\u202fh 30 ! ')).to.equal('l e mail a 14 h 30');
    expect(sameWords('Cœur de Métier', 'coeur   de metier')).to.equal(true);
  });

  it('finds an idea in any of its wordings, as whole words', () => {
    expect(mentions('Je serai là jeudi à 14h.', [['jeudi'], ['14 h', '14h']])).to.equal(true);
    expect(mentions('Je serai là jeudi.', [['jeudi'], ['14 h', '14h']])).to.equal(false);
    expect(mentions('cvl', [['cv']])).to.equal(false);
    expect(mentions('Je suis disponible', [['disponib*']])).to.equal(true);
  });

  it('sees forbidden words only when they stand alone', () => {
    expect(avoids('Je confirme', ['con'])).to.equal(true);
    expect(avoids('slt, je confirme', ['slt'])).to.equal(false);
  });

  it('counts letters and digits only', () => {
    expect(letterCount('À 14 h !')).to.equal(4);
  });
});
