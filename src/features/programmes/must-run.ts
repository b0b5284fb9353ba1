import { NotAllowed } from '#platform/errors.ts';
import type { Programme } from './programme.queries.ts';

/** Throws `NotAllowed` when a programme is closed: it is there to be read, and nothing is added to it. */
export function mustRun(programme: Pick<Programme, 'closed_at'>): void {
  if (programme.closed_at)
    throw new NotAllowed(
      'This is closed. What was written can still be read, and nothing can be added.',
      'Ask whoever leads it to open it again.',
    );
}

/** Whether it happens: published, and not closed. Of a draft nobody hears yet, and nothing in it takes place. */
export const isRunning = ({
  published_at,
  closed_at,
}: Pick<Programme, 'published_at' | 'closed_at'>): boolean => published_at !== null && closed_at === null;
