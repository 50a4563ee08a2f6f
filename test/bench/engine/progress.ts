/** Shows on stderr how far the work is: a bar on a terminal, else a line at every tenth. */
export function progressOf(total: number, what: string): (done: number) => void {
  let tenths = 0;
  return (done) => {
    const share = done / total;
    if (process.stderr.isTTY) {
      const bar = '█'.repeat(Math.floor(40 * share)).padEnd(40, '·');
      process.stderr.write(`\r${bar} ${Math.floor(100 * share)} % ${what}${done === total ? '\n' : ''}`);
    } else if (Math.floor(10 * share) > tenths) {
      tenths = Math.floor(10 * share);
      process.stderr.write(`${10 * tenths} % ${what}\n`);
    }
  };
}
