import { isQuiet, quietEnd, type QuietTime } from '#platform/notices/quiet-time.ts';
import { secondThoughts } from './talk.ts';

/** Each end moves past one quiet time at least, and a week holds few: more turns than these find nothing. */
const mostTurns = 40;

/**
 * When a message arrives that is written now: after a minute for second thoughts, and not in a quiet time of the school
 * or of whoever it is for. Where no moment is without quiet, in that minute.
 */
export function arrival(
  quiets: readonly QuietTime[],
  { now, zone, urgent }: { now: Date; zone: string; urgent: boolean },
): Date {
  const first = new Date(now.getTime() + secondThoughts);
  if (urgent) return first;
  let at = first;
  for (let turn = 0; turn < mostTurns; turn++) {
    const quiet = quiets.find((each) => isQuiet(each, at, zone));
    if (quiet === undefined) return at;
    const end = quietEnd(quiet, at, zone);
    if (end === null) return first;
    at = end;
  }
  return first;
}
