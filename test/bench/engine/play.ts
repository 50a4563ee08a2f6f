import { createEngine, type Bank, type Engine, type EngineOptions } from '../../../src/engine/index.js';
import { calibrated, testBanks, twoLevels, type TestBank } from './banks.js';
import { bandOf, drawLearner, shares, type Learner } from './learner.js';
import type { Outcome, Stated } from './outcome.js';
import { playCampaign, type Knowledge } from './players/campaign.js';
import { playEngine, stateAfter, type EngineTrace } from './players/engine.js';
import { masteryAt, playJscat, scoreAt, type Ability } from './players/jscat.js';
import type { BankVariant, Player } from './players/kinds.js';
import { crowdOf, knownBy, playOracle, type Crowd } from './players/oracle.js';
import { form, shuffled } from './players/orders.js';
import { randomOf } from './random.js';
import { noisy, type Noise, type Place } from './world.js';
import { worlds } from './worlds/index.js';

/** Learners who share a place. */
export const blockSize = 10;

/** A block of learners to be played: a unit of work, the same whoever does it. */
export interface Job {
  readonly seed: number;
  /** Indices. */
  readonly world: number;
  readonly bank: number;
  readonly block: number;
  readonly learners: number;
  /** As their world has it unless said. */
  readonly noise?: Noise;
}

/** The questions that a player asked a learner, and what came with them. */
interface Trace {
  readonly items: readonly number[];
  readonly times: readonly number[];
  readonly known?: Knowledge;
  readonly abilities?: readonly Ability[];
  readonly state?: EngineTrace['state'];
}

interface Verdict {
  readonly stated: Stated;
  readonly domainScores: readonly number[];
  /** P(mastered), if the player judges skills. */
  readonly mastery?: readonly number[];
}

const once = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
};

/** The band that a score falls in, without any doubt. */
const certain = (score: number, { bank }: TestBank): Stated => ({ score, band: bandOf(score, bank.cuts), confidence: 1 });

/** The share of a form that is right; a domain without question has the share of all. */
function shareRight(testBank: TestBank, { answers }: Learner, items: readonly number[]): Verdict {
  const share = (some: readonly number[]): number => some.filter((item) => answers[item]!.outcome).length / some.length;
  const score = share(items);
  const domainScores = testBank.bank.domains.map((_, d) => {
    const own = items.filter((item) => testBank.places[testBank.skillOf[item]!]!.domain === d);
    return own.length > 0 ? share(own) : score;
  });
  return { stated: certain(score, testBank), domainScores };
}

function inferred(testBank: TestBank, known: Knowledge): Verdict {
  const mastery = known.map((value) => Number(value ?? false));
  const { score, domainScores } = shares(testBank, (skill) => mastery[skill]!);
  return { stated: certain(score, testBank), domainScores, mastery };
}

/** A normal law of the ability, with jsCAT's standard error. */
function atAbility(testBank: TestBank, { theta, error }: Ability): Verdict {
  const { score, domainScores } = scoreAt(testBank, theta);
  const band = bandOf(score, testBank.bank.cuts);
  let [mass, inBand] = [0, 0];
  for (let z = -4; z <= 4; z += 0.1) {
    const weight = Math.exp((-z * z) / 2);
    mass += weight;
    if (bandOf(scoreAt(testBank, theta + z * error).score, testBank.bank.cuts) === band) inBand += weight;
  }
  const interval = [scoreAt(testBank, theta - 1.645 * error).score, scoreAt(testBank, theta + 1.645 * error).score] as const;
  return { stated: { score, band, confidence: inBand / mass, interval }, domainScores, mastery: masteryAt(testBank, theta) };
}

function believed({ bank }: TestBank, engine: Engine, state: EngineTrace['state']): Verdict {
  const { score, band, bandProbs, ci90, domainScores, skillProbs } = engine.estimate(state);
  return {
    stated: { score, band, confidence: bandProbs[band], interval: ci90 },
    domainScores: bank.domains.map((domain) => domainScores[domain]!),
    mastery: bank.skills.map(({ id }) => skillProbs[id]!),
  };
}

function likely(testBank: TestBank, crowd: Crowd, { answers }: Learner, items: readonly number[]): Verdict {
  const { bands, mastery } = knownBy(crowd, answers, items);
  const confidence = Math.max(...bands);
  const { score, domainScores } = shares(testBank, (skill) => mastery[skill]!);
  return { stated: { score, band: bands.indexOf(confidence), confidence }, domainScores, mastery };
}

const enriched = testBanks.map(twoLevels);
// Engines of banks that are the same for all blocks are made once.
const lasting = new WeakMap<Bank, Map<string, Engine>>();
function engineFor(bank: Bank, options: EngineOptions): Engine {
  let engines = lasting.get(bank);
  if (!engines) lasting.set(bank, (engines = new Map<string, Engine>()));
  const key = JSON.stringify(options);
  let engine = engines.get(key);
  if (!engine) engines.set(key, (engine = createEngine(bank, options)));
  return engine;
}
const itemIndex = testBanks.map(({ bank }) => new Map(bank.items.map(({ id }, i) => [id, i])));

/** The learners of a job, each with all answers fixed; and the bank as those see it who know more than is published. */
export function openJob({ seed, world: w, bank: b, block, learners, noise }: Job): {
  place: Place;
  learners: Learner[];
  banks: Readonly<Record<BankVariant, Bank>>;
} {
  const [world, testBank] = [worlds[w]!, testBanks[b]!];
  const key = [seed, world.id, testBank.bank.id, block];
  const opened = world.open(testBank, randomOf(...key, 'place'));
  const place = noise ? noisy(opened, noise) : opened;
  const calibration = randomOf(...key, 'calibration');
  const errors = place.thresholds.map(() => calibration.normal(0, 0.3));
  const measured = (bank: Bank): Bank => calibrated(bank, place.thresholds, errors);
  return {
    place,
    learners: Array.from({ length: learners }, (_, i) =>
      drawLearner(testBank, place, randomOf(...key, 'learner', i), block * blockSize + i),
    ),
    banks: { published: testBank.bank, calibrated: measured(testBank.bank), 'two levels': enriched[b]!, both: measured(enriched[b]!) },
  };
}

/** Lets every player meet every learner of a job. */
export function playJob(job: Job, players: readonly Player[]): Outcome[] {
  const { seed, world: w, bank: b, block } = job;
  const [world, testBank] = [worlds[w]!, testBanks[b]!];
  const { bank, places, skillOf } = testBank;
  const variantOf = ({ asking }: Player): BankVariant => (asking.by === 'engine' && asking.bank) || 'published';
  const { place, learners, banks } = openJob(job);
  let crowd: Crowd | undefined;
  const crowdHere = (): Crowd => (crowd ??= crowdOf(testBank, place, randomOf(seed, world.id, bank.id, block, 'crowd')));
  const engineOf = (player: Player): Engine =>
    engineFor(banks[variantOf(player)], player.asking.by === 'engine' ? player.asking.options : {});

  return learners.flatMap((learner, i) => {
    const draws = (use: string) => randomOf(seed, world.id, bank.id, block, i, use);
    const ask = (player: Player): Trace => {
      const { asking } = player;
      if (asking.by === 'engine') return playEngine(engineOf(player), itemIndex[b]!, learner.answers, draws('engine').below(2 ** 31));
      if (asking.by === 'campaign') return playCampaign(testBank, learner.answers, draws('campaign'));
      if (asking.by === 'jscat') return playJscat(testBank, learner.answers, asking.count, draws('jscat'));
      if (asking.by === 'oracle') return playOracle(crowdHere(), learner.answers, asking.count);
      const order = asking.by === 'form' ? form(testBank, asking.count) : shuffled(skillOf.length, draws('chance'));
      return { items: order.slice(0, asking.count), times: [] };
    };
    // Players who ask the same share the questions.
    const traces = once((key) => ask(players.find(({ asking }) => JSON.stringify(asking) === key)!));
    const judge = (player: Player, { known, abilities, state }: Trace, items: readonly number[]): Verdict => {
      if (player.scoring === 'share') return shareRight(testBank, learner, items);
      if (player.scoring === 'inference') return inferred(testBank, known!);
      if (player.scoring === 'ability') return atAbility(testBank, abilities![items.length - 1]!);
      if (player.scoring === 'population') return likely(testBank, crowdHere(), learner, items);
      const engine = engineOf(player);
      return believed(testBank, engine, state ?? stateAfter(engine, testBank, learner.answers, items));
    };

    return players.map((player): Outcome => {
      const trace = traces(JSON.stringify(player.asking));
      const items = trace.items.slice(0, player.first);
      const { stated, domainScores, mastery } = judge(player, trace, items);
      const squares = domainScores.map((score, d) => (score - learner.domainScores[d]!) ** 2);
      return {
        player: player.id,
        world: world.id,
        bank: bank.id,
        block,
        group: learner.group,
        score: learner.score,
        band: learner.band,
        distance: Math.min(...bank.cuts.map((cut) => Math.abs(learner.score - cut))),
        stated,
        questions: items.length,
        seconds: items.reduce((sum, item) => sum + banks[variantOf(player)].items[item]!.seconds, 0),
        domainSquare: squares.reduce((x, y) => x + y) / squares.length,
        ...(mastery && { skillsRight: mastery.filter((p, skill) => p > 0.5 === learner.masters[skill]).length / places.length }),
        items,
        times: trace.times.slice(0, player.first),
      };
    });
  });
}
