/** Codes of the network, and classes of PostgreSQL's codes, that say: not now, perhaps later. */
const passing = /^(ECONN\w+|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|08\w{3}|53\w{3}|57P0\d|40001|40P01)$/;
const lost = /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/;

/** Is the database away for a moment? What failed may be asked again. */
export const isOutage = (error: Error): boolean =>
  ('code' in error && typeof error.code === 'string' && passing.test(error.code)) || lost.test(error.message);
