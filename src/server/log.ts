export type LogLevel = 'info' | 'warn' | 'error';

/** Writes one line of JSON. Never a token, an answer, a pseudonym or an address of a person. */
export type Log = (level: LogLevel, message: string, fields?: Readonly<Record<string, string | number | boolean | undefined>>) => void;

/** To standard output, where the operator collects it. */
export const logLines =
  (write: (line: string) => void = (line) => void process.stdout.write(line), now: () => Date = () => new Date()): Log =>
  (level, message, fields) =>
    write(`${JSON.stringify({ time: now().toISOString(), level, message, ...fields })}\n`);

export const silent: Log = () => undefined;
