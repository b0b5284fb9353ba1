import { addDays } from '#platform/calendar/dates.ts';
import { sql } from 'kysely';
import { Refused } from '#platform/errors.ts';
import { Change, type Visit } from '#platform/http/context.ts';
import { action, members, see, type Wrong } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { madeOf } from './booking-form.ts';
import { insertMeetings } from './meeting.queries.ts';
import { type CheckedRow, rowsInput, rowsSent, type RowsSent, type SentRow, wrongRows } from './rows.ts';
import { type Supported, selectWeek } from './week.queries.ts';
import { weekPage } from './week.page.ts';

type WeekRow = CheckedRow & { pairing: Supported };

/** Books several times with several people: all of them, or none where one must be mended. */
export const bookWeek = action('/coaching/week', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  page: weekPage,
  input: rowsInput,
  alsoWrong: async (visit, readable) => (await checked(visit, readable)).wrong,
  async run(change, sent) {
    const { rows, wrong } = await checked(change, sent);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    if (rows.length === 0) throw new Refused(t('Choose a day and a time for at least one of them.'));
    const made = madeOf(sent);
    const ids = await insertMeetings(
      change.tx,
      change.organisationId,
      rows.map(({ on, startsAt, kind, minutes, pairing }) => ({
        ...made,
        on: on!,
        startsAt,
        kind,
        minutes,
        pairingId: pairing.pairingId,
      })),
      change.who.personId,
      change.now,
    );
    for (const [index, { pairing }] of rows.entries())
      await change.record({
        kind: 'coaching-meeting.booked',
        itemId: pairing.id,
        body: { meetingIds: [ids[index]], pairingId: pairing.pairingId },
        tell: true,
      });
    return see(
      `/coaching/week?from=${rows[0]!.on}`,
      tn(
        rows.length,
        'One time is booked. It is in both calendars.',
        '{n} times are booked. They are in everybody’s calendar.',
      ),
    );
  },
});

/** The rows that were filled in, with their pairings, and all that must be mended in them. */
async function checked(visit: Visit, sent: Partial<RowsSent>): Promise<{ rows: WeekRow[]; wrong: Wrong }> {
  const filled = rowsSent(sent, { ticks: false });
  const days = filled.flatMap(({ on }) => on ?? []).toSorted();
  const { today } = visit;
  if (visit instanceof Change) await lockPairings(visit, filled);
  const {
    supported,
    booked: _,
    ...diary
  } = await selectWeek(visit.db, visit.who, {
    from: days[0] ?? today,
    until: days.at(-1) ?? addDays(today, 6),
    today,
  });
  const rows = filled.map((row): WeekRow => {
    const pairing = supported.find(({ id }) => id === row.coachingId);
    // Somebody ended it meanwhile, or it was never theirs: nothing at all is booked.
    if (!pairing) throw new Refused(t('One of these has ended meanwhile. Look at the list again.'));
    return {
      ...row,
      pairing,
      minutes: row.minutes ?? pairing.minutes,
      personIds: pairing.people.map(({ personId }) => personId),
      earliest: pairing.startsOn ?? today,
    };
  });
  return { rows, wrong: wrongRows(rows, diary, { today, anyway: sent.anyway === true }) };
}

/** In the order of their ids, so that two who book at once wait for one another and never in a ring. */
const lockPairings = (change: Change, rows: readonly SentRow[]): Promise<unknown> =>
  sql`select id from pairing where owner_id = ${change.organisationId}
    and circle_id = any(${rows.flatMap(({ coachingId }) => coachingId ?? [])}::uuid[]) order by id for update`.execute(
    change.tx,
  );
