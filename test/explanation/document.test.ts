import { expect } from '@esm-bundle/chai';
import { explanationDocument, explanationText, textOf, type Block } from '../../src/explanation/index.js';
import type { SessionExplanation } from '../../src/model/index.js';
import { explained, explainedAtGate } from '../support/explained.js';
import { knowsAll, knowsNothing, knowsUpTo } from '../support/runs.js';

/** Sessions of every kind: adaptive, fixed, learning; with a gate; of every level. */
const sessions: Readonly<Record<string, () => Promise<SessionExplanation>>> = {
  'an adaptive pathway': () => explained(knowsUpTo(2)),
  'a pathway with a gate': () => explained(knowsAll, 'porte'),
  'a pathway that the gate led to': () => explainedAtGate(true, knowsAll),
  'a gate whose proposal was declined': () => explainedAtGate(false, knowsUpTo(1)),
  'a learning pathway': () => explained(knowsAll, 'gestes'),
  'a fixed form': () => explained((item) => (item === 'NAV-1-a' ? null : knowsAll(item)), 'sondage'),
  'a learner who knows nothing yet': () => explained(knowsNothing),
};

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const every = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => [block, ...(block.kind === 'section' ? every(block.blocks) : [])]);

describe('the document of an explanation', () => {
  for (const [name, make] of Object.entries(sessions))
    for (const language of ['fr', 'en'] as const)
      it(`is complete for ${name}, in ${language === 'fr' ? 'French' : 'English'}`, async () => {
        const explanation = await make();
        const text = explanationText(explanation, { language });
        expect(text).to.not.match(/undefined|NaN|null|\[object|\{\w+\}|Infinity/);
        for (const { id } of explanation.rules) expect(text, 'every rule').to.match(new RegExp(`(Règle|Rule) ${id}\\b`));
        for (const { item } of explanation.questions) expect(text, 'every question').to.include(`Situation ${item}`);
        for (const { item } of explanation.gate?.items ?? []) expect(text, 'every task of the gate').to.include(`Situation ${item}`);
        for (const { id } of explanation.subjects) expect(text, 'every subject').to.include(`Sujet ${id}`);
        expect(text).to.include(explanation.result.pack).and.include(explanation.result.engine).and.include(explanation.result.id);
        expect(text.split('\n').every((line) => line.length < 600)).to.equal(true);
      });

  it('has the same sections, lists and tables in both languages', async () => {
    for (const make of Object.values(sessions)) {
      const explanation = await make();
      const shape = (language: 'fr' | 'en'): string[] =>
        every(explanationDocument(explanation, { language }).sections).map((block) =>
          block.kind === 'table'
            ? `table ${block.head.length}×${block.rows.length}`
            : block.kind === 'list'
              ? `list ${block.items.length}`
              : block.kind,
        );
      expect(shape('en')).to.deep.equal(shape('fr'));
    }
  });

  it('says tu throughout, or vous throughout', async () => {
    for (const make of Object.values(sessions)) {
      const explanation = await make();
      expect(explanationText(explanation, { register: 'tu' })).to.not.match(/\b(vous|votre|vos|avez|pouvez|parlez|maîtrisez)\b/iu);
      expect(explanationText(explanation, { register: 'vous' })).to.not.match(/\b(tu|te|ton|ta|tes|toi)\b|\bt’|\bparles-/iu);
    }
  });

  it('keeps to French typography', async () => {
    for (const make of Object.values(sessions)) {
      const text = explanationText(await make()).replace(/^\s{4}.*$|^\|.*$/gmu, '');
      expect(text).to.not.match(/[^\u202f][;!?](?=\s|$)/u);
      expect(text).to.not.match(/[^\u00a0\d]:(?=\s|$)/u);
      expect(text).to.not.match(/«[^\u00a0]|[^\u00a0]»| %|'|\.\.\./u);
    }
  });

  it('says the figures in words and as percentages, nothing as certain', async () => {
    const explanation = await explained(knowsAll);
    const text = plain(explanationText(explanation));
    const { score } = explanation.result;
    expect(text).to.include(`Le score est de ${score.percent} %.`);
    expect(text).to.match(/Niveau 3 sur 3 : c’est (presque certain|très probable|probable) \((\d\d|plus de 99) %\)/);
    expect(text).to.match(/Niveau 1 \| moins de 40 % \| presque exclu \(moins de 1 %\)/);
  });

  it('says first which rule gave the next step, or that the page chose it', async () => {
    const explanation = await explained(knowsNothing);
    expect(explanationText(explanation)).to.include('La prochaine étape vient de la règle gestures.');
    const [step] = explanation.result.recommendations;
    const chosen = { ...explanation.result, recommendations: step ? [{ ...step, rule: 'host' }] : [] };
    expect(explanationText({ ...explanation, result: chosen })).to.include('a choisi lui-même les étapes montrées');
    const none = { ...explanation, rules: [], result: { ...explanation.result, recommendations: [] } };
    expect(explanationText(none)).to.include('Aucune règle n’a donné d’étape.');
  });

  it('says in both languages how many questions a domain has, which ones a session draws from, and when a profile is uneven', async () => {
    const explanation = await explained(knowsUpTo(2));
    const { formula, stop } = explanation;
    const told: SessionExplanation = {
      ...explanation,
      formula: { ...formula, quotas: [{ domain: 'Se protéger', least: 4 }] },
      stop: {
        ...stop,
        ...(stop.rule && { rule: { ...stop.rule, patchyAbove: { probability: 0.8, domainSd: 0.15 } } }),
      },
    };
    const french = plain(explanationText(told));
    expect(french).to.include('Ce parcours pose au moins 4 questions du domaine « Se protéger »');
    expect(french).to.include('tire au sort 75 % des questions du parcours, et au moins 1,5 fois');
    expect(french).to.include('contrasté quand la probabilité de τ = ∗ dépasse 80 % et que l’incertitude d’un domaine dépasse 15 points');
    const english = plain(explanationText(told, { language: 'en' }));
    expect(english).to.include('at least 4 questions of the domain “Se protéger”').and.include('draws 75% of the questions');
  });

  it('says what a question is worth, and the levels of its subject only where they count', async () => {
    const explanation = await explained(knowsUpTo(2));
    const french = plain(explanationText(explanation));
    expect(french).to.include('U = (I + 0,3 ΔV ÷ (V + 0,5)) ÷ (d ÷ 45)^0,5').and.not.include('K l’information');
    const { parameters } = explanation.formula;
    const choice = { ...parameters.choice, levelShare: 0.4, timePower: 0.75 };
    const told = { ...explanation, formula: { ...explanation.formula, parameters: { ...parameters, choice } } };
    expect(plain(explanationText(told)))
      .to.include('U = (I + 0,3 ΔV ÷ (V + 0,5) + 0,4 K) ÷ (d ÷ 45)^0,75')
      .and.include('K l’information');
    expect(plain(explanationText(told, { language: 'en' }))).to.include('K the information expected about the levels of the subject');
  });

  it('says what is missing when an essential point is', async () => {
    const explanation = await explained(knowsNothing, 'sondage');
    const [question] = explanation.questions;
    if (!question) throw new Error('no question');
    const criteria = [
      { label: 'Le bon fichier', met: false, weight: 1, critical: true },
      { label: 'Un bonjour', met: true, weight: 1, critical: false },
    ];
    const failed = { ...question, unknown: false, observed: { criteria, score: 0, threshold: 0.75 } };
    const text = plain(explanationText({ ...explanation, questions: [failed] }));
    expect(text).to.include('Un point indispensable manque.').and.include('- Le bon fichier : à revoir (indispensable)');
    expect(text).to.include('- Un bonjour : fait');
  });

  it('in English marks what the pack has in French only', async () => {
    const { sections } = explanationDocument(await explained(knowsAll, 'sondage'), { language: 'en' });
    const question = every(sections).find((block) => block.kind === 'section' && textOf(block.title).startsWith('Question 1'));
    if (question?.kind !== 'section') throw new Error('no question');
    expect(question.title).to.deep.include({ text: 'Situation MEL-1-a', language: 'fr' });
    expect(textOf(question.title)).to.equal('Question 1: Situation MEL-1-a (passed)');
  });

  it('names each row of a table, and has as many cells as headers', async () => {
    for (const make of Object.values(sessions))
      for (const block of every(explanationDocument(await make()).sections)) {
        if (block.kind !== 'table') continue;
        expect(textOf(block.caption)).to.not.equal('');
        for (const row of block.rows) {
          expect(row).to.have.length(block.head.length);
          expect(row.every((cell) => textOf(cell) !== '')).to.equal(true);
        }
      }
  });
});
