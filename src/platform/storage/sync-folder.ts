import { open } from 'node:fs/promises';

/** Makes a new name in a folder last through a power cut. Windows knows no such thing and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
