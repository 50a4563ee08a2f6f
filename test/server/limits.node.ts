import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLimiter, type Asking } from '../../src/server/limits.js';

const opening: Asking = { operation: 'openSession', token: undefined, address: '192.0.2.1' };

/** How many of so many requests at once are welcome. */
const welcome = (times: number, ask: () => number): number => Array.from({ length: times }, ask).filter((wait) => wait === 0).length;

describe('Limits', () => {
  test('let a class begin at once behind one address, then say how long to wait', () => {
    let now = 0;
    const limiter = createLimiter(() => now);
    assert.equal(
      welcome(100, () => limiter.wait(opening)),
      60,
    );
    const wait = limiter.wait(opening);
    assert.ok(wait > 0 && wait <= 1, String(wait));
    now += wait * 1000;
    assert.equal(limiter.wait(opening), 0);
  });

  test('hold nobody up for what another does', () => {
    const limiter = createLimiter(() => 0);
    welcome(100, () => limiter.wait(opening));
    assert.equal(limiter.wait({ ...opening, address: '192.0.2.2' }), 0);
    assert.equal(limiter.wait({ ...opening, operation: 'listPathways' }), 0);
    assert.equal(limiter.wait({ ...opening, token: 'of a learner' }), 0);
  });

  test('let a page send what it kept while it was offline', () => {
    const limiter = createLimiter(() => 0);
    assert.ok(welcome(40, () => limiter.wait({ operation: 'submit', token: 'of a learner', address: '' })) === 40);
  });
});
