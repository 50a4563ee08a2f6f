import { expect } from '@esm-bundle/chai';
import { gradeItem } from '../../src/grading/evaluate.js';
import { evaluate } from '../../src/grading/tasks/choice.js';
import type { ChoiceRule } from '../../src/model/index.js';
import { solution, task } from '../../src/ui/tasks/choice/example.js';

const met = (rule: Omit<ChoiceRule, 'kind'>, selected: string[]): boolean => evaluate({ kind: 'chosen', ...rule }, { selected }, task);

describe('grading a choice', () => {
  it('`only` wants these options and no other, in any order', () => {
    expect(met({ only: ['a', 'b'] }, ['b', 'a'])).to.equal(true);
    expect(met({ only: ['a', 'b'] }, ['a'])).to.equal(false);
    expect(met({ only: ['a', 'b'] }, ['a', 'b', 'c'])).to.equal(false);
    expect(met({ only: [] }, [])).to.equal(true);
    expect(met({ only: [] }, ['a'])).to.equal(false);
  });

  it('`all` wants at least these', () => {
    expect(met({ all: ['a'] }, ['c', 'a'])).to.equal(true);
    expect(met({ all: ['a', 'b'] }, ['a', 'c'])).to.equal(false);
  });

  it('`none` wants none of these, so an empty answer meets it', () => {
    expect(met({ none: ['c'] }, ['a'])).to.equal(true);
    expect(met({ none: ['c'] }, [])).to.equal(true);
    expect(met({ none: ['b', 'c'] }, ['a', 'c'])).to.equal(false);
  });

  it('wants every list that the rule has', () => {
    expect(met({ all: ['a'], none: ['c'] }, ['a', 'b'])).to.equal(true);
    expect(met({ all: ['a'], none: ['c'] }, ['a', 'c'])).to.equal(false);
    expect(met({ all: ['a'], none: ['c'] }, ['b'])).to.equal(false);
  });

  it('passes the solution of the example, and nothing for "je ne sais pas encore"', () => {
    const item = { task, criteria: [{ id: 'safe', label: 'Vérifie sans payer', rule: { kind: 'chosen', only: ['check'] } }] } as const;
    expect(gradeItem(evaluate, item, solution)).to.deep.equal({ criteria: [{ id: 'safe', met: true }], score: 1, passed: true });
    expect(gradeItem(evaluate, item, null)).to.deep.equal({ criteria: [{ id: 'safe', met: false }], score: 0, passed: false });
  });
});
