import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { insertItem } from '#platform/access/items.ts';
import { quietWishPolicy } from '#features/coaching/index.ts';
import { makePairing } from '#features/coaching/coaching.scene.ts';
import { makePerson, makeSchool, type TestPerson, type TestSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';

type Pair = Parameters<typeof makePairing>[2];

/** A school with a co-ordinator, a head and a way to make pairings; today is Wednesday 18 November. */
export async function careScene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const person = (name: string, ...roles: string[]) => makePerson(site.db, school, { name, roles });
  const elin = await person('Elin Hughes', 'mentor-co-ordinator');
  const head = await person('Gwen Davies', 'head');
  return {
    site,
    school,
    person,
    elin: await site.as(elin),
    elinHerself: elin,
    head: await site.as(head),
    pair: async (more: Partial<Pair> & { names?: [string, string] } = {}) => {
      const { names = ['Ann Puw', 'Tomos Bevan'], ...rest } = more;
      const learner = rest.learner ?? (await person(names[0]));
      const supporter = rest.supporter ?? (await person(names[1]));
      const made = await makePairing(site.db, school, { ...rest, learner, supporter }, site.clock.now);
      return { ...made, learner: learner as TestPerson, supporter: supporter as TestPerson };
    },
  };
}

/** A time that was held. */
export async function heldOn(
  db: Db,
  school: TestSchool,
  pairingId: string,
  by: { personId: string },
  on: string,
  more: {
    minutes?: number;
    inDay?: boolean;
    isProtected?: boolean;
    cover?: number;
    own?: boolean;
    practised?: boolean;
  } = {},
): Promise<void> {
  const at = new Date(`${on}T16:00:00Z`);
  const minutes = more.minutes ?? 60;
  await sql`insert into coaching_meeting (owner_id, id, pairing_id, kind, on_date, starts_at, minutes, place, in_school_day,
      protected, cover_minutes, booked_by, booked_at, changed_at, held_at, held_by, held_minutes, own_lesson, practised, version)
    values (${school.id}, ${newId(at)}, ${pairingId}, 'conversation', ${on}, '15:00', ${minutes}, '', ${more.inDay ?? false},
      ${more.isProtected ?? false}, ${more.cover ?? 0}, ${by.personId}, ${at}, ${at}, ${at}, ${by.personId}, ${minutes},
      ${more.own ?? false}, ${more.practised ?? false}, 1)`.execute(db);
}

/** Somebody has a quiet word. */
export async function wished(
  db: Db,
  school: TestSchool,
  pairingId: string,
  by: { personId: string },
  words: string,
  at: Date,
): Promise<string> {
  const id = await insertItem(db, { ownerId: school.id, policy: quietWishPolicy, authorId: by.personId }, at);
  await sql`insert into quiet_wish (owner_id, id, pairing_id, person_id, wish, words, said_at)
    values (${school.id}, ${id}, ${pairingId}, ${by.personId}, 'another', ${words}, ${at})`.execute(db);
  return id;
}

/** Somebody offers to mentor. */
export async function offers(
  db: Db,
  school: TestSchool,
  by: { personId: string },
  places: number,
  at: Date,
): Promise<void> {
  await sql`insert into coaching_offer (owner_id, person_id, kinds, about, subjects, phases, place, places, open, version, updated_at)
    values (${school.id}, ${by.personId}, array['mentoring'], '', '', '', '', ${places}, true, 1, ${at})`.execute(
    db,
  );
}
