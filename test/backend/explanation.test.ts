import { expect } from '@esm-bundle/chai';
import { bankOf } from '../../src/backend/run/engine-bank.js';
import { createEngine } from '../../src/engine/index.js';
import type { SessionExplanation } from '../../src/model/index.js';
import { explained, explainedAtGate } from '../support/explained.js';
import {
  answerTo,
  failureOf,
  fromMemory,
  goOn,
  knowsAll,
  knowsNothing,
  knowsSubjects,
  knowsUpTo,
  live,
  packWith,
  smallBackend,
  walk,
} from '../support/runs.js';
import { items, pack, right, wrong } from '../support/small-pack.js';

const withoutId = (explanation: SessionExplanation): string =>
  JSON.stringify({ ...explanation, result: { ...explanation.result, id: '' } });

describe('the explanation of a result', () => {
  it('has the engine’s own figures, before and after each answer and at the stop', async () => {
    const { questions, stop, formula, result, seed } = await explained(knowsUpTo(2));
    const pathway = pack.pathways.find(({ id }) => id === 'depart');
    if (!pathway) throw new Error('no pathway');
    const engine = createEngine(bankOf(pack, pathway), { mode: 'express', maxItems: 8 });
    let state = engine.start(seed);
    const belief = (): object => {
      const { score, sd, bandProbs } = engine.estimate(state);
      return { score, sd, bandProbabilities: bandProbs };
    };
    expect(questions).to.have.length.above(2);
    for (const { item, passed, counted } of questions) {
      expect(counted?.before, `before ${item}`).to.deep.equal(belief());
      state = engine.answer(state, item, passed);
      expect(counted?.after, `after ${item}`).to.deep.equal(belief());
    }
    const { rule, stop: check } = engine.explain(state);
    expect(stop.reason).to.equal(check.reason);
    expect(stop.rule).to.deep.equal({
      patchy: false,
      minItems: rule.minItems,
      maxItems: rule.maxItems,
      confidence: rule.confidence,
      decay: rule.decay,
      sd: rule.sd,
      reached: { owed: check.owed, confidence: check.confidence, confidenceAsked: check.confidenceAsked, sd: check.sd },
    });
    expect(formula).to.deep.include({ version: result.engine, levels: 9 });
  });

  it('tells the quotas of the pathway, the pool of questions, and from where on a profile is uneven', async () => {
    const [domain] = pack.domains;
    if (!domain) throw new Error('no domain');
    const changed = packWith('depart', { engine: 'standard', quotas: { [domain.id]: { least: 2, most: 4 } }, pool: 0.5 });
    const backend = smallBackend({ fetch: fromMemory((path, file) => (path === 'pack.json' ? changed : file)) });
    const { formula, stop } = await explained(knowsUpTo(2), 'depart', backend);
    expect(formula.quotas).to.deep.equal([{ domain: domain.title, least: 2, most: 4 }]);
    expect(formula.parameters.choice).to.deep.include({ pool: 0.5, poolLeast: 1.5 });
    expect(stop.rule?.patchyAbove).to.deep.equal({ probability: 0.5, domainSd: 0.14 });
    expect((await explained(knowsUpTo(2))).formula).to.not.have.property('quotas');
  });

  it('has the result itself, its versions and its dates', async () => {
    const backend = smallBackend();
    const { opened } = await walk(backend, 'depart', knowsUpTo(1));
    const { result } = await backend.finish(opened.id, [], live);
    expect((await backend.explain(opened.id, live)).result).to.deep.equal(result);
  });

  it('names the rule that gave the next step, and what became of every other', async () => {
    const offer = { id: 'mardi', kind: 'workshop', title: 'Atelier du mardi' };
    for (const [learner, offers] of [
      [knowsAll, []],
      [knowsNothing, []],
      [knowsNothing, [offer]],
      [knowsSubjects('NAV'), []],
    ] as const) {
      const { rules, result } = await explained(learner, 'depart', smallBackend(), offers);
      const fired = rules.filter(({ outcome }) => outcome === 'fired');
      expect(fired.map(({ id, gives }) => `${id} ${gives.kind}`)).to.deep.equal(
        result.recommendations.map(({ rule, kind }) => `${rule} ${kind}`),
      );
      expect(fired[0]?.id).to.equal(result.recommendations[0]?.rule);
      expect(rules.map(({ id }) => id)).to.deep.equal(pack.pathways[0]?.recommendations.map(({ id }) => id));
    }
    const { rules } = await explained(knowsNothing);
    expect(rules.map(({ id, outcome }) => `${id} ${outcome}`)).to.deep.equal([
      'again taken',
      'workshop unavailable',
      'gestures fired',
      'mail fired',
      'tools not-met',
      'always repeated',
    ]);
  });

  it('reads no rule once there are enough steps', async () => {
    const always = ['gestes', 'sondage', 'outils', 'porte'].map((id) => ({ id, when: {}, pathway: id, because: id }));
    const changed = packWith('depart', { recommendations: always });
    const backend = smallBackend({ fetch: fromMemory((path, file) => (path === 'pack.json' ? changed : file)) });
    const { rules } = await explained(knowsAll, 'depart', backend);
    expect(rules.map(({ outcome }) => outcome)).to.deep.equal(['fired', 'fired', 'fired', 'not-read']);
  });

  it('is byte for byte the same for the same session', async () => {
    expect(withoutId(await explained(knowsUpTo(2)))).to.equal(withoutId(await explained(knowsUpTo(2))));
    const backend = smallBackend();
    const { opened } = await walk(backend, 'depart', knowsUpTo(2));
    const { resume } = await backend.finish(opened.id, [], live);
    const first = await backend.explain(opened.id, live);
    const again = smallBackend();
    const { id } = await again.open({ pathway: 'depart', resume: JSON.parse(JSON.stringify(resume)) }, live);
    await again.finish(id, [], live);
    expect(await again.explain(id, live), 'after a reload').to.deep.equal(first);
  });

  it('says what was observed in each answer, and holds nothing that the learner gave', async () => {
    const explanation = await explained((item) => (item === 'NAV-1-a' ? null : item === 'MEL-1-a' ? right : wrong), 'sondage');
    const [passed, unknown, failed] = explanation.questions;
    expect(passed).to.deep.include({ number: 1, item: 'MEL-1-a', passed: true, unknown: false, level: 1, levels: 3 });
    const criterion = { label: 'La bonne réponse', weight: 1, critical: false };
    expect(passed?.observed).to.deep.equal({ criteria: [{ ...criterion, met: true }], score: 1, threshold: 0.75 });
    expect(unknown).to.deep.include({ passed: false, unknown: true });
    expect(unknown).to.not.have.property('observed');
    expect(failed?.observed?.criteria).to.deep.equal([{ ...criterion, met: false }]);
    expect(JSON.stringify(explanation)).to.not.match(/selected|response|submission/);
    expect(JSON.parse(JSON.stringify(explanation)), 'plain JSON').to.deep.equal(explanation);
  });

  it('does not say what contradicts the record, where the rules of a question have changed since', async () => {
    const backend = smallBackend();
    const { opened } = await walk(backend, 'sondage', knowsAll);
    const { resume } = await backend.finish(opened.id, [], live);
    const changed = {
      ...items.get('MEL-1-a'),
      criteria: [{ id: 'only', label: 'Autre chose', rule: { kind: 'chosen', only: ['wrong'] } }],
    };
    const later = smallBackend({ fetch: fromMemory((path, file) => (path === 'items/MEL-1-a.json' ? changed : file)) });
    const { id } = await later.open({ pathway: 'sondage', resume }, live);
    await later.finish(id, [], live);
    const [first] = (await later.explain(id, live)).questions;
    expect([first?.passed, first?.observed]).to.deep.equal([true, undefined]);
  });

  it('says what the gate saw, which of its rules was met, and what the learner chose', async () => {
    const accepted = await explainedAtGate(true, knowsAll);
    expect(accepted.gate?.routes).to.deep.equal([
      { failures: 2, of: 3, pathway: { id: 'gestes', title: 'Parcours gestes' }, failed: 2, outcome: 'met', accepted: true },
    ]);
    expect(accepted).to.deep.include({
      opened: { id: 'porte', title: 'Parcours porte' },
      pathway: { id: 'gestes', title: 'Parcours gestes', mode: 'learning' },
    });
    const declined = await explainedAtGate(false, knowsAll);
    expect([declined.gate?.routes[0]?.accepted, declined.pathway.id]).to.deep.equal([false, 'porte']);
    const passed = await explained(knowsAll, 'porte');
    expect(
      passed.gate?.items.map(({ passed: did }) => did),
      'two passed: the third can change nothing',
    ).to.deep.equal([true, true]);
    expect(passed.gate?.routes[0]).to.deep.include({ failed: 0, outcome: 'not-met' });
    expect(await explained(knowsAll)).to.not.have.property('gate');
  });

  it('says why there was no more question: the list, the learner, or an answer changed at the review', async () => {
    expect((await explained(knowsAll, 'sondage')).stop).to.deep.equal({ reason: 'form', afterUnknown: 2 });

    const stopping = smallBackend();
    const { id } = await stopping.open({ pathway: 'sondage' }, live);
    for (const item of ['MEL-1-a', 'NAV-1-a']) await stopping.answer(id, answerTo(item, null), live);
    await stopping.answer(id, goOn(true), live);
    await stopping.answer(id, goOn(), live);
    await stopping.finish(id, [], live);
    expect((await stopping.explain(id, live)).stop).to.deep.equal({ reason: 'learner', afterUnknown: 2 });

    const long = packWith('depart', { maxItems: 18, engine: 'standard' });
    const changing = smallBackend({ fetch: fromMemory((path, file) => (path === 'pack.json' ? long : file)) });
    const { opened, asked } = await walk(changing, 'depart', knowsAll, (step) => step.kind === 'checkpoint');
    for (const item of asked.slice(0, Math.ceil(asked.length / 2)))
      await changing.answer(opened.id, answerTo(item, wrong, undefined, true), live);
    await changing.answer(opened.id, goOn(), live);
    await changing.finish(opened.id, [], live);
    expect((await changing.explain(opened.id, live)).stop.reason).to.equal('review');
  });

  it('says which questions no score counts', async () => {
    const changed = packWith('sondage', { form: ['GST-1-a', 'MEL-1-a'], subjects: ['GST', 'MEL'] });
    const backend = smallBackend({ fetch: fromMemory((path, file) => (path === 'pack.json' ? changed : file)) });
    const { questions } = await explained(knowsAll, 'sondage', backend);
    expect(questions.map(({ item, counted }) => [item, counted !== undefined])).to.deep.equal([
      ['GST-1-a', false],
      ['MEL-1-a', true],
    ]);
  });

  it('gives the share behind the state of each line, and the probabilities behind each level', async () => {
    const { axes, subjects, result, thresholds } = await explained(knowsUpTo(2));
    const [low, high] = result.score.cuts;
    for (const { state, share, observations } of axes)
      expect(state).to.equal(observations === 0 ? 'not-seen' : share >= high ? 'acquired' : share < low ? 'to-work-on' : 'on-track');
    expect(subjects.map(({ level }) => level)).to.deep.equal(result.subjects.map(({ level }) => level));
    for (const { observations, level, probabilities } of subjects) {
      if (observations === 0) continue;
      expect(probabilities.slice(0, level).every((each) => each >= thresholds.mastery)).to.equal(true);
      expect(probabilities[level] ?? 0).to.be.below(thresholds.mastery);
    }
  });

  it('is not given before there is a result: an evaluation says nothing of its answers until then', async () => {
    const backend = smallBackend();
    const { id } = await backend.open({ pathway: 'depart' }, live);
    expect((await failureOf(backend.explain(id, live))).message).to.include('finish()');
  });

  it('can be asked for again when a question could not be fetched', async () => {
    const backend = smallBackend();
    const { opened } = await walk(backend, 'sondage', knowsAll);
    const { resume } = await backend.finish(opened.id, [], live);
    let lost = true;
    const again = smallBackend({ fetch: fromMemory((path, file) => (lost && path === 'items/SEC-1-a.json' ? undefined : file)) });
    const { id } = await again.open({ pathway: 'sondage', resume }, live);
    await again.finish(id, [], live);
    expect(await failureOf(again.explain(id, live))).to.deep.include({ code: 'content-missing', recoverable: true });
    lost = false;
    expect((await again.explain(id, live)).questions).to.have.length(4);
  });

  it('of a preview is that of its made-up learner', async () => {
    const backend = smallBackend({ preview: 'result:3' });
    const { id } = await backend.open({ pathway: 'outils' }, live);
    await backend.finish(id, [], live);
    const { questions } = await backend.explain(id, live);
    expect(questions.length).to.be.above(5);
    for (const { item, passed, observed } of questions)
      expect([item, passed, observed?.criteria.every(({ met }) => met)]).to.deep.equal([item, true, true]);
  });
});
