import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Which of these fingerprints something still stands for. */
export type Named = (sha256s: readonly string[]) => Promise<ReadonlySet<string>>;

const BATCH = 200;
const FINGERPRINT = /^[0-9a-f]{64}$/;

/**
 * Removes kept files older than `before` that nothing names. A file that is kept again while this runs
 * is new again, and so stays: its age is looked at once more just before it would go.
 */
export async function sweepUnnamed(folder: string, before: Date, named: Named): Promise<number> {
  let swept = 0;
  let batch: string[] = [];
  const clear = async () => {
    const kept = batch.length > 0 ? await named(batch.map((file) => path.basename(file))) : new Set<string>();
    for (const file of batch) {
      if (kept.has(path.basename(file)) || !(await isOlder(file, before))) continue;
      await rm(file, { force: true });
      swept += 1;
    }
    batch = [];
  };
  for await (const file of keptFiles(folder)) {
    if (!(await isOlder(file, before))) continue;
    batch.push(file);
    if (batch.length === BATCH) await clear();
  }
  await clear();
  return swept;
}

/** folder/ab/cd/abcd… */
async function* keptFiles(folder: string): AsyncGenerator<string> {
  for (const first of await twoLetters(folder))
    for (const second of await twoLetters(path.join(folder, first)))
      for (const name of await readdir(path.join(folder, first, second)))
        if (FINGERPRINT.test(name)) yield path.join(folder, first, second, name);
}

async function twoLetters(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^[0-9a-f]{2}$/.test(name));
}

const isOlder = async (file: string, before: Date): Promise<boolean> => {
  const found = await stat(file).catch(() => null);
  return found !== null && found.mtime < before;
};
