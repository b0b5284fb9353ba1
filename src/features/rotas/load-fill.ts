import { addDays } from '#platform/calendar/dates.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { clashInWords } from './clashes.ts';
import { selectLoads } from './load.queries.ts';
import { horizon, selectWholeRota } from './rota.queries.ts';
import { type Candidate, suggest } from './suggest.ts';

/** How much of a week somebody works; a full one where they wrote nothing down. */
const shareOf = (days: readonly unknown[] | null): number =>
  days === null ? 1 : Math.min(1, days.length / 5);

/** What a rota lacks and who is suggested for it, as it stands now. */
export async function loadFill(visit: Pick<Visit, 'who' | 'today' | 'params' | 'db'> | Change) {
  const db = 'tx' in visit ? visit.tx : visit.db;
  const { who, today } = visit;
  const found = await selectWholeRota(db, who, {
    id: visit.params.rota!,
    today,
    until: addDays(today, horizon),
  });
  const { loads } = await selectLoads(db, who, { today });
  const candidates = loads
    .filter(({ isUsual }) => isUsual)
    .map(({ personId, name, minutes, days }): Candidate => ({
      personId,
      name,
      minutes,
      share: shareOf(days),
    }));
  const open = new Map(
    found.slots.map(({ id, needed }) => [
      id,
      Math.max(0, needed - found.stands.filter(({ slotId }) => slotId === id).length),
    ]),
  );
  const suggested = suggest(found.slots, open, candidates, {
    cannot: (personId, slot) => clashInWords(personId, slot, found) !== '',
    stand: found.stands,
    weeks: 13,
  });
  return {
    ...found,
    suggested,
    minutesOf: new Map(candidates.map(({ personId, minutes }) => [personId, minutes])),
    missing: [...open.values()].reduce((sum, n) => sum + n, 0),
  };
}
