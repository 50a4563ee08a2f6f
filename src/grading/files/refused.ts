/** Why an explorer does not do what it was asked. */
export type RefusalReason =
  /** Something else there has the name already. */
  | 'name-taken'
  | 'name-empty'
  | 'name-forbidden'
  /** A folder cannot go into itself or into a folder that it contains. */
  | 'into-itself'
  /** No such file or folder outside the bin: an author's mistake, as a learner cannot point at it. */
  | 'not-there';

/** Nothing was changed, and why; `subject` is the name or id concerned. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly reason: RefusalReason,
    readonly subject = '',
  ) {
    super(`${reason}: ${subject}`);
  }
}
