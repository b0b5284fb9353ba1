import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';

/** A folder for programs that need plain files. */
export interface WorkFolder {
  path: string;
  remove(): Promise<void>;
}

/** How often a folder in use says that it is, in milliseconds. */
const touchedEvery = 60_000;

/** Makes a folder within `folder` that no other account of the machine can look into. */
export async function makeWorkFolder(folder: string): Promise<WorkFolder> {
  const made = path.join(folder, randomUUID());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await mkdir(made, { mode: 0o700 });
  const touching = setInterval(() => {
    const now = new Date();
    // Gone already, when it is cleared away in the meantime.
    utimes(made, now, now).catch(() => {});
  }, touchedEvery).unref();
  return {
    path: made,
    async remove() {
      clearInterval(touching);
      await rm(made, { recursive: true, force: true });
    },
  };
}

/** Clears what lies in a folder of passing things and was not touched since `before`. Returns how many went. */
export async function clearUntouched(folder: string, before: Date): Promise<number> {
  let cleared = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const found = path.join(folder, name);
    const touched = await stat(found).catch(() => null);
    if (!touched || touched.mtime >= before) continue;
    await rm(found, { recursive: true, force: true });
    cleared += 1;
  }
  return cleared;
}
