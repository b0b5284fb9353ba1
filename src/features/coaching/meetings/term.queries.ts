import { type Expression, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { diaryLists } from './diary.ts';
import { meetingMoments, meetingsOf } from './meeting.queries.ts';
import type { Meeting } from './meeting.ts';

/** The times of a pairing and the diary of its people, in one statement. */
export const selectTermDiary = composed(
  (who, { id, ...days }: Given<{ id: string; from: string; until: string; today: string }>) => ({
    meetings: list<Meeting>(meetingsOf(who, id), meetingMoments),
    ...diaryLists(
      who.organisationId,
      sql`(select x.person_id from pairing_person x join pairing p on p.owner_id = x.owner_id and p.id = x.pairing_id
        where x.owner_id = ${who.organisationId} and p.owner_id = ${who.organisationId} and p.circle_id = ${id}
          and x.answer = 'yes' and x.left_at is null)`,
      days as { from: Expression<string>; until: Expression<string>; today: Expression<string> },
    ),
  }),
);
