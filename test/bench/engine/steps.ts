import { createEngine, type Bank } from '../../../src/engine/index.js';
import type { TestBank } from './banks.js';
import { quantile } from './metrics.js';
import { playEngine } from './players/engine.js';
import { newCat, zetaOf } from './players/jscat.js';
import { randomOf, type Random } from './random.js';
import type { Answer } from './world.js';

/** Time of a step, in milliseconds: choosing a question and taking its answer in. */
export interface StepTimes {
  readonly subjects: number;
  readonly items: number;
  readonly engine: { readonly mean: number; readonly p99: number; readonly steps: number };
  readonly jscat: { readonly mean: number; readonly p99: number; readonly steps: number };
}

const kinds = [
  { guess: 0.02, slip: 0.08, seconds: 75 },
  { guess: 0.05, slip: 0.07, seconds: 50 },
  { guess: 0.06, slip: 0.06, seconds: 50 },
  { guess: 0.1, slip: 0.06, seconds: 40 },
  { guess: 0.25, slip: 0.05, seconds: 30 },
];

/** A bank of so many items over subjects of `levels` levels from 1. */
function plainBank(subjects: number, levels: number, items: number): TestBank {
  const domains = ['0', '1', '2', '3', '4'];
  const names = Array.from({ length: subjects }, (_, s) => `s${s}`);
  const idsOf = (subject: string): string[] => Array.from({ length: levels }, (_, i) => `${subject}-${i + 1}`);
  const domainOf = (s: number): number => s % domains.length;
  const skills = names.flatMap((subject, s) =>
    idsOf(subject).map((id, i) => ({ id, subject, domain: domains[domainOf(s)]!, level: i + 1, weight: 1 })),
  );
  const bank: Bank = {
    id: `${items} items`,
    domains,
    subjects: names.map((id, s) => ({ id, domain: domains[domainOf(s)]!, skills: idsOf(id) })),
    skills,
    items: Array.from({ length: items }, (_, i) => ({
      id: String(i),
      skill: skills[i % skills.length]!.id,
      ...kinds[(i + Math.floor(i / skills.length)) % kinds.length]!,
    })),
    cuts: [0.5, 0.8],
  };
  return {
    bank,
    places: skills.map(({ level }, i) => {
      const subject = Math.floor(i / levels);
      return { subject, domain: domainOf(subject), nature: 'neither', level };
    }),
    skillOf: bank.items.map((_, i) => i % skills.length),
    seconds: [],
    ahead: 0,
  };
}

/** Answers of somebody in the middle of the levels. */
const middling = ({ places, skillOf }: TestBank, levels: number, random: Random): Answer[] =>
  skillOf.map((skill) => ({ outcome: random.chance(places[skill]!.level <= levels / 2 ? 0.85 : 0.2), unknown: false }));

/** A session of jsCAT with the whole bank at every step. */
function timeJscat(testBank: TestBank, answers: readonly Answer[], count: number): number[] {
  const left = new Map(testBank.bank.items.map((_, item) => [item, { ...zetaOf(testBank, item), item }]));
  const cat = newCat();
  return Array.from({ length: count }, () => {
    const start = performance.now();
    const { item } = cat.findNextItem([...left.values()], 'MFI', false).nextStimulus as unknown as { item: number };
    const { a, b, c, d } = left.get(item)!;
    left.delete(item);
    cat.updateAbilityEstimate({ a, b, c, d }, answers[item]!.outcome ? 1 : 0);
    return performance.now() - start;
  });
}

const summary = (times: readonly number[]): StepTimes['engine'] => ({
  mean: times.reduce((a, b) => a + b) / times.length,
  p99: quantile(times, 0.99),
  steps: times.length,
});

/** Measures both in turn, on one thread, after a session each to warm up. */
export function stepTimes(sessions: number): StepTimes[] {
  return [
    { subjects: 16, levels: 4, items: 200 },
    { subjects: 40, levels: 6, items: 10_000 },
  ].map(({ subjects, levels, items }) => {
    const testBank = plainBank(subjects, levels, items);
    const engine = createEngine(testBank.bank, { mode: 'thorough' });
    const indexOf = new Map(testBank.bank.items.map(({ id }, i) => [id, i]));
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let session = 0; session <= sessions; session++) {
      const answers = middling(testBank, levels, randomOf('steps', items, session));
      const { times } = playEngine(engine, indexOf, answers, session);
      // Few steps of jsCAT are enough where one takes a tenth of a second.
      const other = session > 0 && items > 1000 && session > sessions / 4 ? [] : timeJscat(testBank, answers, times.length);
      if (session === 0) continue;
      ours.push(...times);
      theirs.push(...other);
    }
    return { subjects, items, engine: summary(ours), jscat: summary(theirs) };
  });
}
