import type { TestBank } from '../banks.js';
import { randomOf, type Random } from '../random.js';

/** The numbers below n, in a random order. */
export function shuffled(n: number, random: Random): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/**
 * A form of so many items, the same for all. Every subject gives as many skills as its share asks, spread over its
 * levels; no skill gives a second item before all have given one.
 */
export function form({ bank, places, skillOf }: TestBank, count: number): number[] {
  const random = randomOf('form', bank.id, count);
  // Each skill's items follow one another a whole turn apart; within a turn skills go by subject, then level.
  const turns: number[][] = [];
  const seen = places.map(() => 0);
  skillOf.forEach((skill, item) => (turns[seen[skill]!++] ??= []).push(item));
  const chosen: number[] = [];
  for (const turn of turns) {
    const wanted = Math.min(count - chosen.length, turn.length);
    // Every n-th of the list in order of subject and level: systematic sampling.
    const start = random.uniform();
    for (let i = 0; i < wanted; i++) chosen.push(turn[Math.floor(((i + start) * turn.length) / wanted)]!);
  }
  return chosen;
}
