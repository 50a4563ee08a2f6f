import type { Explanation } from '../../engine/index.js';
import {
  levelsOf,
  skillId,
  type ExplainedCriterion,
  type ExplainedGateItem,
  type ExplainedQuestion,
  type ExplainedRoute,
  type ExplainedRule,
  type ExplainedStop,
  type Grade,
  type Item,
  type Pack,
  type Pathway,
  type SessionExplanation,
  type Text,
  type Unused,
} from '../../model/index.js';
import { defaultThreshold } from '../../grading/index.js';
import { levelRange } from './bank.js';
import { bankOf } from './engine-bank.js';
import { parametersFor } from './formula.js';
import { pathwayInForce } from './next-move.js';
import type { RecordedAnswer, SessionRecord } from './record.js';
import { axisShare, confident, hurry, mastery, mostSteps, passedShare, readRules, resultOf, takenBy, type Outcome } from './result.js';

/** A question of the session as its file has it, with what its answer is worth; null: "je ne sais pas encore". */
export interface Observed {
  readonly item: Item;
  readonly grade: Grade | null;
}

/** What a result is made from, what the engine says of it, and the questions that were asked. */
export interface Explainable extends Outcome {
  readonly explained: Explanation;
  /** By id: those of the gate and those of the pathway. */
  readonly observed: ReadonlyMap<string, Observed>;
}

/** Closed list: each has its sentence in the document. */
const unused: readonly Unused[] = ['identity', 'time', 'device', 'way', 'reading', 'pauses'];

/** Everything that made the result of a session what it is. */
export function explanationOf(about: Explainable): SessionExplanation {
  const { pack, record, estimate, engine, explained, offers } = about;
  const result = resultOf(about);
  const pathway = pathwayInForce(pack, record);
  const { id, title, mode } = pathway;
  const gate = gateOf(about);
  return {
    schema: 'pix-diagnostic/explanation@1',
    result,
    packTitle: pack.title,
    opened: { id: record.pathway, title: titleOf(pack, record.pathway) },
    pathway: { id, title, mode },
    seed: record.seed,
    ...(gate && { gate }),
    questions: record.answers.map((answer, i) => questionOf(about, pathway, answer, i + 1)),
    formula: formulaOf(pack, pathway, engine, explained.aim),
    thresholds: { mastery, confident, hurry },
    axes: pack.axes.map((axis, i) => ({
      id: axis.id,
      title: axis.title,
      share: axisShare(pack, pathway, axis, result.subjects, estimate),
      observations: result.axes[i]?.observations ?? 0,
      state: result.axes[i]?.state ?? 'not-seen',
    })),
    subjects: result.subjects.map(({ id, observations, level }) => ({
      id,
      title: subjectTitle(pack, id),
      observations,
      level,
      probabilities: levelsOfSubject(pack, id).map((each) => estimate.skillProbs[skillId(id, each)] ?? 0),
    })),
    stop: stopOf(pathway, record, explained),
    rules: readRules(
      pack,
      pathway.recommendations,
      { band: result.score.band, axes: result.axes, passed: passedShare(record) },
      offers,
      takenBy(record, pathway),
    ).map(({ rule, outcome, step }): ExplainedRule => {
      const axis = pack.axes.find((candidate) => candidate.id === rule.when.axis);
      return {
        id: rule.id,
        when: rule.when,
        ...(axis && { axis: axis.title }),
        gives:
          rule.offer === undefined
            ? { kind: 'pathway', id: rule.pathway ?? '', title: titleOf(pack, rule.pathway ?? '') }
            : { kind: 'offer', id: rule.offer, ...(step && { title: step.title }) },
        outcome,
      };
    }),
    mostSteps,
    unused,
  };
}

function formulaOf(pack: Pack, pathway: Pathway, version: string, aim: Explanation['aim']): SessionExplanation['formula'] {
  const { skills } = bankOf(pack, pathway);
  const [, hardest] = levelRange(pathway);
  const harder = skills.some(({ level }) => level > hardest);
  const quotas = Object.entries(pathway.quotas ?? {}).map(([id, quota]) => ({
    domain: pack.domains.find((domain) => domain.id === id)?.title ?? id,
    ...quota,
  }));
  return {
    version,
    parameters: parametersFor(pathway, aim),
    levels: skills.length,
    ...(harder && { hardest }),
    ...(quotas.length > 0 && { quotas }),
  };
}

const titleOf = (pack: Pack, id: string): Text => pack.pathways.find((pathway) => pathway.id === id)?.title ?? id;

const subjectTitle = (pack: Pack, id: string): Text => pack.subjects.find((subject) => subject.id === id)?.title ?? id;

const levelsOfSubject = (pack: Pack, id: string): readonly number[] => {
  const subject = pack.subjects.find((candidate) => candidate.id === id);
  return subject ? levelsOf(subject) : [];
};

const observedIn = ({ observed }: Explainable, id: string): Observed => {
  const found = observed.get(id);
  if (!found) throw new Error(`The question "${id}" is not there to be explained.`);
  return found;
};

function gateOf(about: Explainable): SessionExplanation['gate'] {
  const { pack, record } = about;
  const gate = pack.pathways.find(({ id }) => id === record.pathway)?.gate;
  if (!gate || record.gate.length === 0) return undefined;
  const items = record.gate.map(({ item, passed, response }): ExplainedGateItem => {
    const { situation } = observedIn(about, item).item;
    return { item, situation, passed, unknown: response === null };
  });
  let met = false;
  const routes = gate.routes.map(({ failures, of, pathway }): ExplainedRoute => {
    const failed = items.slice(0, of).filter(({ passed }) => !passed).length;
    const rule = { failures, of, pathway: { id: pathway, title: titleOf(pack, pathway) }, failed };
    if (met) return { ...rule, outcome: 'not-read' };
    met = failed >= failures;
    return met ? { ...rule, outcome: 'met', accepted: record.route === pathway } : { ...rule, outcome: 'not-met' };
  });
  return { items, routes };
}

function questionOf(about: Explainable, pathway: Pathway, answer: RecordedAnswer, number: number): ExplainedQuestion {
  const { pack } = about;
  const { item, grade } = observedIn(about, answer.item);
  const { subject = '', level = 1, type = item.task.type } = pack.items.find(({ id }) => id === answer.item) ?? {};
  const observed = grade && observedOf(item, grade, answer);
  const counted = countedOf(about, pathway, answer.item);
  return {
    number,
    item: item.id,
    type,
    situation: item.situation,
    prompt: item.prompt,
    subject: { id: subject, title: subjectTitle(pack, subject) },
    level,
    levels: levelsOfSubject(pack, subject).length,
    passed: answer.passed,
    unknown: answer.response === null,
    ...(observed && { observed }),
    ...(counted && { counted }),
  };
}

/** Nothing is said that contradicts what was recorded: rules may have changed since. */
function observedOf(item: Item, grade: Grade, { passed }: RecordedAnswer): ExplainedQuestion['observed'] {
  if (grade.passed !== passed) return undefined;
  const criteria = item.criteria.map(({ label, weight = 1, critical = false }, i): ExplainedCriterion => ({
    label,
    met: grade.criteria[i]?.met ?? false,
    weight,
    critical,
  }));
  return { criteria, score: grade.score, threshold: item.threshold ?? defaultThreshold };
}

function countedOf({ pack, explained }: Explainable, pathway: Pathway, id: string): ExplainedQuestion['counted'] {
  const change = explained.answers.find(({ item }) => item === id);
  const bank = bankOf(pack, pathway);
  const known = bank.items.find((item) => item.id === id);
  const skill = bank.skills.find((candidate) => candidate.id === known?.skill);
  if (!change || !known || !skill) return undefined;
  const { guess, slip, seconds } = known;
  const looked = change.second === undefined ? undefined : (change.outcome ? known.harder : known.easier)?.skill;
  const other = bank.skills.find((candidate) => candidate.id === looked);
  const belief = ({ score, sd, bandProbs }: (typeof change)['before']): NonNullable<ExplainedQuestion['counted']>['before'] => ({
    score,
    sd,
    bandProbabilities: bandProbs,
  });
  return {
    difficulty: skill.threshold ?? skill.level - 0.5,
    guess,
    slip,
    seconds,
    ...(other && {
      second: { level: other.level, difficulty: other.threshold ?? other.level - 0.5, shown: change.second ?? false },
    }),
    before: belief(change.before),
    after: belief(change.after),
  };
}

function stopOf(
  { mode, stopAfterUnknown }: Pathway,
  { stopped, stoppedAt }: SessionRecord,
  { rule, askedRule, stop, patchy }: Explanation,
): ExplainedStop {
  const common = { ...(stopAfterUnknown !== undefined && { afterUnknown: stopAfterUnknown }) };
  const learner = stoppedAt !== undefined;
  if (mode !== 'evaluation') return { reason: learner ? 'learner' : 'form', ...common };
  const { minItems, maxItems, confidence, decay, sd } = rule;
  return {
    // Without the engine's word, it is the correction of an answer that ended the questions.
    reason: learner ? 'learner' : (stop.reason ?? (stopped ? 'review' : 'form')),
    ...common,
    rule: {
      patchy,
      ...(askedRule.patchy && { patchyAbove: { probability: askedRule.patchy[0], domainSd: askedRule.patchy[1] } }),
      minItems,
      maxItems,
      confidence,
      decay,
      sd,
      reached: { owed: stop.owed, confidence: stop.confidence, confidenceAsked: stop.confidenceAsked, sd: stop.sd },
    },
  };
}
