import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command line cannot be understood; `message` says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * The words and options of a command. `--help` is always known.
 * @throws {UsageError} for an unknown option.
 */
export function readArguments(
  parameters: string[],
  options: NonNullable<ParseArgsConfig['options']>,
): { words: string[]; values: Readonly<Record<string, unknown>> } {
  try {
    const { positionals, values } = parseArgs({
      args: parameters,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    return { words: positionals, values };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws {UsageError} unless there is exactly one word. */
export function onlyFolder(words: readonly string[]): string {
  const [folder, ...others] = words;
  if (folder === undefined || others.length > 0) throw new UsageError('Name one folder: the one that holds pack.yaml.');
  return folder;
}
