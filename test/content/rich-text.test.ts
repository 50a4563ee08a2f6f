import { expect } from '@esm-bundle/chai';
import { richText, TextFault } from '../../src/content/rich-text.js';
import { plainText } from '../../src/model/text.js';

describe('rich text', () => {
  it('is a plain string when nothing is formatted', () => {
    expect(richText('Bonjour à tous.')).to.equal('Bonjour à tous.');
    expect(richText('')).to.equal('');
  });

  it('has bold, emphasis and key caps', () => {
    expect(richText('Touchez **Envoyer**, *puis* `Échap`.')).to.deep.equal([
      'Touchez ',
      ['b', 'Envoyer'],
      ', ',
      ['i', 'puis'],
      ' ',
      ['kbd', 'Échap'],
      '.',
    ]);
    expect(richText('**Tout *ceci* compte**')).to.deep.equal([['b', 'Tout ', ['i', 'ceci'], ' compte']]);
  });

  it('has paragraphs only when there are several', () => {
    expect(richText('Un.\n\nDeux.')).to.deep.equal([
      ['p', 'Un.'],
      ['p', 'Deux.'],
    ]);
  });

  it('joins the lines of a paragraph, and breaks them where the author says so', () => {
    expect(richText('Une phrase\nsur deux lignes.')).to.equal('Une phrase sur deux lignes.');
    expect(richText('Cordialement,\\\nAli')).to.deep.equal(['Cordialement,', ['br'], 'Ali']);
    expect(richText('Cordialement,  \nAli')).to.deep.equal(['Cordialement,', ['br'], 'Ali']);
  });

  it('has lists, also inside lists', () => {
    expect(richText('Il faut :\n\n1. lire\n2. **trier**\n   - oui\n   - non')).to.deep.equal([
      ['p', 'Il faut :'],
      ['ol', ['li', 'lire'], ['li', ['b', 'trier'], ['ul', ['li', 'oui'], ['li', 'non']]]],
    ]);
  });

  it('marks words in English', () => {
    expect(richText('Touchez [Sign in](en).')).to.deep.equal(['Touchez ', ['en', 'Sign in'], '.']);
  });

  it('sets plain text, never key caps or English words', () => {
    const loud = (text: string): string => text.toUpperCase();
    expect(richText('un **deux** `trois` [four](en)', loud)).to.deep.equal([
      'UN ',
      ['b', 'DEUX'],
      ' ',
      ['kbd', 'trois'],
      ' ',
      ['en', 'four'],
    ]);
  });

  it('keeps every sign of names and addresses', () => {
    for (const text of ['CV_Lopes_2026_final.pdf', 'a_b@ecole.example', '5 * 3 = 15', 'x < 3 & y > 2', '[brouillon] Réponse']) {
      expect(plainText(richText(text))).to.equal(text);
    }
  });

  for (const [what, text] of Object.entries({
    headings: '# Titre',
    HTML: 'un <b>mot</b>',
    links: '[ici](https://a.example)',
    images: '![photo](a.png)',
    quotations: '> dit-il',
    'blocks of code': '    du code',
    rules: 'a\n\n---\n\nb',
    'lists that do not begin at 1': '12. mars',
  })) {
    it(`refuses ${what} and says what to do instead`, () => {
      expect(() => richText(text))
        .to.throw(TextFault)
        .with.property('remedy').that.is.not.empty;
    });
  }
});
