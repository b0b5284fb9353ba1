import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, realpath, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { StartProblem } from '../start-problem.ts';
import { syncFolder } from '../storage/sync-folder.ts';

const FILE = 'instance.key';
const LENGTH = 32;

/**
 * The key of this installation: 32 bytes, as base64url text in `folder/instance.key`, made when there is none.
 * Two processes that start at once end with the same: each writes its own under a passing name and gives it the
 * name it is to have, which only the first can; then both read.
 */
export async function readInstanceKey(folder: string, dataDir?: string): Promise<Buffer> {
  const file = path.join(folder, FILE);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (dataDir !== undefined) await mustLieOutside(folder, dataDir);
    await narrow(folder, 0o700);
    if (!(await isThere(file))) await make(folder, file);
    await narrow(file, 0o600);
    return keyIn(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw new StartProblem(
      `The key that recordings are locked with could not be read or made in "${file}": ${(error as Error).message}\n` +
        'Let the account that Staffroom runs under read and write that folder, or set KEYS_DIR to one it can.',
    );
  }
}

/** Nobody else may look in. Where the folder is another's to rule, as a secret that is only lent, it is left as it is. */
async function narrow(what: string, mode: number): Promise<void> {
  if (((await stat(what)).mode & 0o077) !== 0) await chmod(what, mode).catch(() => {});
}

/** By where the folders truly are: a link could lead from the one into the other. */
async function mustLieOutside(folder: string, dataDir: string): Promise<void> {
  const data = await realpath(dataDir).catch(() => path.resolve(dataDir));
  if (!isWithin(await realpath(folder), data)) return;
  throw keysWithinData(folder, dataDir);
}

/** Whether `folder` is `outer` or lies somewhere in it; both absolute. */
export function isWithin(folder: string, outer: string): boolean {
  const way = path.relative(outer, folder);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

export const keysWithinData = (folder: string, dataDir: string): StartProblem =>
  new StartProblem(
    `KEYS_DIR is "${folder}", which lies in the data folder "${dataDir}". A copy of the data folder would then hold the key to every recording in it. Set KEYS_DIR to a folder elsewhere, such as ${dataDir}-keys.`,
  );

async function make(folder: string, file: string): Promise<void> {
  const draft = path.join(folder, `${randomUUID()}.making`);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${randomBytes(LENGTH).toString('base64url')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(folder);
}

function keyIn(text: string, file: string): Buffer {
  const written = text.trim();
  const key = Buffer.from(written, 'base64url');
  if (key.length === LENGTH && key.toString('base64url') === written) return key;
  throw new StartProblem(
    `"${file}" does not hold a key of Staffroom's: it should be 43 letters and figures. Put back the copy of it. Without it the recordings made so far cannot be played; only if there are none, remove the file, and a new key is made.`,
  );
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
