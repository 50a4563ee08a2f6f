/** Gives up what was taken. */
export type Release = () => void;

/** Which of the tabs of a browser has a session, or what a storage that they share keeps. */
export interface TabsOwner {
  /**
   * Takes a name for this tab: null while another tab has it, unless it is taken `over`.
   * `lost` is called when another tab takes it over.
   */
  take(name: string, over: boolean, lost: () => void): Promise<Release | null>;
}

/** A page that is being left, as before a reload, may hold its name a moment longer, in milliseconds. */
const patience = 300;

/** By the browser's own locks, which go with the tab however it ends. Undefined where there are none. */
export function deviceTabs(): TabsOwner | undefined {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  if (!locks) return undefined;
  return {
    take: (name, over, lost) =>
      new Promise((answer) => {
        let release: Release | undefined;
        const held = (): Promise<void> => new Promise((resolve) => answer((release = resolve)));
        locks
          .request(name, over ? { steal: true } : { signal: AbortSignal.timeout(patience) }, held)
          .catch(({ name: why }: DOMException) => {
            if (release) lost();
            // A page to which locks are refused goes on as where there are none.
            else answer(why === 'TimeoutError' ? null : () => undefined);
          });
      }),
  };
}
