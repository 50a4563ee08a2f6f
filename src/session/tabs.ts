/** Gives up what was taken. */
export type Release = () => void;

/** Which of the tabs that share a storage has what is kept there. */
export interface TabsOwner {
  /** Takes a name for this tab; null while another tab has it. `lost` is called when another takes it over. */
  take(name: string, lost: () => void): Promise<Release | null>;
  /** Takes a name from whichever tab has it. */
  takeOver(name: string, lost: () => void): Promise<Release>;
}

/** A page that is being left, as before a reload, may hold its name a moment longer, in milliseconds. */
const patience = 300;

/** By the browser's own locks, which go with the tab however it ends. Undefined where there are none. */
export function deviceTabs(): TabsOwner | undefined {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  if (!locks) return undefined;
  const request = <T>(name: string, options: LockOptions, lost: () => void, refused: T): Promise<Release | T> =>
    new Promise((answer) => {
      let release: Release | undefined;
      const held = (): Promise<void> =>
        new Promise((resolve) => {
          release = resolve;
          answer(release);
        });
      locks.request(name, options, held).catch(({ name: why }: DOMException) => {
        if (release) lost();
        // A page to which locks are refused goes on as where there are none.
        else answer(why === 'TimeoutError' ? refused : () => undefined);
      });
    });
  return {
    take: (name, lost) => request(name, { signal: AbortSignal.timeout(patience) }, lost, null),
    takeOver: (name, lost) => request(name, { steal: true }, lost, () => undefined),
  };
}
