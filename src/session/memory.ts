import type { Reading, TaskResponse, Text } from '../model/index.js';
import type { StorageOwner } from './owners.js';

/** Another run of the learner: a result to look at again or to share, or a pathway to go on with. */
export interface Aside {
  readonly pathway: string;
  readonly title: Text;
  readonly finished: boolean;
  readonly resume: unknown;
  readonly surveyed: boolean;
}

/** What the device keeps so that a reload loses nothing. */
export interface Kept {
  readonly version: 1;
  readonly pathway: string;
  /** The backend's own words, given back to it when the session is opened again; nothing while it was never opened. */
  readonly resume?: unknown;
  /** The answer being given. */
  readonly draft?: { readonly item: string; readonly response: TaskResponse };
  /** The wording that the learner chose. */
  readonly reading?: Reading;
  /** The learner was asked whether they would recommend this. */
  readonly surveyed?: boolean;
  /** Other runs, the last one first. */
  readonly aside?: readonly Aside[];
  /** Milliseconds since 1970. Absent while answers wait for the backend: they are kept until it has them. */
  readonly savedAt?: number;
}

/** Older than this, what was kept is forgotten. */
const lifetime = 7 * 24 * 3600 * 1000;
/** A clock that says less is wrong. */
const earliest = Date.UTC(2026, 0);

/** Everything of one widget is under one key: erasing it erases all. */
export interface Memory {
  read(now: number): Kept | null;
  /** False when the device did not take it. */
  write(kept: Kept): boolean;
  erase(): void;
  /** What was kept is erased; the rest of it is kept there. */
  move(to: StorageOwner): void;
  /** Something else is kept than was read or written here. */
  changed(): boolean;
}

export function createMemory(first: StorageOwner, key: string): Memory {
  let storage = first;
  let last: string | null = null;
  const erase = (): void => {
    try {
      last = null;
      storage.remove(key);
    } catch {
      // Where storage is refused, nothing was kept.
    }
  };
  const write = (kept: Kept): boolean => {
    try {
      last = JSON.stringify(kept);
      storage.set(key, last);
      return true;
    } catch {
      return false;
    }
  };
  return {
    erase,
    write,
    read(now) {
      try {
        last = storage.get(key);
        if (last === null) return null;
        const kept = JSON.parse(last) as Kept;
        const { version, savedAt } = kept;
        const age = savedAt === undefined ? 0 : savedAt < earliest ? -1 : now - savedAt;
        if (version === 1 && age < lifetime) {
          // Of a clock that was wrong: its week begins now.
          if (age < 0) write({ ...kept, savedAt: now });
          return kept;
        }
      } catch {
        // Unreadable is as good as absent.
      }
      erase();
      return null;
    },
    move(to) {
      erase();
      storage = to;
    },
    changed() {
      try {
        const text = storage.get(key);
        return text !== null && text !== last;
      } catch {
        return false;
      }
    },
  };
}
