import type { Bank, EngineMode } from '../model/index.js';
import type { EngineOptions } from './create-engine.js';

/*
 * What a host of its own may give. The page does without these checks: a pack was checked when it was compiled.
 */

const modes: readonly EngineMode[] = ['express', 'standard', 'thorough'];
const stopNumbers: readonly string[] = ['minItems', 'confidence', 'decay', 'sd'];

function fail({ id }: Bank, what: string): never {
  throw new Error(`Bank "${id}": ${what}.`);
}

function checkShare(bank: Bank, what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) fail(bank, `${what} is ${value}, not from 0 to 1`);
}

/** `least`: the least that it may be. */
function checkNumber(bank: Bank, what: string, value: number, least = -Infinity): void {
  if (!Number.isFinite(value) || value < least)
    fail(bank, `${what} is ${value}, not a number${least > -Infinity ? ` from ${least} up` : ''}`);
}

/** @throws Error, one line that names it, when the bank contradicts itself or has a number that cannot be. */
export function checkBank(bank: Bank): void {
  const [low, high] = bank.cuts;
  if (!(low >= 0 && low <= high && high <= 1)) fail(bank, `its cuts are ${low} and ${high}, not in order from 0 to 1`);
  const skills = new Map(bank.skills.map((skill) => [skill.id, skill]));
  const places = new Map(bank.subjects.flatMap(({ id, skills: own }) => own.map((skill, rank) => [skill, { subject: id, rank }] as const)));
  let weights = 0;
  for (const { domain, skills: own } of bank.subjects) {
    if (own.length > 0 && !bank.domains.includes(domain)) fail(bank, `unknown domain "${domain}"`);
    for (const id of own) weights += skills.get(id)?.weight ?? fail(bank, `unknown skill "${id}"`);
  }
  for (const { id, level, weight, threshold = 0 } of bank.skills) {
    checkNumber(bank, `the level of "${id}"`, level);
    checkNumber(bank, `the weight of "${id}"`, weight, 0);
    checkNumber(bank, `the threshold of "${id}"`, threshold);
  }
  if (weights === 0) fail(bank, 'no skill has a weight');
  if (new Set(bank.items.map(({ id }) => id)).size < bank.items.length) fail(bank, 'an item is there twice');
  for (const { id, seconds, harder, easier, ...own } of bank.items) {
    checkNumber(bank, `the time of "${id}"`, seconds, 0);
    const place = (skill: string): { subject: string; rank: number } => places.get(skill) ?? fail(bank, `unknown skill "${skill}"`);
    const first = place(own.skill);
    for (const [name, shown] of Object.entries({ own, harder, easier })) {
      if (!shown) continue;
      checkShare(bank, `a guess of "${id}"`, shown.guess);
      checkShare(bank, `a slip of "${id}"`, shown.slip);
      const { subject, rank } = place(shown.skill);
      if (name !== 'own' && (subject !== first.subject || rank === first.rank || rank > first.rank !== (name === 'harder')))
        fail(bank, `the ${name} skill of "${id}" must be a ${name} one of the same subject`);
    }
  }
}

/** @throws Error, one line that names it, for an option that cannot be. */
export function checkOptions(bank: Bank, options: EngineOptions): void {
  const { mode = 'standard', maxItems = 1, easyStart = 0, relief = 0, exposure = 1, pool = 1, quotas = {}, stop = {}, prior } = options;
  if (!modes.includes(mode)) fail(bank, `unknown mode "${mode}"; there is ${modes.join(', ')}`);
  checkNumber(bank, 'maxItems', maxItems, 1);
  checkNumber(bank, 'easyStart', easyStart, 0);
  checkNumber(bank, 'relief', relief, 0);
  checkShare(bank, 'exposure', exposure);
  checkShare(bank, 'pool', pool);
  const { patchy = [0, 0], ...numbers } = stop;
  if (patchy.length !== 2) fail(bank, 'stop.patchy is not two numbers');
  for (const value of patchy) checkShare(bank, 'stop.patchy', value);
  for (const [name, value] of Object.entries(numbers)) {
    if (!stopNumbers.includes(name)) fail(bank, `a stop has no "${name}"; there is ${stopNumbers.join(', ')}`);
    if (name === 'minItems') checkNumber(bank, `stop.${name}`, value, 0);
    else checkShare(bank, `stop.${name}`, value);
  }
  const domains = new Set(bank.subjects.flatMap(({ domain, skills }) => (skills.length > 0 ? [domain] : [])));
  for (const id of Object.keys(quotas)) if (!domains.has(id)) fail(bank, `a quota is for "${id}", which is none of its domains`);
  if (prior?.length === 0) fail(bank, 'the prior has no part');
  for (const { share, mean, sd } of prior ?? []) {
    checkNumber(bank, 'a share of the prior', share, 0);
    checkNumber(bank, 'a mean of the prior', mean);
    checkNumber(bank, 'a standard deviation of the prior', sd, 0.1);
  }
}
