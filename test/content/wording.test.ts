import { expect } from '@esm-bundle/chai';
import { TextFault } from '../../src/content/rich-text.js';
import { compileText, inRegister } from '../../src/content/wording.js';
import { pickText, plainText, type Reading, type Register, type Text } from '../../src/model/text.js';

const said = (text: Text, register: Register, reading: Reading = 'standard'): string =>
  plainText(pickText(text, { language: 'fr', register, reading }));

describe('wordings', () => {
  it('gives each learner the wording of their register', () => {
    const text = compileText('{Répondez|Réponds} à {votre|ton} employeur.');
    expect(said(text, 'vous')).to.equal('Répondez à votre employeur.');
    expect(said(text, 'tu')).to.equal('Réponds à ton employeur.');
  });

  it('allows an empty side', () => {
    expect(inRegister('Vous {y |}allez', 'tu')).to.equal('Vous allez');
  });

  it('lets a tree differ in its formatting', () => {
    expect(compileText('{**Vous**|toi}')).to.deep.equal({ vous: [['b', 'Vous']], tu: 'toi' });
  });

  it('is one string when everybody reads the same', () => {
    expect(compileText('Bonjour.')).to.equal('Bonjour.');
    expect(compileText({ fr: 'Bonjour.', simple: 'Bonjour.' })).to.equal('Bonjour.');
  });

  it('leaves out what a fallback says already', () => {
    expect(compileText({ fr: '{Lisez|Lis} bien.', simple: '{Lisez|Lis}.' })).to.deep.equal({
      vous: 'Lisez bien.',
      tu: 'Lis bien.',
      simple: 'Lisez.',
      simpleTu: 'Lis.',
    });
    expect(compileText({ fr: '{Lisez|Lis}.', simple: '{Lisez|Lis}.' })).to.deep.equal({ vous: 'Lisez.', tu: 'Lis.' });
    expect(compileText({ fr: '{Lisez|Lis} bien.', simple: 'Lire.' })).to.deep.equal({
      vous: 'Lisez bien.',
      tu: 'Lis bien.',
      simple: 'Lire.',
    });
  });

  it('leaves out nothing that somebody would miss', () => {
    const sides = ['Un.', 'Deux.', '{Un|Deux}.', '{Deux|Un}.', '{Trois|Un}.'];
    for (const fr of sides) {
      for (const simple of sides) {
        const text = compileText({ fr, simple });
        for (const register of ['vous', 'tu'] as const) {
          expect(said(text, register)).to.equal(inRegister(fr, register));
          expect(said(text, register, 'simple')).to.equal(inRegister(simple, register));
        }
      }
    }
  });

  it('keeps English as it is written, for the interface in English', () => {
    expect(compileText({ fr: 'Navigation', en: 'Navigation' })).to.deep.equal({ vous: 'Navigation', en: 'Navigation' });
    expect(compileText({ fr: "L'essai !", en: "It's 5 %!" })).to.deep.equal({ vous: 'L’essai\u202f!', en: "It's 5 %!" });
  });

  for (const text of ['{Lisez|Lis', 'Lisez}', '{Lisez}', '{a|b|c}', '{a|{b|c}}', '{}']) {
    it(`refuses ${text}`, () => {
      expect(() => compileText(text)).to.throw(TextFault);
    });
  }
});
