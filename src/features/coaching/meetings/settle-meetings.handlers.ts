import { sql } from 'kysely';
import { z } from 'zod';
import { told } from '#platform/jobs/handler.ts';
import { remindOfMeetings } from './remind-meetings.job.ts';

/** What changes when people of a pairing meet, or whether. */
const changes = [
  'coaching-meeting.booked',
  'coaching-meeting.moved',
  'coaching-meeting.called-off',
  'coaching-meeting.put-back',
  'coaching-meeting.held',
  'coaching-meeting.not-held',
];

const aboutCoaching = z.object({ itemId: z.uuid() });

/** Whoever says that something took place, or books, sees it gone from everybody's list without waiting for the hour. */
const settleMeetings = told(changes, aboutCoaching, async ({ ownerId }, job) => {
  const school = await job.db
    .selectFrom('organisation')
    .select(['id', 'time_zone as zone'])
    .where('id', '=', ownerId)
    .executeTakeFirstOrThrow();
  await remindOfMeetings(job, school);
});

/** It goes on after all: calendars elsewhere heard that its times are off, and take back only what changed later. */
const bringMeetingsBack = told(
  'coaching.returned',
  aboutCoaching,
  async ({ ownerId, body, createdAt }, { db }) => {
    await sql`update coaching_meeting m set changed_at = greatest(m.changed_at, ${createdAt}::timestamptz)
    where m.owner_id = ${ownerId} and m.held_at is null and m.pairing_id in
      (select p.id from pairing p where p.owner_id = ${ownerId} and p.circle_id = ${body.itemId})`.execute(
      db,
    );
  },
);

export const meetingHandlers = [settleMeetings, bringMeetingsBack];
