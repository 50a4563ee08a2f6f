import { expect } from '@esm-bundle/chai';
import { recommend } from '../../src/backend/run/recommend.js';
import type { AxisResult, AxisState, Band, Offer, RecommendationRule, RuleFacts } from '../../src/model/index.js';
import { pack } from '../support/small-pack.js';

const axis = (id: string, state: AxisState): AxisResult => ({ id, title: id, state, observations: state === 'not-seen' ? 0 : 2 });
const facts = (band: Band, ...axes: AxisResult[]): RuleFacts => ({ band, axes, passed: 0.5 });
const rule = (id: string, more: Partial<RecommendationRule>): RecommendationRule => ({ id, when: {}, because: `parce que ${id}`, ...more });
const workshop: Offer = { id: 'atelier-12', kind: 'workshop', title: 'Atelier du mardi', url: 'https://mairie.example/ateliers' };

const stepsFor = (
  rules: readonly RecommendationRule[],
  about = facts(1),
  offers: readonly Offer[] = [],
  taken: readonly string[] = [],
): string[] => recommend(pack, rules, about, offers, taken).map(({ rank, kind, id, rule: by }) => `${rank} ${kind} ${id} (${by})`);

describe('recommended next steps', () => {
  it('are those of the rules that hold, in the order of the pathway', () => {
    const rules = [
      rule('low', { when: { bands: [1] }, pathway: 'gestes' }),
      rule('high', { when: { bands: [3] }, pathway: 'outils' }),
      rule('always', { pathway: 'sondage' }),
    ];
    expect(stepsFor(rules, facts(1))).to.deep.equal(['1 pathway gestes (low)', '2 pathway sondage (always)']);
    expect(stepsFor(rules, facts(2))).to.deep.equal(['1 pathway sondage (always)']);
    expect(stepsFor(rules, facts(3))).to.deep.equal(['1 pathway outils (high)', '2 pathway sondage (always)']);
  });

  it('say why, and what to expect', () => {
    const [step] = recommend(pack, [rule('low', { pathway: 'gestes' })], facts(1), [], []);
    expect(step).to.deep.equal({
      rank: 1,
      kind: 'pathway',
      id: 'gestes',
      title: 'Parcours gestes',
      summary: 'Résumé de gestes.',
      minutes: [5, 8],
      rule: 'low',
      reason: 'parce que low',
    });
  });

  it('depend on the state of an axis when a rule names one', () => {
    const rules = [rule('work', { when: { axis: 'ecrire', states: ['to-work-on', 'on-track'] }, pathway: 'gestes' })];
    expect(stepsFor(rules, facts(2, axis('ecrire', 'on-track')))).to.have.length(1);
    expect(stepsFor(rules, facts(2, axis('ecrire', 'acquired')))).to.deep.equal([]);
    expect(stepsFor(rules, facts(2, axis('ecrire', 'not-seen'))), 'nothing is known of it').to.deep.equal([]);
    expect(stepsFor(rules, facts(2, axis('internet', 'to-work-on'))), 'another axis').to.deep.equal([]);
  });

  it('depend on what was done when a rule says how much', () => {
    const rules = [
      rule('some', { when: { passed: { below: 0.8 } }, pathway: 'gestes' }),
      rule('most', { when: { passed: { least: 0.8 } }, pathway: 'depart' }),
      rule('half', { when: { passed: { least: 0.5, below: 0.8 } }, pathway: 'sondage' }),
    ];
    const about = (passed: number): string[] => stepsFor(rules, { ...facts(1), passed });
    expect(about(0)).to.deep.equal(['1 pathway gestes (some)']);
    expect(about(0.5)).to.deep.equal(['1 pathway gestes (some)', '2 pathway sondage (half)']);
    expect(about(0.8)).to.deep.equal(['1 pathway depart (most)']);
    expect(about(1)).to.deep.equal(['1 pathway depart (most)']);
  });

  it('need all that a rule names', () => {
    const rules = [rule('both', { when: { bands: [1], axis: 'ecrire', states: ['to-work-on'] }, pathway: 'gestes' })];
    expect(stepsFor(rules, facts(1, axis('ecrire', 'to-work-on')))).to.have.length(1);
    expect(stepsFor(rules, facts(2, axis('ecrire', 'to-work-on')))).to.deep.equal([]);
  });

  it('put an offer forward only when the host makes one of that kind', () => {
    const rules = [rule('offer', { offer: 'workshop' }), rule('else', { pathway: 'gestes' })];
    expect(stepsFor(rules, facts(1), [])).to.deep.equal(['1 pathway gestes (else)']);
    expect(stepsFor(rules, facts(1), [{ ...workshop, kind: 'training' }])).to.deep.equal(['1 pathway gestes (else)']);
    const [offer] = recommend(pack, rules, facts(1), [workshop], []);
    expect(offer).to.deep.equal({
      rank: 1,
      kind: 'offer',
      id: 'atelier-12',
      title: 'Atelier du mardi',
      url: 'https://mairie.example/ateliers',
      rule: 'offer',
      reason: 'parce que offer',
    });
  });

  it('propose again what was taken where nothing else is left: nobody is left without a next step', () => {
    const rules = [rule('low', { when: { bands: [1] }, pathway: 'gestes' }), rule('offer', { offer: 'workshop' })];
    expect(stepsFor(rules, facts(1), [], ['gestes'])).to.deep.equal(['1 pathway gestes (low)']);
    expect(stepsFor(rules, facts(1), [workshop], ['gestes'])).to.deep.equal(['1 offer atelier-12 (offer)']);
  });

  it('do not propose again what was just taken, nor the same step twice', () => {
    const rules = [rule('taken', { pathway: 'depart' }), rule('first', { pathway: 'gestes' }), rule('again', { pathway: 'gestes' })];
    expect(stepsFor(rules, facts(1), [], ['depart'])).to.deep.equal(['1 pathway gestes (first)']);
  });

  it('are three at most', () => {
    expect(stepsFor(['depart', 'porte', 'gestes', 'sondage'].map((pathway) => rule(pathway, { pathway })))).to.have.length(3);
  });

  it('pass over a pathway that the pack does not have', () => {
    expect(stepsFor([rule('gone', { pathway: 'disparu' }), rule('there', { pathway: 'gestes' })])).to.deep.equal([
      '1 pathway gestes (there)',
    ]);
  });
});
