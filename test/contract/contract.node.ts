import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { contract, openapi, type AnswerTo, type Schemas } from '../../src/contract/index.js';
import type {
  AnsweredItem,
  Feedback,
  FormulaParameters,
  ItemView,
  Offer,
  Progress,
  Recommendation,
  Result,
  Rich,
  RichTag,
  SessionExplanation,
  SessionSnapshot,
  Step,
  Task,
  TaskResponse,
  TaskType,
  Text,
  TextVariants,
} from '../../src/model/index.js';

/** All that is optional is asked for: a member that one side has and the other has not then shows, at any depth. */
type Whole<T> = T extends Rich
  ? T
  : T extends readonly unknown[]
    ? { readonly [K in keyof T]: Whole<T[K]> }
    : T extends object
      ? { readonly [K in keyof T]-?: readonly [undefined extends T[K] ? 'optional' : 'there', Whole<Exclude<T[K], undefined>>] }
      : T;
/** Neither side says more than the other: what one holds may be given to the other, and no member is missing. */
type Same<A, B> = [Whole<A>] extends [Whole<B>] ? ([Whole<B>] extends [Whole<A>] ? true : never) : never;

// Words that the contract and the model share; where they part, this does not compile.
const same: readonly true[] = [
  true satisfies Same<Schemas['Result'], Result>,
  true satisfies Same<Schemas['Recommendation'], Recommendation>,
  true satisfies Same<Schemas['Step'], Step>,
  true satisfies Same<Schemas['Progress'], Progress>,
  true satisfies Same<Schemas['Feedback'], Feedback>,
  true satisfies Same<Schemas['ItemView'], ItemView>,
  true satisfies Same<Schemas['TaskResponse'], TaskResponse>,
  true satisfies Same<Schemas['RichTag'], RichTag>,
  true satisfies Same<Schemas['Rich'], Rich>,
  true satisfies Same<Schemas['TextVariants'], TextVariants>,
  true satisfies Same<Schemas['Text'], Text>,
  true satisfies Same<Schemas['Task'], Task>,
  true satisfies Same<Schemas['TaskType'], TaskType>,
  true satisfies Same<Schemas['FormulaParameters'], FormulaParameters>,
  true satisfies Same<Schemas['Explanation'], SessionExplanation>,
  true satisfies Same<Schemas['PathwayAbout'], SessionSnapshot['pathway']>,
  true satisfies Same<Schemas['Offer'], Offer>,
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

  test('has its words whole: no sentence was cut at a comma', () => {
    const cut: string[] = [];
    JSON.stringify(openapi, (name, value: unknown) => {
      if (value === null) cut.push(name);
      return value;
    });
    assert.deepEqual(cut, []);
  });

  test('explains every code of a problem', () => {
    const { enum: codes, description } = openapi.components.schemas['ProblemCode'] as {
      readonly enum: readonly string[];
      readonly description: string;
    };
    for (const code of codes) assert.ok(description.includes(`\`${code}\``), code);
  });
});
