import type { ClockOwner, StorageOwner } from '../../src/session/index.js';
import type { VirtualTime } from '../support/virtual-time.js';
import type { Schedule } from './schedule.js';

/** A learner's device: it outlives its pages. */
export interface Device {
  /** The storage as one page has it. @param found called with what it finds at its first look. */
  storage(found: (text: string) => void): StorageOwner & { die(): void };
  readonly clock: ClockOwner;
  /** Sets the clock. */
  set(by: number): void;
  /** Somebody erases what is kept. */
  clear(): void;
}

const refuse = (name: string): never => {
  throw new DOMException('This device says no.', name);
};

export function createDevice({ storage, random }: Pick<Schedule, 'storage' | 'random'>, time: VirtualTime): Device {
  let offset = Date.UTC(2026, 2, 2, 9);
  let text: string | null = null;
  const room = 3000 + random() * 3000;
  return {
    clock: { now: () => offset + time.now() },
    set: (by) => void (offset += by),
    clear: () => void (text = null),
    storage(found) {
      let alive = true;
      let looked = false;
      const passing = (): void => {
        if (storage === 'refuses at times' && random() < 0.3) refuse('SecurityError');
      };
      const look = (): string | null => (passing(), text);
      return {
        get() {
          if (looked) return look();
          looked = true;
          let first: string | null = null;
          try {
            return (first = look());
          } finally {
            found(first ?? '');
          }
        },
        set(_, value) {
          if (!alive) return;
          passing();
          if (storage === 'is full' && value.length > room) refuse('QuotaExceededError');
          text = value;
        },
        remove() {
          if (!alive) return;
          passing();
          text = null;
        },
        die: () => void (alive = false),
      };
    },
  };
}
