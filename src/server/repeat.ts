/** Work that is done again and again. */
export interface Repeated {
  /** Lets the work under way come to its end, and begins no more. */
  stop(): Promise<void>;
}

/**
 * Does some work now, and again so long after each end. It keeps no process alive.
 * @param wait milliseconds.
 * @param failed hears of what went wrong; the work comes again in its turn.
 */
export function repeat(work: () => Promise<unknown>, wait: number, failed: (thrown: unknown) => void): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void>;
  const turn = async (): Promise<void> => {
    await work().catch(failed);
    if (!stopped) timer = setTimeout(() => void (running = turn()), wait).unref();
  };
  running = turn();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
