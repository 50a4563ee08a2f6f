import { itemsOf } from '../../backend/run/bank.js';
import type { PackItem } from '../../model/index.js';
import type { Trial } from './fairness.js';
import { bandOf, shareOf, type Share } from './figures.js';
import { attempt, learnerOf, trueScore, type Learner } from './learner.js';
import type { Job } from './part.js';
import { quotas } from './personas.js';
import { courseOf, type Course } from './play.js';

/** Learners of a trial: enough for an item that is one logit too hard to be seen. */
const inTrial = 4000;
/** Learners whose answers to everything are given to the engine, which takes time. */
const judged = 200;

/** Learners of the kinds of a job, in the same proportions. */
const learnersOf = ({ quotas: kinds, seed }: Job, total: number): readonly Learner[] =>
  quotas(
    kinds.map(({ persona, learners }) => [persona, learners]),
    total,
  ).flatMap(({ persona, learners }) => Array.from({ length: learners }, (_, n) => learnerOf(persona, n, seed)));

/** The items that a pathway may ask and a score counts. */
const scoredItems = ({ pack, pathway, unscored }: Course): readonly PackItem[] =>
  itemsOf(pack, pathway).filter(({ subject }) => !unscored.has(subject));

/** Learners of the kinds of a job answer all items of its pathway. */
export function trialOf(job: Job): Trial {
  const items = scoredItems(courseOf(job.pack, job.pathway));
  const learners = learnersOf(job, inTrial).map((learner) => ({
    groups: learner.persona.groups ?? [],
    passed: items.map((item) => attempt(learner, item, false, 0).passed),
  }));
  return { items, learners };
}

/** Of such learners: told the right band by an evaluation that asked everything. What a longer one can reach at most. */
export function rightOfAll(job: Job): Share {
  const course = courseOf(job.pack, job.pathway);
  const items = scoredItems(course);
  const learners = course.pathway.mode === 'evaluation' ? learnersOf(job, judged) : [];
  return shareOf(learners.filter((learner) => toldRight(course, items, learner)).length, learners.length);
}

function toldRight({ bank, pathway, engineFor }: Course, items: readonly PackItem[], learner: Learner): boolean {
  const engine = engineFor(pathway);
  const state = items.reduce((before, item) => {
    const { passed, unknown, second } = attempt(learner, item, false, 0);
    return engine.answer(before, item.id, passed, { unknown, ...(second !== undefined && { second }) });
  }, engine.start(learner.seed));
  return engine.estimate(state).band + 1 === bandOf(trueScore(learner, bank), bank.cuts);
}
