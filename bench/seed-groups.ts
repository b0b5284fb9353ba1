import type { Db } from '#platform/db/database.ts';
import { idFrom } from '#platform/db/ids.ts';
import { insertOrganisation } from '#features/organisation/index.ts';
import {
  affiliate,
  insertAppointments,
  insertMembers,
  insertMemberships,
  insertPeople,
  insertUnits,
} from '#features/people/index.ts';
import { seedDates } from '#seeds/dates.seed.ts';
import { familyNames, givenNames } from '#seeds/names.ts';
import type { SeededSchool } from '#seeds/people.seed.ts';
import { type Kept, play } from '#seeds/player.ts';
import { type Copy, copyGroup } from './copy-group.ts';
import { groupOfFive, largeCoach, largeLeader, manyGroups } from './pages.ts';
import { seedCoaching } from './seed-coaching.ts';

/** The longest protocol there is: eighteen meetings, and what is tried between them. */
const eighteenMeetings = 'teacher-learning-community';
/** What the groups of the large organisation follow, in turns. */
const others = ['lesson-study', 'journal-club', 'spiral-of-enquiry', 'peer-observation', 'micro-experiment'];
const terms: Readonly<Record<string, number>> = { [eighteenMeetings]: 6, 'spiral-of-enquiry': 2 };

/** A Monday of the term that the seeded school is in, and weeks before it on which copies begin. */
const firstDay = '2026-10-05';
const weeksBack = 12;

/**
 * The seeded school with two hundred groups of eighteen meetings, of which one person is in thirty, and with a group
 * of five that studies lessons.
 */
export async function seedManyGroups(db: Db, school: SeededSchool, kept: Kept): Promise<void> {
  const models = await startModels(db, school, kept, school.people['gethin']!, [
    eighteenMeetings,
    'lesson-study',
  ]);
  const others = await assistantsOf(db, school.id);
  const inThirty = school.people[manyGroups.key]!;
  const copies = Array.from({ length: 200 }, (_, n) => {
    const around = Array.from({ length: 5 }, (_each, place) => others[(n * 5 + place) % others.length]!);
    return copyOf(n, 'Learning together', n < 30 ? [inThirty, ...around.slice(1)] : around);
  });
  await copyGroup(db, { ownerId: school.id, slug: models[0]! }, copies, school.now);
  const five = { slug: groupOfFive.slug, title: 'How we ask questions', daysLater: 0 };
  const people = [school.people['gethin']!, ...others.slice(0, 4)];
  await copyGroup(db, { ownerId: school.id, slug: models[1]! }, [{ ...five, people }], school.now);
}

/** An organisation of its own: fifteen hundred staff, and five thousand groups that run. */
export async function seedLargeOrganisation(db: Db, now: Date, kept: Kept): Promise<void> {
  const name = 'Coast and Valleys Learning Partnership';
  const began = new Date('2024-09-01T08:00:00Z');
  const ownerId = idFrom(name);
  await insertOrganisation(
    db,
    { id: ownerId, kind: 'trust', name, timeZone: 'Europe/London', locale: 'en-GB', currency: 'GBP' },
    began,
  );
  await seedDates(db, ownerId, began, [2025, 2026, 2027]);
  const staff = await insertStaff(db, ownerId, began);
  const [leader] = staff as [string];
  await insertAppointments(
    db,
    ownerId,
    [{ personId: leader, role: 'cpd-leader', startsOn: '2024-09-01', appointedBy: null }],
    began,
  );
  const [unitId] = await insertUnits(db, ownerId, [{ kind: 'class', name: '4B' }], began);
  await insertMemberships(db, ownerId, [{ unitId: unitId!, personId: leader, part: 'teacher' }], began);
  const organisation = { id: ownerId, name, began, now, today: now.toISOString().slice(0, 10) };
  await seedCoaching(db, ownerId, staff, now);
  const models = await startModels(
    db,
    { ...organisation, people: {}, pupils: [], units: {} },
    kept,
    leader,
    others,
  );
  for (const [turn, slug] of models.entries()) {
    const copies = Array.from({ length: 5000 / models.length }, (_, index) => {
      const n = index * models.length + turn;
      const people = Array.from({ length: 5 }, (_each, place) => staff[(n * 5 + place) % staff.length]!);
      return copyOf(n, ['Reading', 'Number', 'Talk', 'Science'][n % 4]!, people);
    });
    await copyGroup(db, { ownerId, slug }, copies, now);
  }
}

const copyOf = (n: number, about: string, people: readonly string[]): Copy => ({
  slug: `copied-${n}`,
  title: `${about}, group ${n + 1}`,
  daysLater: -7 * (n % weeksBack),
  people,
});

/** Starts a group of each protocol through the site, as a member of staff does. Answers their words in addresses. */
async function startModels(
  db: Db,
  school: SeededSchool,
  kept: Kept,
  starter: string,
  protocols: readonly string[],
): Promise<string[]> {
  const slugs: string[] = [];
  await play(db, { ...school, people: { starter } }, kept, async (player) => {
    player.at(firstDay);
    for (const protocol of protocols) {
      const { to } = await player.does('starter', '/groups/new', {
        protocol,
        title: `Model of ${protocol}`,
        question: 'What do pupils say when we wait three seconds longer?',
        starts_on: firstDay,
        terms: String(terms[protocol] ?? 1),
        joining: 'open',
        seen: 'on',
      });
      slugs.push(/groups\/([^/]+)\/people/.exec(to)![1]!);
    }
  });
  return slugs;
}

/** Staff who have no part in the school's story, so that the pages of those who have stay as they are. */
async function assistantsOf(db: Db, ownerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('member')
    .select('person_id as personId')
    .where('owner_id', '=', ownerId)
    .where('job_title', 'in', ['Teaching assistant', 'Midday supervisor'])
    .orderBy('sort_name')
    .execute();
  return rows.map(({ personId }) => personId);
}

/** The first of the staff are those as whom pages are measured. */
const known = [largeLeader, largeCoach].map(({ givenName, familyName }) => ({ givenName, familyName }));

async function insertStaff(db: Db, ownerId: string, at: Date): Promise<string[]> {
  const people = Array.from({ length: 1500 }, (_, n) => ({
    id: idFrom(`${ownerId} person ${n}`),
    ...(known[n] ?? {
      givenName: givenNames[n % givenNames.length]!,
      familyName: `${familyNames[n % familyNames.length]!} ${n}`,
    }),
  }));
  const ids = await insertPeople(db, people, at);
  await affiliate(db, ids, ownerId, at);
  await insertMembers(
    db,
    ownerId,
    people.map(({ id, ...names }) => ({ ...names, personId: id, kind: 'staff' as const })),
    at,
  );
  return ids;
}
