import { glob, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Megabytes that the database's processes hold: their proportional share of memory (PSS) where the
 * system tells it, so that what they share is counted once. 0 where it cannot be known.
 */
export async function databaseMegabytes(dataDir: string): Promise<number> {
  const [pidFile] = await Array.fromAsync(glob('**/postmaster.pid', { cwd: dataDir }));
  if (!pidFile || process.platform !== 'linux') return 0;
  const postmaster = Number((await readFile(join(dataDir, pidFile), 'utf8')).split('\n')[0]);
  const pids = [postmaster, ...(await childrenOf(postmaster))];
  const sizes = await Promise.all(pids.map(bytesOf));
  return sizes.reduce((sum, bytes) => sum + bytes, 0) / 1_048_576;
}

async function childrenOf(parent: number): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(
    all.map(async (pid) => {
      // The name of a process may hold spaces and brackets; what follows the last bracket is plain.
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    }),
  );
  return all.filter((_pid, index) => parents[index] === parent);
}

async function bytesOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
}
