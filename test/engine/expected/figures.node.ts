import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { differences } from './bits.js';
import { expected } from './figures.js';

describe('sessions whose figures are kept, rebuilt in Node from bank, seed and answers', () => {
  test('ask the same next question after each answer and say the same as in the browser, to the last bit', () => {
    assert.deepEqual(differences(expected), []);
  });
});
