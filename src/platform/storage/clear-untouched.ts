import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Clears what lies in a folder of passing things and was not touched since `before`. Returns how many went. */
export async function clearUntouched(folder: string, before: Date): Promise<number> {
  let cleared = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const found = path.join(folder, name);
    if (!(await isUntouched(found, before))) continue;
    await rm(found, { recursive: true, force: true });
    cleared += 1;
  }
  return cleared;
}

/** Whether it is there and was last written before `before`. */
export async function isUntouched(found: string, before: Date): Promise<boolean> {
  const touched = await stat(found).catch(() => null);
  return touched !== null && touched.mtime < before;
}
