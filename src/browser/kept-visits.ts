import { canKeep, keep, me, type Owner, readAll, readOfAnybody } from './device-store.ts';
import { openWorker } from './capture-worker.ts';

/** A visit whose page for recording was opened on this device, as the page that opens without a connection shows it. */
export interface KeptVisit extends Owner {
  /** Where its page is. */
  here: string;
  title: string;
  /** The day of the visit, '2026-11-18'. */
  day: string;
  /** When it was kept, in milliseconds since 1970. */
  at: number;
  /** The element with what one records with, as the server drew it. */
  markup: string;
}

/** Keeps the page for recording, so that it opens without a connection. Where nothing is kept this does nothing. */
export async function keepVisit(visit: Omit<KeptVisit, 'at' | keyof Owner>): Promise<void> {
  if (!canKeep() || me().who === '') return;
  if (await keep('visit', visit.here, { ...visit, ...me(), at: Date.now() })) await openWorker();
}

/** The visits of whoever is signed in; where nobody is, of whoever was last, and of nobody else. */
export async function keptVisits(): Promise<KeptVisit[]> {
  if (me().who !== '') return readAll<KeptVisit>('visit');
  const visits = await readOfAnybody<KeptVisit>('visit');
  const last = visits.toSorted((one, other) => other.at - one.at)[0];
  return visits.filter(({ who }) => who === last?.who);
}
