import { expect } from '@esm-bundle/chai';
import { bankOf } from '../../src/backend/run/engine-bank.js';
import { engineLog, type RecordedAnswer, type SessionRecord } from '../../src/backend/run/record.js';
import { resultOf } from '../../src/backend/run/result.js';
import { createEngine } from '../../src/engine/index.js';
import type { Offer, Pathway, Result } from '../../src/model/index.js';
import {
  answerTo,
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
  type Learner,
} from '../support/runs.js';
import { pack, wrong } from '../support/small-pack.js';

async function resultFor(learner: Learner, pathway = 'depart', offers: readonly Offer[] = [], backend = smallBackend()): Promise<Result> {
  const { opened } = await walk(backend, pathway, learner);
  return (await backend.finish(opened.id, offers, live)).result;
}

const states = ({ axes }: Result): Record<string, string> => Object.fromEntries(axes.map(({ id, state }) => [id, state]));

const pathwayOf = (id: string): Pathway => {
  const found = pack.pathways.find((pathway) => pathway.id === id);
  if (!found) throw new Error(`no pathway ${id}`);
  return found;
};

describe('the result', () => {
  it('of a learner who knows all: level 3, all that was seen is acquired, a strength, and where to go further', async () => {
    const result = await resultFor(knowsAll);
    expect(result.score.band).to.equal(3);
    expect(result.score.percent).to.be.above(70);
    expect(states(result)).to.deep.equal({ ecrire: 'acquired', internet: 'acquired', outils: 'not-seen' });
    expect(result.strength?.text).to.match(/^Vous savez faire (MEL|NAV|SEC)$/);
    expect(result.toWorkOn?.text).to.match(/^Apprendre (MEL|NAV|SEC)$/);
    expect(result.toWorkOn?.subject).not.to.equal(result.strength?.subject);
    expect(result.recommendations[0]).to.deep.include({ id: 'outils', rule: 'tools', rank: 1 });
  });

  it('of a learner who knows nothing yet: level 1, no strength made up, one thing to work on', async () => {
    const result = await resultFor(knowsNothing);
    expect(result.score.band).to.equal(1);
    expect(states(result)).to.deep.equal({ ecrire: 'to-work-on', internet: 'to-work-on', outils: 'not-seen' });
    expect(result.strength).to.equal(undefined);
    expect(result.toWorkOn?.text).to.match(/^Apprendre (MEL|NAV|SEC)$/);
    expect([result.passed, result.unknown]).to.deep.equal([0, result.answered]);
    expect(result.recommendations[0]).to.deep.include({ id: 'gestes', rule: 'gestures' });
  });

  describe('of answers that were hardly read', () => {
    const pathway = pathwayOf('depart');
    const engine = createEngine(bankOf(pack, pathway));
    const made = (answers: readonly Pick<RecordedAnswer, 'passed' | 'seconds' | 'response'>[]): Result['score'] => {
      const ids = pack.items.filter(({ subject }) => pathway.subjects.includes(subject)).map(({ id }) => id);
      const recorded = answers.map((answer, i) => ({ ...answer, item: ids[i] ?? '', submission: String(i) }));
      const record: SessionRecord = {
        version: 1,
        id: 'x',
        pack: `${pack.id}@${pack.version}`,
        pathway: pathway.id,
        seed: 1,
        startedAt: '2026-01-01T00:00:00Z',
        gate: [],
        answers: recorded,
        lessons: [],
        continued: [],
      };
      const log = engineLog(recorded).filter(({ item }) => bankOf(pack, pathway).items.some(({ id }) => id === item));
      const estimate = { ...engine.estimate({ ...engine.start(1), log }), bandProbs: [0.9, 0.1, 0] as const, band: 0 as const };
      return resultOf({ pack, record, estimate, engine: '0', finishedAt: record.startedAt, offers: [] }).score;
    };
    const times = (count: number, seconds: number, passed = false) =>
      Array.from({ length: count }, () => ({ passed, seconds, response: wrong }));

    it('is to be confirmed, with the same score', () => {
      const [fast, slow] = [made(times(6, 4)), made(times(6, 40))];
      expect(slow.confidence).to.equal('good');
      expect(fast).to.deep.equal({ ...slow, confidence: 'low' });
    });

    it('is not where they were passed, too few, read after all, "je ne sais pas encore", or where nobody measured the time', () => {
      expect(made(times(6, 4, true)).confidence).to.equal('good');
      expect(made(times(4, 4)).confidence).to.equal('good');
      expect(made([...times(2, 4), ...times(4, 30)]).confidence).to.equal('good');
      expect(made(times(6, 4).map((answer) => ({ ...answer, response: null }))).confidence).to.equal('good');
      expect(made(times(6, 0)).confidence).to.equal('good');
    });
  });

  it('names as first to work on what the next step trains, however weak another subject is', async () => {
    const training = (subject: string): ReturnType<typeof smallBackend> => {
      const changed = packWith('sondage', { subjects: [subject] });
      const always = changed.pathways.map((each) => ({
        ...each,
        recommendations: [{ id: 'x', when: {}, pathway: 'sondage', because: 'x' }],
      }));
      return smallBackend({ fetch: fromMemory((path, file) => (path === 'pack.json' ? { ...changed, pathways: always } : file)) });
    };
    for (const subject of ['MEL', 'SEC']) {
      const result = await resultFor(knowsSubjects('NAV'), 'depart', [], training(subject));
      expect(result.recommendations[0]?.id).to.equal('sondage');
      expect(result.toWorkOn?.subject).to.equal(subject);
    }
    const elsewhere = await resultFor(knowsSubjects('NAV'), 'depart', [], training('NAV'));
    expect(['MEL', 'SEC']).to.include(elsewhere.toWorkOn?.subject);
  });

  it('names as strength what was passed, and as work what was not', async () => {
    const result = await resultFor(knowsSubjects('NAV'));
    expect(result.strength).to.deep.equal({ subject: 'NAV', text: 'Vous savez faire NAV' });
    expect(['MEL', 'SEC']).to.include(result.toWorkOn?.subject);
    expect(result.subjects.find(({ id }) => id === 'NAV')?.level).to.be.above(result.subjects.find(({ id }) => id === 'MEL')?.level ?? 9);
  });

  it('says "en bonne voie" between the two', async () => {
    const wide = smallBackend({
      fetch: fromMemory((path, file) => (path === 'pack.json' ? packWith('depart', { cuts: [0.2, 0.9] }) : file)),
    });
    expect(states(await resultFor(knowsUpTo(2), 'depart', [], wide))).to.deep.equal({
      ecrire: 'on-track',
      internet: 'on-track',
      outils: 'not-seen',
    });
  });

  it('says how sure it is: an interval around the score, three probabilities that make one, and whether to confirm', async () => {
    for (const learner of [knowsAll, knowsNothing, knowsUpTo(1), knowsUpTo(2)]) {
      const { score } = await resultFor(learner);
      expect(score.interval[0]).to.be.at.most(score.percent);
      expect(score.interval[1]).to.be.at.least(score.percent);
      expect(score.bandProbabilities.reduce((sum, share) => sum + share)).to.be.closeTo(1, 0.002);
      expect(score.bandProbabilities[score.band - 1]).to.equal(Math.max(...score.bandProbabilities));
      expect(score.confidence).to.equal(Math.max(...score.bandProbabilities) >= 0.6 ? 'good' : 'low');
    }
  });

  it('holds counts, dates and levels, and no answer', async () => {
    const result = await resultFor(knowsUpTo(1), 'sondage');
    expect(result).to.deep.include({
      schema: 'pix-diagnostic/result@1',
      pathway: 'sondage',
      pack: 'small@1.0.0',
      state: 'finished',
      startedAt: '2026-03-02T09:00:00.000Z',
      finishedAt: '2026-03-02T09:00:00.000Z',
      answered: 4,
      passed: 3,
      unknown: 0,
      activeSeconds: 48,
    });
    expect(JSON.stringify(result)).to.not.match(/selected|response|MEL-1-a/);
    expect(JSON.parse(JSON.stringify(result)), 'plain JSON').to.deep.equal(result);
  });

  it('does not score the gate, but counts its time', async () => {
    const failsTheGate = await resultFor((item) => (item.startsWith('GST') ? wrong : knowsAll(item)), 'porte');
    const passesIt = await resultFor(knowsAll, 'porte');
    expect(failsTheGate.score).to.deep.equal(passesIt.score);
    expect(failsTheGate.subjects.map(({ id }) => id)).to.deep.equal(['MEL', 'NAV', 'SEC']);
    expect(failsTheGate.activeSeconds).to.equal(12 * (failsTheGate.answered + 2));
  });

  it('of a pathway that the gate chose says both, recommends neither, and counts gestures', async () => {
    const backend = smallBackend();
    const { id } = await backend.open({ pathway: 'porte' }, live);
    for (const item of ['GST-1-a', 'GST-1-b']) await backend.answer(id, answerTo(item, null), live);
    await backend.answer(id, goOn(true), live);
    const { result } = await backend.finish(id, [], live);
    expect(result).to.deep.include({ pathway: 'porte', route: 'gestes', shows: 'gestures' });
    expect(result.recommendations.map((step) => step.id)).to.not.include('gestes');
    expect(result.recommendations.map((step) => step.id)).to.not.include('porte');
  });

  it('puts the host’s offer where the pathway wants it', async () => {
    const offer: Offer = { id: 'mardi', kind: 'workshop', title: 'Atelier du mardi' };
    expect((await resultFor(knowsNothing, 'depart', [offer])).recommendations[0]).to.deep.include({
      kind: 'offer',
      id: 'mardi',
      rule: 'workshop',
    });
  });

  it('judges a line by what was seen of it: who could do nothing of it is not on the way', async () => {
    const first = smallBackend({
      fetch: fromMemory((path, file) =>
        path === 'pack.json' ? packWith('sondage', { levels: [1, 1], form: ['NAV-1-a', 'NAV-1-b'] }) : file,
      ),
    });
    const result = await resultFor(knowsNothing, 'sondage', [], first);
    expect(states(result)).to.deep.include({ ecrire: 'not-seen', internet: 'to-work-on' });
  });

  it('never says more than was asked: who passes all first gestures has acquired them, and is no level 3', async () => {
    const first = smallBackend({
      fetch: fromMemory((path, file) =>
        path === 'pack.json' ? packWith('sondage', { levels: [1, 1], form: ['MEL-1-a', 'NAV-1-a', 'SEC-1-a'] }) : file,
      ),
    });
    const result = await resultFor(knowsAll, 'sondage', [], first);
    expect(result.passed).to.equal(3);
    expect(result.score.band).to.equal(1);
    expect(result.score.interval[1]).to.be.below(40);
    expect(result.subjects.map(({ level }) => level)).to.deep.equal([1, 1, 1]);
    expect(states(result)).to.deep.include({ ecrire: 'acquired', internet: 'acquired' });
  });

  it('uses the limits of the pathway when it has its own', async () => {
    const strict = smallBackend({
      fetch: fromMemory((path, file) => (path === 'pack.json' ? packWith('depart', { cuts: [0.9, 0.99] }) : file)),
    });
    const result = await resultFor(knowsUpTo(2), 'depart', [], strict);
    expect(result.score).to.deep.include({ cuts: [0.9, 0.99], band: 1 });
  });
});

describe('what the engine is given', () => {
  it('knows every level of the scored subjects, and only the items that may be asked', () => {
    const bank = bankOf(pack, { ...pathwayOf('depart'), subjects: ['MEL', 'GST'], levels: [1, 2] });
    expect(bank.skills.map(({ id }) => id)).to.deep.equal(['MEL-1', 'MEL-2', 'MEL-3']);
    expect(bank.items.map(({ id }) => id)).to.deep.equal(['MEL-1-a', 'MEL-1-b', 'MEL-2-a', 'MEL-2-b']);
    expect(bank.domains).to.deep.equal(['com']);
  });

  it('counts levels above those that are asked as not mastered', () => {
    const { skills } = bankOf(pack, { ...pathwayOf('depart'), subjects: ['MEL'], levels: [1, 2] });
    expect(skills.map(({ threshold }) => threshold)).to.deep.equal([undefined, undefined, 99]);
  });

  it('has the items for practice where answers are told, and nowhere else', () => {
    const items = pack.items.map((item) => (item.id === 'MEL-1-b' ? { ...item, practice: true } : item));
    const asked = (id: string): boolean => bankOf({ ...pack, items }, pathwayOf(id)).items.some((item) => item.id === 'MEL-1-b');
    expect(['gestes', 'depart', 'sondage'].map(asked)).to.deep.equal([true, false, false]);
  });

  it('has the calibrated difficulties of the pack, of the skills that have one', () => {
    const { skills } = bankOf({ ...pack, thresholds: { 'MEL-1': 0.42, 'MEL-3': 2.8 } }, pathwayOf('depart'));
    const thresholds = skills.filter(({ threshold }) => threshold !== undefined).map(({ id, threshold }) => [id, threshold]);
    expect(thresholds).to.deep.equal([
      ['MEL-1', 0.42],
      ['MEL-3', 2.8],
    ]);
    expect(JSON.stringify(bankOf(pack, pathwayOf('depart')))).to.not.contain('threshold');
  });

  it('holds no text and no key', () => {
    expect(JSON.stringify(bankOf(pack, pathwayOf('depart')))).to.not.match(/Vous|right|Sujet/);
  });
});
