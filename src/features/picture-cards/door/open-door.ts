import { failed, many, mayTry } from '#platform/auth/throttle.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { NotFound } from '#platform/errors.ts';
import type { Arrival } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type CardHolder, type Door, selectCardHolders, selectDoor } from '../card.queries.ts';

export interface OpenedDoor {
  code: string;
  door: Door;
  /** Those who have a card, each with what they are called at the door. */
  children: (CardHolder & { called: string })[];
}

/** The door in the address. Codes that are none are counted by where they come from, so that nobody tries them all. */
export async function openDoor(arrival: Arrival): Promise<OpenedDoor> {
  const code = (arrival.params.code ?? '').toLowerCase();
  const keys = [many(`door from ${arrival.ip}`)];
  await mayTry(arrival.db, keys, arrival.now);
  const door = /^[a-z0-9]{8}$/.test(code) ? await selectDoor(arrival.db, code) : undefined;
  if (!door) {
    await failed(arrival.db, keys, arrival.now);
    throw new NotFound(t('No class comes in here. Look at the card again.'));
  }
  const pupils = await selectCardHolders(
    arrival.db,
    door.ownerId,
    door.unitId,
    todayIn(arrival.now, door.zone),
  );
  return { code, door, children: called(pupils.filter(({ madeAt }) => madeAt !== null)) };
}

/** By their first name; where two have the same, with the first letter of the last. Nobody's whole name stands at a door. */
export const called = <Named extends { givenName: string; familyName: string }>(
  people: readonly Named[],
): (Named & { called: string })[] =>
  people
    .map((each) => {
      const same = people.some((other) => other !== each && other.givenName === each.givenName);
      return {
        ...each,
        called: same ? `${each.givenName} ${[...each.familyName][0] ?? ''}`.trim() : each.givenName,
      };
    })
    .toSorted((a, b) => a.called.localeCompare(b.called));
