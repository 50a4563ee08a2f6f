import type { Reading, TaskResponse } from '../model/index.js';
import type { StorageOwner } from './owners.js';

/** What the device keeps so that a reload loses nothing. */
export interface Kept {
  readonly version: 1;
  readonly pathway: string;
  /** The backend's own words, given back to it when the session is opened again. */
  readonly resume: unknown;
  /** The answer being given. */
  readonly draft?: { readonly item: string; readonly response: TaskResponse };
  /** The wording that the learner chose. */
  readonly reading?: Reading;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Older than this, what was kept is forgotten. */
const lifetime = 7 * 24 * 3600 * 1000;

/** Everything of one widget is under one key: erasing it erases all. */
export interface Memory {
  read(now: number): Kept | null;
  /** False when the device did not take it. */
  write(kept: Kept): boolean;
  erase(): void;
}

export function createMemory(storage: StorageOwner, key: string): Memory {
  const erase = (): void => {
    try {
      storage.remove(key);
    } catch {
      // Where storage is refused, nothing was kept.
    }
  };
  return {
    erase,
    read(now) {
      try {
        const text = storage.get(key);
        if (text === null) return null;
        const kept = JSON.parse(text) as Kept;
        if (kept.version === 1 && now - kept.savedAt < lifetime) return kept;
      } catch {
        // Unreadable is as good as absent.
      }
      erase();
      return null;
    },
    write(kept) {
      try {
        storage.set(key, JSON.stringify(kept));
        return true;
      } catch {
        return false;
      }
    },
  };
}
