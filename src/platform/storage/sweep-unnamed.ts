import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isUntouched } from './clear-untouched.ts';

/** Which of these names of files something still stands for. */
export type Named = (names: readonly string[]) => Promise<ReadonlySet<string>>;

interface Kept {
  folder: string;
  /** What the names on the way to a file are like, and last its own: /^..$/, /^..$/, … for folder/ab/cd/abcd… */
  way: readonly RegExp[];
}

const BATCH = 200;

/**
 * Removes kept files older than `before` that nothing names. A file that is kept again while this runs
 * is new again, and so stays: its age is looked at once more just before it would go. Returns how many went.
 */
export async function sweepUnnamed({ folder, way }: Kept, before: Date, named: Named): Promise<number> {
  let swept = 0;
  let batch: string[] = [];
  const clear = async () => {
    const kept = batch.length > 0 ? await named(batch.map((file) => path.basename(file))) : new Set<string>();
    for (const file of batch) {
      if (kept.has(path.basename(file)) || !(await isUntouched(file, before))) continue;
      await rm(file, { force: true });
      swept += 1;
    }
    batch = [];
  };
  for await (const file of filesBelow(folder, way)) {
    if (!(await isUntouched(file, before))) continue;
    batch.push(file);
    if (batch.length === BATCH) await clear();
  }
  await clear();
  return swept;
}

async function* filesBelow(folder: string, [like, ...deeper]: readonly RegExp[]): AsyncGenerator<string> {
  if (!like) return yield folder;
  for (const name of await readdir(folder).catch(() => []))
    if (like.test(name)) yield* filesBelow(path.join(folder, name), deeper);
}
