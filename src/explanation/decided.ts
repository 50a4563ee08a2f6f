import type { ExplainedRule, SessionExplanation } from '../model/index.js';
import { list, paragraph, section, type Section } from './blocks.js';
import type { Line } from './lines.js';
import type { Writer } from './writer.js';

/** Why no more question was asked: what fired, then the whole rule with its figures. */
export function stopSection({ stop, result }: SessionExplanation, { words }: Writer): Section {
  const { reason, afterUnknown = 0, rule } = stop;
  const { answered } = result;
  const say = words.stop;
  return section(say.title, [
    paragraph(say.fired(reason, answered, afterUnknown, rule?.maxItems ?? answered)),
    ...(rule
      ? [
          paragraph(say.rule),
          list([
            say.enough(answered, rule.minItems),
            say.seen(rule.reached.owed),
            say.sure(rule.reached.confidence, rule.reached.confidenceAsked),
            say.precise(rule.reached.sd, rule.sd),
          ]),
          rule.patchy && paragraph(say.patchy),
          paragraph(say.decay(rule.confidence, rule.decay)),
          paragraph(say.else(rule.maxItems)),
        ]
      : []),
    afterUnknown > 0 && reason !== 'learner' && paragraph(say.offered(afterUnknown)),
  ]);
}

/** Every rule of the pathway in order, and what became of it. */
export function rulesSection({ rules, result, mostSteps }: SessionExplanation, writer: Writer): Section {
  const say = writer.words.rules;
  const fired = rules.filter(({ outcome }) => outcome === 'fired');
  const steps = result.recommendations.map(({ rule }) => rule).join();
  const first = fired[0];
  return section(say.title, [
    paragraph(steps !== fired.map(({ id }) => id).join() ? say.host : first ? say.fired(first.id) : say.none),
    paragraph(say.intro(mostSteps)),
    list(rules.map((rule) => ruleLine(rule, fired.indexOf(rule) + 1, writer))),
  ]);
}

function ruleLine({ id, when, axis, gives, outcome }: ExplainedRule, rank: number, { words, run }: Writer): Line {
  const say = words.rules;
  const conditions = [
    ...(when.bands ? [say.bands(when.bands)] : []),
    ...(when.passed ? [say.passed(when.passed.least, when.passed.below)] : []),
    ...(when.axis === undefined ? [] : [say.axis(run(axis ?? when.axis), when.states)]),
  ];
  const condition = conditions.length ? conditions.reduce((all, each) => [...all, ...say.and, ...each]) : say.always;
  const step =
    gives.kind === 'pathway' ? say.pathway(run(gives.title)) : gives.title === undefined ? say.offer(gives.id) : say.made(run(gives.title));
  return say.rule(id, condition, step, say.outcome(outcome, rank));
}
