import { randomUUID } from 'node:crypto';
import { mkdir, rm, utimes } from 'node:fs/promises';
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
