import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds between two signs of life of an owner. */
const beat = 2000;
/** An owner of whom nothing is seen for so long has ended. */
const patience = 5 * beat;

/** What tells this process from all others: those of another machine, of another container, and those that had its number before. */
const self = randomUUID();

interface Owner {
  readonly self: string;
  readonly pid: number;
  /** Where `pid` means something. */
  readonly place: string;
}

/** The numbers of processes are those of one kernel and one container. */
async function placeOf(): Promise<string> {
  const [boot, numbers] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ]);
  return [hostname(), boot.trim(), numbers].join(' ');
}

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function hasEnded(file: string, owner: Owner, place: string): Promise<boolean> {
  if (owner.self === self) return false;
  if (owner.place === place) return owner.pid === process.pid || !runs(owner.pid);
  // Elsewhere, on a shared volume: by its signs of life, whatever the clocks say.
  const seen = await stat(file);
  await wait(patience);
  return (await stat(file)).mtimeMs === seen.mtimeMs;
}

async function readOwner(file: string): Promise<Owner> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text) as Owner;
  } catch {
    // It ended while it wrote.
    return { self: '', pid: 0, place: '' };
  }
}

/**
 * Takes a data folder for this process: two processes in one would destroy it.
 * @returns what gives it back.
 * @throws Error when another process has it, or when it cannot be written.
 */
export async function ownFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'pix-diagnostic.lock');
  const place = await placeOf();
  const take = (): Promise<void> => writeFile(file, JSON.stringify({ self, pid: process.pid, place } satisfies Owner), { flag: 'wx' });
  try {
    await mkdir(folder, { recursive: true });
    await take();
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') || !(await stat(folder)).isDirectory())
      throw new Error(`The data folder ${folder} cannot be written: make it, or give another --data.`, { cause });
    const owner = await readOwner(file);
    const inUse = (): Error =>
      new Error(`${folder} is in use by the process ${owner.pid}: stop it, give another --data, or use a PostgreSQL with DATABASE_URL.`, {
        cause,
      });
    if (!(await hasEnded(file, owner, place))) throw inUse();
    const aside = `${file}.${self}`;
    await rename(file, aside);
    // Of two that see at once that it has ended, the second one may have moved the mark of the first.
    if ((await readOwner(aside)).self !== owner.self) {
      await rename(aside, file);
      throw inUse();
    }
    await rm(aside);
    await take();
  }
  const timer = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), beat).unref();
  return async () => {
    clearInterval(timer);
    await rm(file, { force: true });
  };
}
