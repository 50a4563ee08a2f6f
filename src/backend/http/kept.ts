import type { ItemStep, Progress, SessionSnapshot, Step } from '../../model/index.js';
import type { Unsent } from './outbox.js';

/** All that the device keeps of a session on a service: plain JSON. The launch token is never in it. */
export interface KeptSession {
  readonly version: 1;
  /** Address of the service that gave the token: no other ever sees it. */
  readonly service: string;
  readonly session: string;
  /** Session token. */
  readonly token: string;
  readonly pathway: SessionSnapshot['pathway'];
  /** Submissions that took effect, as far as is known. */
  readonly taken: number;
  readonly outbox: readonly Unsent[];
  readonly reserve: readonly ItemStep[];
  /** Where the learner is; null while only the service can say what comes after the last of the outbox. */
  readonly step: Step | null;
  readonly progress: Progress;
}

/** A value kept by a device, if it is a session of this service on this pathway. */
export function readKept(value: unknown, service: string, pathway: string): KeptSession | null {
  const kept = value as Partial<KeptSession> | null | undefined;
  const valid =
    typeof kept === 'object' &&
    kept !== null &&
    kept.version === 1 &&
    kept.service === service &&
    kept.pathway?.id === pathway &&
    typeof kept.session === 'string' &&
    typeof kept.token === 'string' &&
    Number.isInteger(kept.taken) &&
    [kept.outbox, kept.reserve].every(Array.isArray) &&
    typeof kept.step === 'object' &&
    typeof kept.progress?.fraction === 'number';
  return valid ? (kept as KeptSession) : null;
}

/** Another tab went on with the session since. */
export const isAhead = (kept: KeptSession, of: KeptSession): boolean => kept.taken + kept.outbox.length > of.taken + of.outbox.length;
