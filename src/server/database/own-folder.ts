import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * Takes a data folder for this process: two processes in one would destroy it.
 * @returns what gives it back.
 * @throws Error when another process has it.
 */
export async function ownFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const file = `${folder.replace(/\/+$/, '')}.lock`;
  const take = (): Promise<void> => writeFile(file, String(process.pid), { flag: 'wx' });
  try {
    await take();
  } catch {
    const owner = Number(await readFile(file, 'utf8'));
    if (owner !== process.pid && runs(owner))
      throw new Error(`${folder} is in use by the process ${owner}: stop it, give another --data, or use a PostgreSQL with DATABASE_URL.`);
    // It ended without giving it back.
    await rm(file, { force: true });
    await take();
  }
  return () => rm(file, { force: true });
}
