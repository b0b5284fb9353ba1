import { hashSecret } from '#platform/auth/secrets.ts';
import { newId } from '#platform/db/ids.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { signedIn } from '#test/world.ts';

export const visits: SeedVisits = async ({ db, at, people, school, programme, otherProgramme }) => {
  // The pupil's: nothing of it is anybody's learning, so that whoever has the address reads no such words.
  await db
    .insertInto('link_token')
    .values({
      id: newId(at),
      token_hash: hashSecret('the-pupils-own-calendar'),
      kind: 'calendar',
      person_id: people.pupil.personId,
      organisation_id: school.id,
      created_at: at,
    })
    .execute();
  // A grown-up of a family has no lessons, and whoever has this address reads none of anybody's.
  await db
    .insertInto('link_token')
    .values({
      id: newId(at),
      token_hash: hashSecret('the-parents-own-calendar'),
      kind: 'calendar',
      person_id: people.parent.personId,
      organisation_id: school.id,
      created_at: at,
    })
    .execute();
  // Of a programme without steps: whoever has the address reads no words of anybody's.
  await db
    .insertInto('programme_calendar')
    .values({
      owner_id: school.id,
      id: newId(at),
      programme_id: otherProgramme.id,
      person_id: people['other-guest'].personId,
      token_hash: hashSecret('the-calendar-of-a-programme'),
      made_at: at,
    })
    .execute();
  const inside = ['teacher', 'partner', 'facilitator', 'specialist', 'cpd-leader'] as const;
  const ofProgramme = `/programmes/${programme.slug}/calendar`;
  return {
    'GET /me/calendar': { path: '/me/calendar', seenBy: ['teacher', 'specialist'], openTo: signedIn },
    'GET /me/calendar/link': { path: '/me/calendar/link', seenBy: ['teacher'], openTo: signedIn },
    'POST /me/calendar/link': { path: '/me/calendar/link', fields: {}, by: 'signed-in' },
    'POST /me/calendar/link/end': { path: '/me/calendar/link/end', fields: {}, by: 'signed-in' },
    'GET /calendar/:secret.ics': { path: '/calendar/the-pupils-own-calendar.ics', seenBy: ['nobody'] },
    'GET /calendar/lessons/:secret.ics': {
      path: '/calendar/lessons/the-parents-own-calendar.ics',
      seenBy: ['nobody'],
    },
    'GET /programmes/:programme/calendar': { path: ofProgramme, seenBy: inside },
    'POST /programmes/:programme/calendar': { path: ofProgramme, fields: {}, by: inside },
    'POST /programmes/:programme/calendar/end': { path: `${ofProgramme}/end`, fields: {}, by: inside },
    'GET /calendar/:school/:secret.ics': {
      path: `/calendar/${school.id}/the-calendar-of-a-programme.ics`,
      seenBy: ['nobody'],
    },
  };
};
