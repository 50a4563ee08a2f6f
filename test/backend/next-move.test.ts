import { expect } from '@esm-bundle/chai';
import { nextMove, type Choose } from '../../src/backend/run/next-move.js';
import { readRecord, withAnswer, type RecordedAnswer, type SessionRecord } from '../../src/backend/run/record.js';
import type { TaskResponse } from '../../src/model/index.js';
import { packWith } from '../support/runs.js';
import { pack, right, wrong } from '../support/small-pack.js';

const never: Choose = () => {
  throw new Error('the engine was not to be asked');
};
const nobody: Choose = () => null;

const begun = (pathway: string): SessionRecord => ({
  version: 1,
  id: 'session',
  pack: 'small@1.0.0',
  pathway,
  seed: 1,
  startedAt: '2026-03-02T09:00:00.000Z',
  gate: [],
  answers: [],
  lessons: [],
  continued: [],
});
const answer = (item: string, response: TaskResponse | null = right): RecordedAnswer => ({
  submission: `to-${item}`,
  item,
  response,
  passed: response === right,
  seconds: 10,
});
const answers = (list: string, response: TaskResponse | null = right): RecordedAnswer[] =>
  list.split(' ').map((item) => answer(item, response));

describe('what comes next', () => {
  it('a fixed form goes in its own order, then to the review, then ends', () => {
    let record = begun('sondage');
    for (const item of ['MEL-1-a', 'NAV-1-a', 'SEC-1-a', 'MEL-2-a']) {
      expect(nextMove(pack, record, never)).to.deep.equal({ kind: 'item', item, phase: 'main' });
      record = withAnswer(record, 'main', answer(item));
    }
    expect(nextMove(pack, record, never)).to.deep.equal({ kind: 'review' });
    expect(nextMove(pack, { ...record, confirmed: true }, never)).to.deep.equal({ kind: 'end' });
  });

  it('without a form, the items come subject by subject, the easiest first, so many at most', () => {
    const short = packWith('sondage', { form: [], maxItems: 3, subjects: ['SEC', 'MEL'] });
    const record = { ...begun('sondage'), answers: answers('SEC-1-a SEC-1-b') };
    expect(nextMove(short, record, never)).to.deep.equal({ kind: 'item', item: 'SEC-2-a', phase: 'main' });
    expect(nextMove(short, withAnswer(record, 'main', answer('SEC-2-a')), never)).to.deep.equal({ kind: 'review' });
  });

  it('an evaluation asks what the engine chooses, and is reviewed when the engine has asked enough', () => {
    expect(nextMove(pack, begun('depart'), () => 'NAV-2-a')).to.deep.equal({ kind: 'item', item: 'NAV-2-a', phase: 'main' });
    expect(nextMove(pack, { ...begun('depart'), answers: answers('NAV-2-a') }, nobody)).to.deep.equal({ kind: 'review' });
  });

  it('with nothing to ask at all, there is nothing to review either', () => {
    expect(nextMove(pack, begun('depart'), nobody)).to.deep.equal({ kind: 'end' });
  });

  describe('at the gate', () => {
    it('comes first, and leads to the pathway when enough is passed', () => {
      let record = begun('porte');
      for (const item of ['GST-1-a', 'GST-1-b', 'GST-1-c']) {
        expect(nextMove(pack, record, never)).to.deep.equal({ kind: 'item', item, phase: 'gate' });
        record = withAnswer(record, 'gate', answer(item, item === 'GST-1-b' ? wrong : right));
      }
      expect(nextMove(pack, record, () => 'MEL-1-a')).to.deep.equal({ kind: 'item', item: 'MEL-1-a', phase: 'main' });
    });

    it('is over as soon as nothing can lead elsewhere any more', () => {
      const record = { ...begun('porte'), gate: answers('GST-1-a GST-1-b') };
      expect(nextMove(pack, record, () => 'MEL-1-a')).to.deep.equal({ kind: 'item', item: 'MEL-1-a', phase: 'main' });
    });

    it('goes on while one rule of several can still be met, and looks at each in its own first tasks', () => {
      const two = packWith('porte', {
        gate: {
          items: ['GST-1-a', 'GST-1-b', 'GST-1-c'],
          routes: [
            { failures: 1, of: 1, pathway: 'gestes' },
            { failures: 2, of: 3, pathway: 'sondage' },
          ],
        },
      });
      const first = { ...begun('porte'), gate: [answer('GST-1-a', wrong)] };
      expect(nextMove(two, first, never)).to.deep.equal({ kind: 'route', pathway: 'gestes' });
      const later = { ...begun('porte'), gate: [answer('GST-1-a'), answer('GST-1-b', wrong)] };
      expect(nextMove(two, later, never)).to.deep.equal({ kind: 'item', item: 'GST-1-c', phase: 'gate' });
      expect(nextMove(two, withAnswer(later, 'gate', answer('GST-1-c', null)), never)).to.deep.equal({ kind: 'route', pathway: 'sondage' });
    });

    it('proposes the other pathway as soon as enough is missed, and waits for the answer', () => {
      const record = { ...begun('porte'), gate: [answer('GST-1-a', wrong), answer('GST-1-b', null)] };
      expect(nextMove(pack, record, never)).to.deep.equal({ kind: 'route', pathway: 'gestes' });
      expect(
        nextMove(pack, { ...record, route: null }, () => 'MEL-1-a'),
        'declined',
      ).to.deep.equal({ kind: 'item', item: 'MEL-1-a', phase: 'main' });
      expect(nextMove(pack, { ...record, route: 'gestes' }, never), 'accepted').to.deep.include({ kind: 'lesson' });
    });
  });

  it('who has begun the main part without a connection stays in it, whatever the gate says', () => {
    const missed = { ...begun('porte'), gate: [answer('GST-1-a', wrong), answer('GST-1-b', null)], answers: answers('NAV-2-a') };
    expect(nextMove(pack, missed, () => 'MEL-1-a')).to.deep.equal({ kind: 'item', item: 'MEL-1-a', phase: 'main' });
  });

  describe('in learning mode', () => {
    it('a lesson comes once, before the first item of its subject', () => {
      const record = begun('gestes');
      expect(nextMove(pack, record, never)).to.deep.include({ kind: 'lesson' });
      const read = { ...record, lessons: ['lecon-mel'] };
      expect(nextMove(pack, read, never)).to.deep.equal({ kind: 'item', item: 'MEL-1-a', phase: 'main' });
      expect(nextMove(pack, { ...read, answers: answers('MEL-1-a') }, never)).to.deep.equal({
        kind: 'item',
        item: 'MEL-1-b',
        phase: 'main',
      });
    });

    it('ends without a review: each answer was looked at already', () => {
      expect(
        nextMove(pack, { ...begun('gestes'), lessons: ['lecon-mel'], answers: answers('MEL-1-a MEL-1-b NAV-1-a', wrong) }, never),
      ).to.deep.equal({ kind: 'end' });
    });
  });

  describe('after several "je ne sais pas encore" in a row', () => {
    const lost = { ...begun('sondage'), answers: answers('MEL-1-a NAV-1-a', null) };

    it('offers to stop, with dignity', () => {
      expect(nextMove(pack, lost, never)).to.deep.equal({ kind: 'stop' });
      expect(nextMove(pack, { ...lost, stopped: true }, never), 'accepted').to.deep.equal({ kind: 'review' });
    });

    it('does not insist: once declined, it takes as many again', () => {
      const wentOn = { ...lost, wentOnAt: 2 };
      expect(nextMove(pack, wentOn, never)).to.deep.equal({ kind: 'item', item: 'SEC-1-a', phase: 'main' });
      const oneMore = withAnswer(wentOn, 'main', answer('SEC-1-a', null));
      expect(nextMove(pack, oneMore, never)).to.deep.equal({ kind: 'item', item: 'MEL-2-a', phase: 'main' });
      expect(nextMove(pack, withAnswer(oneMore, 'main', answer('MEL-2-a', null)), never)).to.deep.equal({ kind: 'stop' });
    });

    it('a wrong answer is not an "I do not know"', () => {
      expect(nextMove(pack, { ...begun('sondage'), answers: [answer('MEL-1-a', null), answer('NAV-1-a', wrong)] }, never)).to.deep.include({
        kind: 'item',
      });
    });
  });
});

describe('what a device kept', () => {
  const record = begun('depart');

  it('is taken up by the same pack and pathway, and by no other', () => {
    const kept: unknown = JSON.parse(JSON.stringify(record));
    expect(readRecord(kept, 'small@1.0.0', 'depart')).to.deep.equal(record);
    expect(readRecord(kept, 'small@1.0.1', 'depart'), 'another version').to.equal(null);
    expect(readRecord(kept, 'small@1.0.0', 'porte'), 'another pathway').to.equal(null);
  });

  for (const [name, value] of Object.entries({
    nothing: undefined,
    null: null,
    text: 'record',
    'a list': [],
    'another version': { ...record, version: 2 },
    'no answers': { ...record, answers: undefined },
    'a broken seed': { ...record, seed: 'seven' },
  }))
    it(`is refused when it is ${name}`, () => {
      expect(readRecord(value, 'small@1.0.0', 'depart')).to.equal(null);
    });
});
