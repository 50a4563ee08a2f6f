import type { SessionExplanation } from '../model/index.js';
import { list, paragraph, section, table, type Section } from './blocks.js';
import type { Line } from './lines.js';
import type { Writer } from './writer.js';

/** What the result says, in a few sentences. */
export function summarySection({ result, thresholds }: SessionExplanation, { words }: Writer): Section {
  const { answered, passed, unknown, score, shows } = result;
  const share = score.bandProbabilities[score.band - 1] ?? 0;
  const say = words.summary;
  return section(
    say.title,
    [
      paragraph(say.program),
      list(say.counts(answered, passed, answered - passed - unknown, unknown)),
      shows === 'gestures' && paragraph(say.tasks(passed, answered)),
      paragraph(say.score(score.percent, ...score.interval)),
      paragraph(say.band(score.band, share)),
      result.score.confidence === 'low' && paragraph(say.confirm),
      share >= thresholds.confident && result.score.confidence === 'low' && paragraph(say.hurried),
      paragraph(say.purpose),
      paragraph(say.disagree),
    ],
    false,
  );
}

/** Versions, dates and numbers: all that is needed to find and redo the calculation. */
export function factsSection({ result, opened, pathway, packTitle, seed }: SessionExplanation, { words, run }: Writer): Section {
  const say = words.facts;
  const adaptive = pathway.mode === 'evaluation';
  const rows: (readonly [Line, Line])[] = [
    ...(opened.id === pathway.id ? [] : [[say.opened, [run(opened.title)]] as const]),
    [say.pathway, [run(pathway.title)]],
    [say.started, words.date(result.startedAt)],
    [say.finished, words.date(result.finishedAt)],
    [say.content, [run(packTitle), ` (${result.pack})`]],
    [say.version, [result.engine]],
    ...(adaptive ? [[say.draw, [String(seed)]] as const] : []),
    [say.id, [result.id]],
  ];
  return section(say.title, [table(say.caption, say.head, rows), adaptive && paragraph(say.seed)]);
}

/** From the score to the level. */
export function levelsSection({ result, formula, thresholds }: SessionExplanation, { words }: Writer): Section {
  const { cuts, bandProbabilities } = result.score;
  const [low, high] = cuts;
  const say = words.levels;
  const parts = [say.below(low), say.between(low, high), say.above(high)] as const;
  return section(say.title, [
    paragraph(say.score(formula.levels)),
    formula.hardest !== undefined && paragraph(say.hardest(formula.hardest)),
    table(
      say.caption,
      say.head,
      parts.map((part, i) => [say.level(i + 1), part, words.chance(bandProbabilities[i] ?? 0)]),
    ),
    paragraph(say.shown(thresholds.confident)),
    paragraph(say.hurry(thresholds.hurry.answers, thresholds.hurry.pace)),
  ]);
}

/** The lines of the result, and the level reached in each subject. */
export function skillsSection({ axes, subjects, result, thresholds }: SessionExplanation, { words, run }: Writer): Section {
  const say = words.skills;
  return section(say.title, [
    paragraph(say.rule),
    list(say.rules(...result.score.cuts)),
    table(
      say.caption,
      say.head,
      axes.map(({ title, share, observations, state }) => [
        [run(title)],
        observations ? say.share(share, observations) : say.none,
        say.state(state),
      ]),
    ),
    paragraph(say.mastery(thresholds.mastery)),
    table(
      say.subjects,
      say.subjectHead,
      subjects.map(({ title, observations, level, probabilities }) => [
        [run(title)],
        observations ? say.reached(level, probabilities.length) : say.state('not-seen'),
        say.chances(probabilities),
      ]),
    ),
  ]);
}

/** What has no part in it. */
export const unusedSection = ({ unused }: SessionExplanation, { words }: Writer): Section =>
  section(words.unused.title, [paragraph(words.unused.intro), list(unused.map(words.unused.item))]);
