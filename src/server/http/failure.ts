/** Codes of the network, and classes of PostgreSQL's codes, that say: not now, perhaps later. */
const passing = /^(ECONN\w+|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|08\w{3}|53\w{3}|57P0\d|55P03|25P03|40001|40P01)$/;
const lost = /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/;

/** An SQLSTATE, or a code of the network or of Node. */
const codeOf = (error: Error): string | undefined => ('code' in error && typeof error.code === 'string' ? error.code : undefined);

/** Is the database away for a moment? What failed may be asked again. */
export const isOutage = (error: Error): boolean => passing.test(codeOf(error) ?? '') || lost.test(error.message);

/** Did the database refuse a value for what it is? Class 22 of its codes: data exception. */
export const isImpossibleValue = (error: Error): boolean => /^22\w{3}$/.test(codeOf(error) ?? '');

/** What a log may tell of a failure. Its message is not among it: databases quote values in theirs. */
export function failureFields(thrown: unknown): Readonly<Record<'name' | 'code' | 'frames', string | undefined>> {
  if (!(thrown instanceof Error)) return { name: typeof thrown, code: undefined, frames: undefined };
  const { name, message, stack = '' } = thrown;
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
  return { name, code: codeOf(thrown), frames: frames.join('; ') };
}
