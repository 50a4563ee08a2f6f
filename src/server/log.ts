export type LogLevel = 'info' | 'warn' | 'error';

/** Writes one line of JSON. Never a token, an answer, a pseudonym or an address of a person. */
export type Log = (level: LogLevel, message: string, fields?: Readonly<Record<string, string | number | boolean | undefined>>) => void;

/** Milliseconds that a line waits for others, to be written with them: each write to a pipe holds up the process. */
const together = 50;

function toStandardOutput(): (line: string) => void {
  let waiting = '';
  const write = (): void => {
    process.stdout.write(waiting);
    waiting = '';
  };
  process.once('exit', write);
  return (line) => {
    if (!waiting) setTimeout(write, together).unref();
    waiting += line;
  };
}

/** To standard output, where the operator collects it. */
export const logLines =
  (write: (line: string) => void = toStandardOutput(), now: () => Date = () => new Date()): Log =>
  (level, message, fields) =>
    write(`${JSON.stringify({ time: now().toISOString(), level, message, ...fields })}\n`);

export const silent: Log = () => undefined;
