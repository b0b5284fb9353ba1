import { keep, type Owner, read } from './device-store.ts';

/**
 * An earlier version of these pages kept notes as plain text in local storage. Where this device can, they are
 * encrypted now under their own writer; where it cannot, they stay for the browser they were written in until they
 * are too old.
 */
const older = /^(queued|typing):([^:]+):([^:]+):(.+)$/;

export async function bringOlderWords(): Promise<void> {
  for (const name of namesHere()) {
    const [, sort, who, organisation, id] = older.exec(name) ?? [];
    if (!sort || !who || !organisation || !id) continue;
    if (await bring(sort, { who, organisation }, id, localStorage.getItem(name)))
      localStorage.removeItem(name);
  }
}

/** Whether it is kept under encryption now, or is nothing one could keep. */
async function bring(sort: string, owner: Owner, id: string, kept: string | null): Promise<boolean> {
  const found = parsed(kept);
  if (found === null) return true;
  if (sort === 'queued') return keep('note', id, found, found.at, owner);
  const words = (await read<Record<string, string>>('typing', 'forms', owner)) ?? {};
  return keep('typing', 'forms', { ...words, [id]: found.text ?? '' }, found.at, owner);
}

function parsed(kept: string | null): { at: number; text?: string } | null {
  try {
    const found = JSON.parse(kept ?? 'null') as { at?: unknown; text?: string } | null;
    return typeof found?.at === 'number' ? (found as { at: number; text?: string }) : null;
  } catch {
    return null;
  }
}

function namesHere(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => older.test(name));
  } catch {
    // Where storage is forbidden nothing was kept.
    return [];
  }
}
