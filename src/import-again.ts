/**
 * A loader of code that can be tried again. Some browsers remember that a module could not be fetched and fail at once
 * ever after; the address is then asked for once more under another name.
 */
export function importAgain<T>(load: () => Promise<T>): () => Promise<T> {
  let address: string | undefined;
  return async () => {
    try {
      return (address === undefined ? await load() : await import(address)) as T;
    } catch (cause) {
      const [found] = /https?:\/\/[^\s?]+/.exec(String(cause)) ?? [];
      if (found) address = `${found}?again=${crypto.randomUUID()}`;
      throw cause;
    }
  };
}
