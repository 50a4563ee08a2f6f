/** Everything that can go wrong, as told to developers. The list is closed. */
export const errorCodes = [
  /** The pack or one of its files could not be fetched: network, address, or the server's refusal. */
  'content-unreachable',
  /** There is no such file at the address of the pack. */
  'content-missing',
  /** The pack or one of its files is not what was expected. */
  'content-invalid',
  /** The pack has no pathway of that name. */
  'pathway-unknown',
  /** The code that plays a task, or another part of the code, could not be fetched. */
  'task-unavailable',
  /** The backend cannot be reached: network, address, or it is down. */
  'backend-unreachable',
  /** The backend does not let this learner in: the launch token is missing, refused or used; the page gives a new one. */
  'launch-refused',
  /** The backend did not take an answer. */
  'answer-not-sent',
  /** The backend did not take the learner's agreement to share. */
  'share-failed',
  /** What the device had kept could not be read; the session begins anew. */
  'resume-failed',
  /** The backend has erased the session: nothing more can be done with it. */
  'session-lost',
  /** The device keeps nothing (refused, full or private); the session goes on in memory. */
  'storage-unavailable',
  /** An attribute or property has a value outside its list; the default is used, or nothing is shown where there is none (`preview`). */
  'setting-invalid',
  /** Something that should not happen. */
  'unexpected',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An error with its place in the closed list. `message` is in English, for developers: what, where, what to do. */
export class DiagnosticError extends Error {
  override readonly name = 'DiagnosticError';
  readonly code: ErrorCode;
  /** Trying again may help. */
  readonly recoverable: boolean;

  constructor(code: ErrorCode, message: string, options: { recoverable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.code = code;
    this.recoverable = options.recoverable;
  }
}

/** Any thrown value as a {@link DiagnosticError}. */
export const toDiagnosticError = (thrown: unknown): DiagnosticError =>
  thrown instanceof DiagnosticError
    ? thrown
    : new DiagnosticError('unexpected', thrown instanceof Error ? thrown.message : String(thrown), { recoverable: false, cause: thrown });
