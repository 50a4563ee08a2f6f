import { DiagnosticError } from './model/index.js';

/**
 * A loader of code that can be tried again. Some browsers remember that a module could not be fetched and fail at once
 * ever after; the address is then asked for once more under another name.
 * @throws DiagnosticError `task-unavailable` when it could not be fetched.
 */
export function importAgain<T>(load: () => Promise<T>): () => Promise<T> {
  let address: string | undefined;
  const loadAgain = async (file: string): Promise<T> => {
    const chunk = (await import(file)) as Record<string, { readonly [Symbol.toStringTag]?: string } | undefined>;
    // Where a chunk holds more than the module, a bundler hands the module on as one of its exports.
    return (Object.values(chunk).find((value) => value?.[Symbol.toStringTag] === 'Module') ?? chunk) as T;
  };
  return async () => {
    try {
      return await (address === undefined ? load() : loadAgain(address));
    } catch (cause) {
      const [found] = /https?:\/\/[^\s?]+/.exec(String(cause)) ?? [];
      if (found) address = `${found}?again=${crypto.randomUUID()}`;
      throw new DiagnosticError(
        'task-unavailable',
        `A part of the code could not be fetched: ${String(cause)}. Serve the chunks folder beside the script.`,
        { recoverable: true, cause },
      );
    }
  };
}
