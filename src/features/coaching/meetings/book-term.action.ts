import { Refused } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { action, see, type Wrong } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openGoingOn, openTogether } from '../open-together.ts';
import { presentIn, type Together, togetherHref } from '../together.ts';
import { madeOf } from './booking-form.ts';
import { selectDiary } from './diary.ts';
import { insertMeetings } from './meeting.queries.ts';
import { type CheckedRow, rowsInput, rowsSent, type RowsSent, wrongRows } from './rows.ts';
import { termPage } from './term.page.ts';

/** Books the times that are ticked: all of them, or none where one must be mended. */
export const bookTerm = action('/coaching/:coaching/times/term', {
  purpose: 'learning',
  access: coachingPolicy,
  page: termPage,
  input: rowsInput,
  async alsoWrong(visit, readable) {
    const { together } = await openTogether(visit, 'write');
    return wrongIn(visit, together, rowsOf(together, readable), readable.anyway === true);
  },
  async run(change, sent) {
    const { together } = await openGoingOn(change);
    const rows = rowsOf(together, sent);
    if (rows.length === 0) throw new Refused(t('Tick at least one time.'));
    const wrong = await wrongIn(change, together, rows, sent.anyway);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const { ownerId, pairingId, id } = together;
    const made = madeOf(sent);
    const meetingIds = await insertMeetings(
      change.tx,
      ownerId,
      rows.map(({ on, startsAt, kind, minutes }) => ({
        ...made,
        on: on!,
        startsAt,
        kind,
        minutes,
        pairingId,
      })),
      change.who.personId,
      change.now,
    );
    await change.record({
      kind: 'coaching-meeting.booked',
      itemId: id,
      body: { meetingIds, pairingId },
      tell: true,
    });
    return see(
      togetherHref(together, 'times'),
      tn(
        rows.length,
        'One time is booked. It is in everybody’s calendar.',
        '{n} times are booked. They are in everybody’s calendar.',
      ),
    );
  },
});

const rowsOf = (together: Together, sent: Partial<RowsSent>): CheckedRow[] =>
  rowsSent(sent, { ticks: true }).map((row) => ({
    ...row,
    minutes: row.minutes ?? together.minutes,
    personIds: presentIn(together).map(({ personId }) => personId),
    earliest: together.startsOn ?? '',
  }));

async function wrongIn(
  visit: Visit | Change,
  together: Together,
  rows: readonly CheckedRow[],
  anyway: boolean,
): Promise<Wrong> {
  const days = rows.flatMap(({ on }) => on ?? []).toSorted();
  const { today } = visit;
  const diary = await selectDiary(visit.db, visit.who, {
    id: together.id,
    from: days[0] ?? today,
    until: days.at(-1) ?? today,
    today,
  });
  return wrongRows(rows, diary, { today, anyway });
}
