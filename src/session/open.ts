import type { Backend } from '../backend/index.js';
import { toDiagnosticError, type SessionSnapshot } from '../model/index.js';

export interface Opened {
  readonly snapshot: SessionSnapshot;
  readonly pathway: string;
}

/**
 * Opens a session where it was. What was kept may lead nowhere: damaged, or of a pathway that is no more;
 * then the first pathway begins anew. If the pack itself is at fault this fails too, and nothing is forgotten.
 */
export async function open(backend: Backend, pathway: string, first: string, resume: unknown, signal: AbortSignal): Promise<Opened> {
  if (resume === undefined) return { snapshot: await backend.open({ pathway }, signal), pathway };
  try {
    return { snapshot: await backend.open({ pathway, resume }, signal), pathway };
  } catch (thrown) {
    if (signal.aborted || toDiagnosticError(thrown).recoverable) throw thrown;
    return { snapshot: await backend.open({ pathway: first }, signal), pathway: first };
  }
}
