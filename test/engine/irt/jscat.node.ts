import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { Cat } from '@bdelab/jscat';
import { readCases, readItems, type Case } from './fixture.js';
import { curveOf, eap, normalGrid, type Logistic } from './irt.js';

const read = (name: string): Promise<string> => readFile(new URL(`./${name}.csv`, import.meta.url), 'utf8');

describe('the item response theory of the tests agrees with jsCAT', () => {
  let cases: Case[] = [];
  const banks = new Map<string, Logistic[]>();
  before(async () => {
    cases = readCases(await read('catr-3.17'));
    banks.set('2PL', readItems(await read('bank2pl')));
    banks.set('3PL', readItems(await read('bank3pl')));
  });

  test('expected a posteriori, within 1e-6: it leaves out that the ends of the range weigh half', () => {
    const grid = normalGrid(121);
    assert.equal(cases.length, 120);
    for (const { model, asked, answers } of cases) {
      const items = asked.map((index) => banks.get(model)?.[index]).filter((item) => item !== undefined);
      const cat = new Cat({ method: 'EAP', minTheta: -6, maxTheta: 6, priorDist: 'norm', priorPar: [0, 1] });
      cat.updateAbilityEstimate(
        items,
        answers.map((answer) => (answer ? 1 : 0)),
      );
      const { mean } = eap(items.map(curveOf), answers, grid);
      assert.ok(Math.abs(cat.theta - mean) <= 1e-6, `${model}, ${asked.join(' ')}: ${cat.theta} for ${mean}`);
    }
  });

  test('next item by maximum information', () => {
    for (const { model, asked, eap: theta, next } of cases) {
      const stimuli = (banks.get(model) ?? []).map((item, index) => ({ ...item, index })).filter(({ index }) => !asked.includes(index));
      const { nextStimulus } = new Cat({ theta, itemSelect: 'MFI' }).findNextItem(stimuli);
      assert.equal(nextStimulus?.['index'], Number.isNaN(next) ? undefined : next, `${model}, ${asked.join(' ')}`);
    }
  });

  test('and not by chance: a guess wrong by 0.01 is seen', () => {
    const item: Logistic = { a: 1.2, b: 0.3, c: 0.2, d: 1 };
    const cat = new Cat({ method: 'EAP', minTheta: -6, maxTheta: 6, priorDist: 'norm', priorPar: [0, 1] });
    cat.updateAbilityEstimate(item, 1);
    const { mean } = eap([curveOf({ ...item, c: 0.21 })], [true], normalGrid(121));
    assert.ok(Math.abs(cat.theta - mean) > 1e-3);
  });
});
