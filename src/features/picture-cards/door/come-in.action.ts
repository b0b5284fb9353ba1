import { z } from 'zod';
import { checkPassword } from '#platform/auth/passwords.ts';
import { failed, few, many, mayTry, succeeded } from '#platform/auth/throttle.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import { Refused } from '#platform/errors.ts';
import { publicAction, see, show } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { doorHref } from '../addresses.ts';
import { countTry, uncountTry } from '../card.queries.ts';
import { rowFrom, rowLength } from '../pictures.ts';
import { childOf, rowPage } from './door.pages.ts';
import { openDoor } from './open-door.ts';
import { rowContent } from './row.view.ts';

/** When a school day is over, by the school's clock; whoever comes in later stays for two hours. */
const dayEnds = '17:00';
const atLeast = 2 * 3_600_000;

/**
 * One more picture; with the fourth the row is looked at. A right one lets the child in until the end of the school day.
 * Wrong ones wait like wrong passwords, and too many within a week shut the card until a grown-up of the class opens it again.
 */
export const comeIn = publicAction(doorHref(':code', ':child'), {
  purpose: 'administration',
  input: z.object({ row: z.string().max(200).default(''), picture: z.string().max(40).default('') }),
  page: rowPage,
  async run(arrival, { row: before, picture }) {
    const opened = await openDoor(arrival);
    const child = childOf(opened, arrival);
    const row = [...rowFrom(before), ...rowFrom(picture)].slice(0, rowLength);
    if (row.length < rowLength) return show(() => rowContent(opened.code, child, row));
    const { ownerId, zone } = opened.door;
    const mine = few(`card ${child.personId}`);
    // Counted apart from passwords: children who press wrong keep no grown-up of the same address waiting.
    const keys = [mine, many(`card from ${arrival.ip}`)];
    await mayTry(arrival.db, keys, arrival.now);
    const card = await countTry(arrival.db, ownerId, child.personId, arrival.now);
    if (card === 'shut') throw new Refused(t('This card is shut for now. Tell a grown-up of your class.'));
    if (!card || !(await checkPassword(card.rowHash, row.join(' ')))) {
      await failed(arrival.db, keys, arrival.now);
      throw new Refused(t('Not quite. Look at your card and press again.'));
    }
    await uncountTry(arrival.db, ownerId, child.personId);
    await succeeded(arrival.db, mine);
    const evening = instantAt(todayIn(arrival.now, zone), dayEnds, zone);
    const until = new Date(Math.max(evening.getTime(), arrival.now.getTime() + atLeast));
    const { sessions } = arrival.services;
    const secret = await sessions.begin(child.personId, ownerId, arrival.device, arrival.now, until);
    return see('/courses').withCookie(secret);
  },
});
