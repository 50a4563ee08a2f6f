import { timingSafeEqual } from 'node:crypto';

/** Are two secrets the same? The time it takes says nothing about where they differ. */
export function sameText(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}
