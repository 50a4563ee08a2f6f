import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { contract, openapi, type AnswerTo, type Schemas } from '../../src/contract/index.js';
import type { AnsweredItem, Feedback, ItemView, Progress, Recommendation, Result, Step, TaskResponse } from '../../src/model/index.js';

/** Neither side says more than the other: what one holds may be given to the other. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

// Words that the contract and the model share; where they part, this does not compile.
const same: readonly true[] = [
  true satisfies Same<Schemas['Result'], Result>,
  true satisfies Same<Schemas['Recommendation'], Recommendation>,
  true satisfies Same<Schemas['Step'], Step>,
  true satisfies Same<Schemas['Progress'], Progress>,
  true satisfies Same<Schemas['Feedback'], Feedback>,
  true satisfies Same<Schemas['ItemView'], ItemView>,
  true satisfies Same<Schemas['TaskResponse'], TaskResponse>,
  true satisfies Same<AnswerTo<'listAnswers'>['body']['answers'], readonly AnsweredItem[]>,
];

describe('the contract', () => {
  test('is the one source: the types and the JSON made from it are those of today', () => {
    const { status, stderr } = spawnSync(process.execPath, ['src/contract/generate.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  test('says the same words as the model', () => assert.ok(same.every(Boolean)));

  test('names each operation once, and says of each who may call it and how it refuses', () => {
    assert.equal(new Set(contract.map(({ id }) => id)).size, contract.length);
    for (const { id, answers, schemes } of contract) {
      assert.ok(schemes.length > 0, id);
      assert.ok('default' in answers, `${id} does not say how it refuses`);
    }
  });

  test('explains every code of a problem', () => {
    const { enum: codes, description } = openapi.components.schemas['ProblemCode'] as {
      readonly enum: readonly string[];
      readonly description: string;
    };
    for (const code of codes) assert.ok(description.includes(`\`${code}\``), code);
  });
});
