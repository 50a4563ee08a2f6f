import { expect } from '@esm-bundle/chai';
import { evaluate } from '../../src/grading/tasks/order.js';
import { solution, task } from '../../src/ui/tasks/order/example.js';

const met = (rule: string[], order: string[]): boolean => evaluate({ kind: 'sequence', order: rule }, { order }, task);

describe('grading an order', () => {
  it('wants the listed entries one after the other, with others in between or around', () => {
    expect(met(['a', 'b', 'c'], ['a', 'b', 'c'])).to.equal(true);
    expect(met(['a', 'c'], ['x', 'a', 'b', 'c', 'y'])).to.equal(true);
  });

  it('is not met when any two of them are the wrong way round', () => {
    expect(met(['a', 'b', 'c'], ['b', 'a', 'c'])).to.equal(false);
    expect(met(['a', 'b', 'c'], ['a', 'c', 'b'])).to.equal(false);
    expect(met(['a', 'c'], ['c', 'b', 'a'])).to.equal(false);
  });

  it('is not met when one is not there', () => {
    expect(met(['a', 'b'], ['b'])).to.equal(false);
    expect(met(['a', 'b'], ['a'])).to.equal(false);
    expect(met(['a'], [])).to.equal(false);
  });

  it('passes the solution of the example, not what is shown first', () => {
    const rule = ['read', 'adapt', 'attach', 'send'];
    expect(met(rule, [...solution.order])).to.equal(true);
    expect(
      met(
        rule,
        task.entries.map(({ id }) => id),
      ),
    ).to.equal(false);
  });
});
