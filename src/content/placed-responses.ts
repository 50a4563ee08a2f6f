import type { Item, TaskResponse } from '../model/index.js';
import type { AuthoredItem } from './authored.js';
import type { Report } from './problems.js';
import { expandResponse, ReplayFault } from './responses.js';
import type { Path } from './source.js';

/** A response of an author, what it is to prove, and where it was written. */
export interface PlacedResponse {
  readonly response: TaskResponse;
  /** `missed`: it passes, without showing the harder level. */
  readonly role: 'solution' | 'trap' | 'missed';
  /** Why a learner would give it; nothing for the solution. */
  readonly why: string;
  readonly path: Path;
}

type WrittenResponse = Omit<PlacedResponse, 'response'> & { readonly authored: unknown };

/** Every response that the author wrote, the solution first. */
export const writtenResponses = ({ solution, traps, harder }: AuthoredItem): WrittenResponse[] => [
  { role: 'solution', why: '', authored: solution, path: ['solution'] },
  ...traps.map(({ why, response }, i) => ({ role: 'trap' as const, why, authored: response, path: ['traps', i, 'response'] })),
  ...(harder?.missed ?? []).map(({ why, response }, i) => ({
    role: 'missed' as const,
    why,
    authored: response,
    path: ['harder', 'missed', i, 'response'],
  })),
];

/** The responses in whole; those that cannot be replayed are reported and left out. */
export function expandResponses(task: Item['task'], written: readonly WrittenResponse[], report: Report): PlacedResponse[] {
  return written.flatMap(({ authored, ...placed }) => {
    try {
      return [{ ...placed, response: expandResponse(task, authored) }];
    } catch (error) {
      if (!(error instanceof ReplayFault)) throw error;
      report([...placed.path, 'do', error.step], { code: 'impossible-response', reason: `${error.message}.`, remedy: error.remedy });
      return [];
    }
  });
}
