import { DiagnosticError } from '../model/index.js';

/** Code that comes apart from the first screens; trying again may bring it. */
export async function code<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new DiagnosticError(
      'task-unavailable',
      `A part of the code could not be fetched: ${String(cause)}. Serve the chunks folder beside the script.`,
      { recoverable: true, cause },
    );
  }
}
