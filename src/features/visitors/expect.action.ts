import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticked } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { isTaught } from '#features/timetable/index.ts';
import { expectPage } from './expect.page.ts';
import { whenTheyCome, whoComes, wrongDays } from './visitor-input.ts';
import { dayHref, nameKey, newPath, visitorHref } from './visitors.ts';

/** Expects somebody, once or on the same day of each week in term; or writes down who stands at the desk. */
export const expectVisitor = action(newPath, {
  purpose: 'administration',
  access: members('staff'),
  page: expectPage,
  input: z.object({ ...whoComes, ...whenTheyCome, here: ticked() }),
  alsoWrong: ({ today }, readable) => wrongDays(readable, today),
  async run(change, sent) {
    const wrong = wrongDays(sent, change.today);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const { tx, organisationId: owner, who, now } = change;
    await mustBeColleague(change, sent.host);
    const days =
      sent.weekly_until === null || sent.here
        ? [sent.here ? change.today : sent.day]
        : await selectWeekly(tx, owner, sent.day, sent.weekly_until);
    const seriesId = days.length > 1 ? newId(now) : null;
    const rows = days.map((on) => ({
      owner_id: owner,
      id: newId(now),
      on_date: on,
      from_time: sent.from,
      name: sent.name,
      sort_name: nameKey(sent.name),
      organisation: sent.organisation,
      purpose: sent.purpose,
      place: sent.place,
      kind: sent.kind,
      host_id: sent.host,
      series_id: seriesId,
      written_by: who.personId,
      version: 1,
      created_at: now,
    }));
    await tx.insertInto('visitor').values(rows).execute();
    const { id } = rows[0]!;
    await change.record({ kind: 'visitor.expected', itemId: id, body: { days, seriesId } });
    // Whether somebody is to be asked first is looked at when they are signed in, as with everybody else.
    if (sent.here) return see(visitorHref(id), t('They are written down. Now sign them in.'));
    return see(
      dayHref(days[0]!),
      tn(days.length, 'Expected on {day}.', 'Expected on {n} days, the first being {day}.', {
        day: formatDate(days[0]!, 'weekday'),
      }),
      visitorHref(id, 'end'),
    );
  },
});

/** Throws `Refused` where the host is nobody who works at the school now. */
export async function mustBeColleague(
  { tx, organisationId: owner, today }: Change,
  host: string,
): Promise<void> {
  const { rows } = await sql`select 1 from member m where m.owner_id = ${owner} and m.person_id = ${host}
    and m.kind = 'staff' and ${current('m', today)}`.execute(tx);
  if (rows.length === 0) throw new Refused({ host: t('Choose somebody who works at the school.') });
}

/** The days a week apart on which the school is open; the first in any case, because somebody chose it. */
async function selectWeekly(db: Db, owner: string, from: string, until: string): Promise<string[]> {
  const { rows } = await sql<{ on: string }>`
    select d.at::date as on from generate_series(${from}::date::timestamp, ${until}::date::timestamp, interval '7 days') d (at)
    where d.at::date = ${from}::date or ${isTaught(owner, sql`d.at::date`)} order by d.at`.execute(db);
  return rows.map(({ on }) => on);
}
