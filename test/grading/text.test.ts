import { expect } from '@esm-bundle/chai';
import { evaluate, readNumber } from '../../src/grading/tasks/text.js';
import type { TextRule, TextTask } from '../../src/model/index.js';
import { solution, task } from '../../src/ui/tasks/text/example.js';

const met = (rule: TextRule, text: string, input: TextTask['input'] = 'text'): boolean =>
  evaluate(rule, { text }, { type: 'text', label: '?', input });

describe('grading a short text', () => {
  it('takes any of the expected answers, without minding case, accents, punctuation or spaces', () => {
    const rule: TextRule = { kind: 'equals', values: ['Pièce jointe', 'fichier joint'] };
    expect(met(rule, ' piece  JOINTE. ')).to.equal(true);
    expect(met(rule, 'Fichier joint')).to.equal(true);
    expect(met(rule, 'la pièce jointe')).to.equal(false);
    expect(met(rule, '')).to.equal(false);
  });

  it('minds every sign of an address, but neither capitals nor stray spaces', () => {
    const mail: TextRule = { kind: 'equals', values: ['lea.martin@poste.example'] };
    expect(met(mail, ' Lea.Martin@poste.example ', 'email')).to.equal(true);
    expect(met(mail, 'lea.martin.poste.example', 'email')).to.equal(false);
    expect(met(mail, 'lea martin@poste.example', 'email')).to.equal(false);
    expect(met({ kind: 'equals', values: ['https://ville.example'] }, 'https:ville.example', 'url')).to.equal(false);
  });

  it('can expect a sign alone', () => {
    expect(met({ kind: 'equals', values: ['@'] }, ' @')).to.equal(true);
    expect(met({ kind: 'equals', values: ['@'] }, '&')).to.equal(false);
    expect(met({ kind: 'equals', values: ['@'] }, '')).to.equal(false);
  });

  it('finds ideas and unwanted words', () => {
    expect(met({ kind: 'mentions', ideas: [['jeudi'], ['14 h', '14h']] }, 'Oui, jeudi à 14h')).to.equal(true);
    expect(met({ kind: 'mentions', ideas: [['jeudi'], ['14 h', '14h']] }, 'Oui, jeudi')).to.equal(false);
    expect(met({ kind: 'avoids', words: ['slt'] }, 'Bonjour')).to.equal(true);
    expect(met({ kind: 'avoids', words: ['slt'] }, 'slt !')).to.equal(false);
  });

  it('reads a number as people write it', () => {
    for (const text of ['1234,5', '1 234,50 €', '1\u202f234,5', '1.234,50', '1,234.50', '= 1234.5', 'Total : 1 234,5 euros.'])
      expect(readNumber(text), text).to.equal(1234.5);
    expect(readNumber('-3')).to.equal(-3);
    expect(readNumber('\u22123')).to.equal(-3);
    expect(readNumber('1.234.567')).to.equal(1234567);
  });

  it('does not take two numbers, an hour, a date, a cell or a word for a number', () => {
    for (const text of ['14 h 30', '12.03.2026', '7 ou 8', '5-10', 'B5', 'sept', '', '1,2,3']) expect(readNumber(text), text).to.be.NaN;
  });

  it('takes a number within its tolerance, both ends included', () => {
    const rule: TextRule = { kind: 'number', value: 0.3, tolerance: 0.1 };
    expect(met(rule, '0,2')).to.equal(true);
    expect(met(rule, '0.4')).to.equal(true);
    expect(met(rule, '0,41')).to.equal(false);
    expect(met({ kind: 'number', value: 20 }, '20 heures')).to.equal(true);
    expect(met({ kind: 'number', value: 20 }, '20,1')).to.equal(false);
    expect(met({ kind: 'number', value: 0 }, '')).to.equal(false);
  });

  it('passes the solution of the example', () => {
    expect(evaluate({ kind: 'number', value: 7 }, solution, task)).to.equal(true);
  });
});
