import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { smallest, suppressCells, suppressPart, type Count } from '../../../src/reports/suppress.js';
import { createDraws } from '../../verify/mutations.js';

/** Every way to split a total into so many cells. */
function* splits(total: number, cells: number): Generator<readonly number[]> {
  if (cells === 1) {
    yield [total];
    return;
  }
  for (let first = 0; first <= total; first++) for (const rest of splits(total - first, cells - 1)) yield [first, ...rest];
}

const shown = (cells: readonly Count[]): string => JSON.stringify(cells);
const small = (count: number): boolean => count > 0 && count < smallest;

describe('numbers of people', () => {
  test('are told when each is of eleven people or more, or of nobody', () => {
    assert.deepEqual(suppressCells([11, 0, 40]), [11, 0, 40]);
    assert.deepEqual(suppressPart(30, 45), { part: 30, total: 45 });
  });

  test('are hidden when they are small, and with them what would tell them', () => {
    assert.deepEqual(suppressCells([5, 40, 60]), [null, null, 60]);
    assert.deepEqual(suppressCells([1, 2, 60]), [null, null, null]);
    assert.deepEqual(suppressPart(4, 45), { part: null, total: 45 });
    assert.deepEqual(suppressPart(41, 45), { part: 41, total: null });
    assert.deepEqual(suppressPart(4, 9), { part: null, total: null });
  });

  test('cannot be found by subtraction, even by who knows how they are hidden: every split of 11 to 40 people in three, of 11 to 26 in four', () => {
    for (const [cells, most] of [
      [3, 40],
      [4, 26],
    ] as const)
      for (let total = smallest; total <= most; total++) {
        // All the splits that are told in the same way: what somebody who reads it cannot tell apart.
        const alike = new Map<string, (readonly number[])[]>();
        for (const split of splits(total, cells)) {
          const told = shown(suppressCells(split));
          const list = alike.get(told) ?? [];
          list.push(split);
          alike.set(told, list);
        }
        for (const [told, list] of alike)
          (JSON.parse(told) as Count[]).forEach((count, i) => {
            const possible = new Set(list.map((split) => split[i]!));
            if (count !== null) assert.ok(!small(count), `${told}: ${count} is told`);
            else assert.ok(possible.size > 1, `${told} of ${total}: cell ${i} can only be ${[...possible].join()}`);
          });
      }
  });

  test('are hidden together with eleven people or more, whatever the numbers', () => {
    const draw = createDraws(11);
    for (let i = 0; i < 20_000; i++) {
      const cells = Array.from({ length: 3 + draw(3) }, () => draw([12, 30, 400][draw(3)]!));
      const total = cells.reduce((sum, count) => sum + count, 0);
      if (total < smallest) continue;
      const told = suppressCells(cells);
      const hidden = cells.filter((_, at) => told[at] === null);
      assert.equal(hidden.length > 0, cells.some(small));
      if (!hidden.length) continue;
      assert.ok(hidden.reduce((sum, count) => sum + count, 0) >= smallest, `${cells.join()} is told as ${shown(told)}`);
      assert.ok(new Set(hidden).size > 1 || hidden.length === cells.length, `${cells.join()} is told as ${shown(told)}`);
      for (const count of told) assert.ok(count === null || !small(count));
    }
  });
});
