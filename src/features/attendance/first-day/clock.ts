import { instantAt } from '#platform/calendar/local-time.ts';
import type { Visit } from '#platform/http/context.ts';

/** Whether it is past this time of the school's own clock today. */
export const isPast = ({ now, today, who }: Pick<Visit, 'now' | 'today' | 'who'>, time: string): boolean =>
  now >= instantAt(today, time, who.standing.organisation.zone);
