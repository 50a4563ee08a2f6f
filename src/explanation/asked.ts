import type { ExplainedQuestion, SessionExplanation } from '../model/index.js';
import { list, paragraph, section, table, type Block, type Section } from './blocks.js';
import type { Writer } from './writer.js';

/** What was done before the questions that count. */
export function gateSection({ gate }: SessionExplanation, { words, run }: Writer): Section | undefined {
  if (!gate) return undefined;
  const say = words.gate;
  return section(say.title, [
    paragraph(say.intro),
    list(gate.items.map(({ situation, passed, unknown }) => say.item(run(situation), passed, unknown))),
    ...gate.routes.flatMap(({ failures, of, pathway, failed, outcome, accepted }): Block[] => {
      const became =
        outcome === 'met' ? say[accepted ? 'accepted' : 'declined'](failed) : outcome === 'not-met' ? say[outcome](failed) : say[outcome];
      return [paragraph(say.rule(failures, of, run(pathway.title))), paragraph(became)];
    }),
  ]);
}

/** Each question, what was observed, and what that changed. */
export const questionsSection = ({ questions, pathway }: SessionExplanation, writer: Writer): Section =>
  section(writer.words.questions.title, [
    paragraph(writer.words.questions.how),
    questions.some(({ counted }) => counted) && paragraph(writer.words.questions.start),
    pathway.mode === 'evaluation' && paragraph(writer.words.questions.adapts),
    ...questions.map((question) => questionSection(question, writer)),
  ]);

function questionSection(question: ExplainedQuestion, { words, run }: Writer): Section {
  const { number, situation, prompt, subject, level, levels, passed, unknown, observed, counted } = question;
  const say = words.questions;
  return section(say.name(number, run(situation), passed, unknown), [
    paragraph(say.prompt(run(prompt))),
    paragraph(say.subject(run(subject.title), level, levels)),
    paragraph(unknown ? say.unknown : passed ? say.passed : say.failed),
    observed &&
      paragraph(
        observed.criteria.some(({ met, critical }) => critical && !met) ? say.missing : say.observed(observed.score, observed.threshold),
      ),
    observed && list(observed.criteria.map(({ label, met, critical }) => say.criterion(run(label), met, critical))),
    counted?.second && paragraph(say.second(counted.second.level, counted.second.shown)),
    counted &&
      table(say.changed, say.head, [
        [say.score, words.percent(counted.before.score), words.percent(counted.after.score)],
        ...([0, 1, 2] as const).map((band) => [
          say.level(band + 1),
          words.percent(counted.before.bandProbabilities[band]),
          words.percent(counted.after.bandProbabilities[band]),
        ]),
      ]),
    paragraph(counted ? say.known(counted.difficulty, counted.guess, counted.slip, counted.seconds) : say.notCounted),
  ]);
}
