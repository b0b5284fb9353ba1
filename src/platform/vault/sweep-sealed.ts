import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Which of these ids something still stands for. */
export type NamedIds = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

const BATCH = 200;
export const SEALED_NAME = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Removes sealed files last written before `before` that nothing names; folder/<last two of the id>/<id>. */
export async function sweepSealed(folder: string, before: Date, named: NamedIds): Promise<number> {
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
  for (const shelf of await namesIn(folder, /^[0-9a-f]{2}$/))
    for (const name of await namesIn(path.join(folder, shelf), SEALED_NAME)) {
      const file = path.join(folder, shelf, name);
      if (!(await isOlder(file, before))) continue;
      batch.push(file);
      if (batch.length === BATCH) await clear();
    }
  await clear();
  return swept;
}

const namesIn = async (folder: string, like: RegExp): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => like.test(name));

const isOlder = async (file: string, before: Date): Promise<boolean> => {
  const found = await stat(file).catch(() => null);
  return found !== null && found.mtime < before;
};
