import { expect } from '@esm-bundle/chai';
import { evaluate } from '../../src/grading/tasks/match.js';
import { solution, task } from '../../src/ui/tasks/match/example.js';

const met = (group: string, entries: string[], groups: Record<string, string>): boolean =>
  evaluate({ kind: 'grouped', group, entries }, { groups }, task);

describe('grading a sorting', () => {
  it('wants all listed entries in the group, whatever else is in it', () => {
    expect(met('x', ['a', 'b'], { a: 'x', b: 'x', c: 'x' })).to.equal(true);
    expect(met('x', ['a', 'b'], { a: 'x', b: 'y' })).to.equal(false);
  });

  it('is not met by entries that are not sorted', () => {
    expect(met('x', ['a', 'b'], { a: 'x' })).to.equal(false);
    expect(met('x', ['toString'], {})).to.equal(false);
  });

  it('passes the solution of the example', () => {
    expect(met('keep', ['code', 'password'], { ...solution.groups })).to.equal(true);
    expect(met('give', ['code'], { ...solution.groups })).to.equal(false);
  });
});
