import type { AxisState, ExplainedStopReason, RuleOutcome, Unused } from '../model/index.js';
import { decimal, likelihoodOf, percentage, unsure, type Likelihoods } from './figures.js';
import type { Words } from './french.js';
import { lineTag, type Line, type Run } from './lines.js';

const line = lineTag();

const likelihoods: Likelihoods = ['almost certain', 'very likely', 'likely', 'possible', 'unlikely', 'very unlikely', 'almost ruled out'];

const states: Readonly<Record<AxisState, string>> = {
  acquired: 'achieved',
  'on-track': 'on track',
  'to-work-on': 'to work on',
  'not-seen': 'not seen',
};

const unused: Readonly<Record<Unused, string>> = {
  identity: 'who answers: name, age, sex and address are not asked',
  time: 'the time taken, for score and level: it serves only to notice answers that were hardly read',
  device: 'the device: phone, tablet or computer',
  way: 'the way of doing it: finger, mouse, keyboard, screen reader; only what is done in the end is looked at',
  reading: 'the choice of simple text',
  pauses: 'breaks',
};

const offers: Readonly<Record<string, string>> = {
  workshop: 'a workshop',
  training: 'a training course',
  certification: 'a certification',
};

const or = (words: readonly string[]): string => words.join(' or ');
const several = (n: number): string => (n === 1 ? '' : 's');

/** Every sentence of the document, in English. */
export function english(): Words {
  const percent = (share: number): string => percentage(share, '%', ['less than ', 'more than ']);
  const points = (share: number): string => {
    const value = Math.round(1000 * share) / 10;
    return `${decimal(value)} point${value === 1 ? '' : 's'}`;
  };
  const chance = (share: number): string => `${likelihoodOf(share, likelihoods)} (${percent(unsure(share))})`;

  return {
    title: line`How was this result worked out?`,
    percent: (share: number): Line => [percent(share)],
    chance: (share: number): Line => [chance(share)],
    number: (x: number): string => decimal(x),
    separator: ', ',
    date: (iso: string): Line => [new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date(iso))],

    summary: {
      title: line`In short`,
      program: line`A program worked out this result. It follows fixed rules, the same for everybody. The same answers to the same questions always give the same result.`,
      counts: (asked: number, passed: number, failed: number, unknown: number): readonly Line[] => [
        line`Questions: ${asked}`,
        line`Passed: ${passed}`,
        line`Not passed yet: ${failed}`,
        line`“I don’t know yet”: ${unknown}`,
      ],
      score: (percent: number, from: number, to: number): Line =>
        line`The score is ${percent}%. It is an estimate: there is a 9 in 10 chance that the true value is between ${from}% and ${to}%.`,
      tasks: (passed: number, asked: number): Line =>
        line`This pathway shows the number of tasks done: ${passed} of ${asked}. A score is estimated too. It helps to choose what comes next.`,
      band: (band: number, share: number): Line =>
        line`Level ${band} of 3: it is ${chance(share)}. It is the most likely of the three levels.`,
      hurried: line`Most answers were given very fast, and few are passed: the score may not tell what is known.`,
      confirm: line`This level is to be confirmed with the person who supports you.`,
      purpose: line`This result helps to talk about what comes next. It is neither an exam nor a certification.`,
      disagree: line`Does something seem wrong to you? Talk about it with the person who supports you. You can also take the pathway again.`,
    },

    facts: {
      title: line`Dates and versions`,
      caption: line`What allows this result to be found again`,
      head: [line`Information`, line`Value`],
      opened: line`First pathway`,
      pathway: line`Pathway taken`,
      started: line`Begun`,
      finished: line`Finished`,
      content: line`Content`,
      version: line`Version of the calculation`,
      draw: line`Number of the draw`,
      id: line`Number of the result`,
      seed: line`When two questions are of equal use, a draw decides. With this number and the same answers, the same questions and the same result come again.`,
    },

    gate: {
      title: line`The first tasks`,
      intro: line`These tasks serve to choose where to begin. They do not count in the score.`,
      item: (situation: Run, passed: boolean, unknown: boolean): Line =>
        line`${situation}: ${unknown ? '“I don’t know yet”' : passed ? 'passed' : 'not passed yet'}`,
      rule: (failures: number, of: number, pathway: Run): Line =>
        line`Rule: the pathway “${pathway}” is suggested from ${failures} task${several(failures)} not passed among the first ${of}.`,
      'not-met': (failed: number): Line => line`Here the number of tasks not passed is ${failed}. The rule does not apply.`,
      accepted: (failed: number): Line => line`Here the number of tasks not passed is ${failed}. The rule applies. You chose this pathway.`,
      declined: (failed: number): Line =>
        line`Here the number of tasks not passed is ${failed}. The rule applies. You preferred to take the diagnostic anyway.`,
      'not-read': line`A rule above it applies already: this one is not read.`,
    },

    questions: {
      title: line`The questions, one by one`,
      how: line`Each question has one or more points to observe. It is passed when enough points are there. If an essential point is missing, it is not passed yet. If an answer was changed, the last one counts.`,
      start: line`Before the first answer, the calculation begins with the same assumptions for everybody. Each answer then changes the estimate.`,
      adapts: line`The next question is chosen among those that make the result most precise, in little time.`,
      name: (number: number, situation: Run, passed: boolean, unknown: boolean): Line =>
        line`Question ${number}: ${situation} (${unknown ? '“I don’t know yet”' : passed ? 'passed' : 'not passed yet'})`,
      prompt: (prompt: Run): Line => line`What was asked: ${prompt}`,
      subject: (subject: Run, level: number, levels: number): Line => line`Subject: ${subject}, level ${level} of ${levels}.`,
      unknown: line`Answer: “I don’t know yet”. It counts as “not passed yet”, with no share of luck.`,
      passed: line`Answer: passed.`,
      failed: line`Answer: not passed yet.`,
      observed: (score: number, threshold: number): Line => line`Points observed: ${percent(score)}. ${percent(threshold)} are needed.`,
      missing: line`An essential point is missing.`,
      criterion: (label: Run, met: boolean, critical: boolean): Line =>
        line`${label}: ${met ? 'done' : 'to look at again'}${critical ? ' (essential)' : ''}`,
      second: (level: number, shown: boolean): Line =>
        line`This question also shows a part of level ${level}: ${shown ? 'done' : 'to look at again'}.`,
      changed: line`What this answer changed`,
      head: [line`Estimate`, line`Before`, line`After`],
      score: line`Score`,
      level: (level: number): Line => line`Chance of level ${level}`,
      known: (difficulty: number, guess: number, slip: number, seconds: number): Line =>
        line`For the calculation: difficulty ${decimal(difficulty)}; passing by luck ${percent(guess)}; failing though able ${percent(slip)}; expected time ${seconds} seconds.`,
      notCounted: line`This question does not count in the score.`,
    },

    levels: {
      title: line`From the score to the level`,
      score: (levels: number): Line =>
        line`Each subject has several levels, from the simplest to the hardest. In all, that makes ${levels} levels to master. All count alike. The score is the share that you probably master.`,
      hardest: (level: number): Line =>
        level === 1
          ? line`This pathway asks only the first level of each subject. The next ones count as not mastered yet.`
          : line`This pathway asks levels 1 to ${level} of each subject. The next ones count as not mastered yet.`,
      caption: line`The three levels of the result`,
      head: [line`Level`, line`Share mastered`, line`Chance`],
      level: (level: number): Line => line`Level ${level}`,
      below: (cut: number): Line => line`less than ${percent(cut)}`,
      between: (low: number, high: number): Line => line`${percent(low)} to ${percent(high)}`,
      above: (cut: number): Line => line`more than ${percent(cut)}`,
      hurry: (answers: number, pace: number): Line =>
        line`The result is to be confirmed too if at least ${answers} questions were tried, half of the answers took less than ${percent(pace)} of the expected time and fewer than half are passed. The score is the same.`,
      shown: (confident: number): Line =>
        line`The level given is the most likely one. If its chance is under ${percent(confident)}, the result names the two most likely levels. It then says “to be confirmed”.`,
    },

    skills: {
      title: line`The skills`,
      rule: line`The state of a skill depends on its estimated share:`,
      rules: (low: number, high: number): readonly Line[] => [
        line`${percent(high)} or more: ${states.acquired}`,
        line`from ${percent(low)} to less than ${percent(high)}: ${states['on-track']}`,
        line`less than ${percent(low)}: ${states['to-work-on']}`,
        line`no question asked: ${states['not-seen']}`,
      ],
      caption: line`The lines of the result`,
      head: [line`Skill`, line`Estimated share`, line`State`],
      share: (share: number, questions: number): Line => line`${percent(share)} (${questions} question${several(questions)})`,
      none: line`no question`,
      state: (state: AxisState): Line => [states[state]],
      mastery: (mastery: number): Line =>
        line`In a subject, a level is reached when it has at least a ${percent(mastery)} chance of being mastered. The levels before it must be reached too.`,
      subjects: line`The subjects`,
      subjectHead: [line`Subject`, line`Level reached`, line`Chance, level by level`],
      reached: (level: number, levels: number): Line => line`${level} of ${levels}`,
      chances: (shares: readonly number[]): Line => [shares.map(percent).join(', ')],
    },

    stop: {
      title: line`Why the questions stopped`,
      fired: (reason: ExplainedStopReason, asked: number, afterUnknown: number, maxItems: number): Line =>
        ({
          confident: line`The questions stopped after question ${asked}, since the result was sure enough.`,
          'max-items': line`The questions stopped since the maximum number of questions was reached: ${maxItems}.`,
          'bank-empty': line`The questions stopped since all those of the pathway had been asked.`,
          learner: line`You chose to stop, after ${afterUnknown} times “I don’t know yet” in a row.`,
          review: line`You changed an answer when looking again. After a change, no question is added.`,
          form: line`This pathway has a fixed list of questions. It stopped at the end of the list.`,
        })[reason],
      rule: line`The result is sure enough when all of this is true:`,
      enough: (asked: number, least: number): Line => line`at least ${least} questions have been asked; here: ${asked}`,
      seen: (owed: number): Line => line`each domain has had its questions; here: ${owed === 0 ? 'yes' : 'not yet'}`,
      sure: (reached: number, asked: number): Line =>
        line`the most likely level has at least a ${percent(asked)} chance; here: ${percent(reached)}`,
      precise: (reached: number, asked: number): Line =>
        line`the doubt about the score is ${points(asked)} at most; here: ${points(reached)}`,
      patchy: line`The answers were very different from one subject to another. So more certainty was needed, and more questions.`,
      decay: (confidence: number, decay: number): Line =>
        line`The certainty asked for is ${percent(confidence)} up to question 7. It then falls by ${points(decay)} with each question, so as not to ask too many.`,
      else: (maxItems: number): Line => line`The questions also stop after ${maxItems}, or when all those of the pathway have been asked.`,
      offered: (afterUnknown: number): Line => line`After ${afterUnknown} times “I don’t know yet” in a row, you can choose to stop.`,
    },

    rules: {
      title: line`Why these steps are suggested`,
      fired: (rule: string): Line => line`The next step comes from rule ${rule}.`,
      none: line`No rule gave a step.`,
      host: line`The site that offers this diagnostic chose the steps shown. Here is what the rules of the pathway give.`,
      intro: (most: number): Line =>
        line`The rules of the pathway are read in order. A rule gives a step when its condition is true. ${most} steps at most are kept.`,
      always: line`in all cases`,
      bands: (bands: readonly number[]): Line => line`if the level is ${or(bands.map(String))}`,
      passed: (least: number | undefined, below: number | undefined): Line =>
        line`if ${[...(least === undefined ? [] : [`at least ${percent(least)}`]), ...(below === undefined ? [] : [`less than ${percent(below)}`])].join(' and ')} of the questions were passed`,
      axis: (axis: Run, wanted: readonly AxisState[] | undefined): Line =>
        wanted ? line`if “${axis}” is ${or(wanted.map((state) => states[state]))}` : line`if there is a line “${axis}”`,
      and: line` and `,
      pathway: (title: Run): Line => line`suggest the pathway “${title}”`,
      offer: (kind: string): Line => line`suggest an offer of the site (${offers[kind] ?? kind})`,
      made: (title: Run): Line => line`suggest the offer of the site “${title}”`,
      rule: (id: string, condition: Line, gives: Line, outcome: Line): Line => line`Rule ${id}: ${condition}, ${gives}. ${outcome}`,
      outcome: (outcome: RuleOutcome, rank: number): Line =>
        ({
          fired: line`It gave step ${rank}.`,
          'not-met': line`The condition is not true.`,
          unavailable: line`The site has no offer of this kind.`,
          taken: line`This pathway has been done already.`,
          repeated: line`This step is suggested already.`,
          'not-read': line`There are enough steps already: it is not read.`,
        })[outcome],
    },

    unused: {
      title: line`What does not count`,
      intro: line`The calculation does not use:`,
      item: (what: Unused): Line => [unused[what]],
    },

    formula: {
      title: line`To go further: the formula`,
      intro: line`This part is technical. It allows a specialist to do the calculation again.`,
      version: (version: string): Line => line`This is the formula of version ${version} of the calculation.`,
      score: line`The score is the share of levels mastered, all subjects together. t is the number of levels mastered in a subject.`,
      prior: line`At first one assumes a general ease g, a difference u for each domain, and an unevenness τ from subject to subject. The unit is the level. N is the normal law (mean, then standard deviation). τ = ∗ stands for a patchy profile: at home in some subjects, and new to the others.`,
      mastery: line`Chance of mastering at least k levels of a subject. θ is the difficulty of level k. Φ is the cumulative normal law.`,
      patchyMastery: line`The same for a patchy profile (τ = ∗). q is the share of the subjects in which one is at home, whatever their difficulty; L is the number of levels of the subject that the pathway asks about.`,
      passing: line`Chance of passing a question of level k. γ is the chance of passing by luck, σ that of failing though able, with a margin.`,
      second: line`A question that is passed may show a harder level too, and one that is not an easier level. The calculation then counts both observations, like two questions.`,
      unknown: line`Weight of “I don’t know yet”, in the place of r.`,
      bayes: line`After each answer, Bayes’ rule changes the chances. r becomes 1 − r when the question is not passed.`,
      bands: line`Score, doubt and chances of each level. W is the weight of each pair (g, τ); C and D are the mean and variance of S for that pair.`,
      choice: (levels: boolean): Line =>
        line`Next question: drawn among the most useful. I is the information expected about the level of the result (in nats), ΔV the expected fall of the variance V of S${levels ? ', K the information expected about the levels of the subject (in nats)' : ''}, d the expected time in seconds.`,
      draw: (draw: number, first: number): Line =>
        line`The draw is among the questions with at least ${percent(draw)} of the greatest use (${percent(first)} for the first question). Two questions in a row about the same level of a subject are avoided.`,
      pool: (pool: number, least: number): Line =>
        line`Each session draws ${percent(pool)} of the questions of the pathway, and at least ${decimal(least)} times the number that may be asked: so not everybody gets the same ones. The others are used only where these are not enough.`,
      quota: (domain: Run, least: number, most: number | undefined): Line =>
        most === undefined
          ? line`This pathway asks at least ${least} question${several(least)} of the domain “${domain}”, if there are enough.`
          : line`This pathway asks ${least} to ${most} question${several(most)} of the domain “${domain}”, if there are enough.`,
      uneven: (probability: number, domainSd: number): Line =>
        line`The profile is taken to be patchy when the probability of τ = ∗ is over ${percent(probability)} and the doubt about a domain is over ${points(domainSd)}. More certainty is then needed, and more questions.`,
      relief: (count: number): Line =>
        line`After ${count} question${several(count)} in a row not passed, the next one is chosen rather easy in the same way.`,
      visit: line`From question 7 on, every second question goes to a domain that has not had its questions yet, as long as there is one. So it does when nothing else is left to do, or just enough questions.`,
      easy: (count: number, least: number, most: number): Line =>
        line`The first question${several(count)}${count === 1 ? '' : `, ${count} of them,`} should be rather easy: with a chance of ${percent(least)} to ${percent(most)} of being passed, if possible.`,
    },
  };
}
