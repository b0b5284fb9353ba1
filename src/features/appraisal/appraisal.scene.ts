import assert from 'node:assert/strict';
import { newId } from '#platform/db/ids.ts';
import { makePairing } from '#features/coaching/coaching.scene.ts';
import { makeManager, makePerson, makeSchool } from '#test/factories.ts';
import { type Browser, type Fields, testSite } from '#test/site.ts';

/** Ann teaches, Sian is her line manager, Gwen is the head; Tomos teaches too, and Beth coaches. */
export async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const person = (name: string, ...roles: string[]) => makePerson(site.db, school, { name, roles });
  const people = {
    ann: await person('Ann Puw'),
    tomos: await person('Tomos Bevan'),
    sian: await person('Sian Rees'),
    beth: await person('Beth Cole'),
    gwen: await person('Gwen Davies', 'head'),
    carys: await person('Carys Morgan', 'cpd-leader'),
    elin: await person('Elin Hughes', 'mentor-co-ordinator'),
    dewi: await person('Dewi Jones', 'administrator'),
  };
  await makeManager(site.db, school, people.sian, people.ann);
  await makeManager(site.db, school, people.sian, people.tomos);
  const as = (name: keyof typeof people) => site.as(people[name]);
  const coach = (learner: keyof typeof people) =>
    makePairing(
      site.db,
      school,
      { learner: people[learner], supporter: people.beth, startsOn: '2026-09-07' },
      site.clock.now,
    );
  /** A time together of a pairing, on a day of the autumn term unless told. */
  const meet = async (
    pairingId: string,
    { on = '2026-11-04', ...more }: { on?: string; held_at?: Date; called_off_at?: Date } = {},
  ) => {
    const id = newId();
    await site.db
      .insertInto('coaching_meeting')
      .values({
        owner_id: school.id,
        id,
        pairing_id: pairingId,
        kind: 'conversation',
        on_date: on,
        minutes: 45,
        place: '',
        in_school_day: true,
        protected: true,
        cover_minutes: 0,
        booked_by: people.beth.personId,
        booked_at: site.clock.now,
        changed_at: site.clock.now,
        version: 1,
        ...more,
      })
      .execute();
    return {
      hold: () =>
        site.db
          .updateTable('coaching_meeting')
          .set({ held_at: site.clock.now })
          .where('owner_id', '=', school.id)
          .where('id', '=', id)
          .execute(),
    };
  };
  return { site, db: site.db, school, people, as, coach, meet };
}

export const goal = {
  year: '2026/27',
  wording: 'Pupils talk before they write',
  looks_like: 'Each says one',
};

/** Writes a target: its address. */
export async function written(browser: Browser, more: Fields = {}): Promise<string> {
  const saved = await browser.post('/appraisal/targets/new', { ...goal, ...more });
  assert.equal(saved.status, 303, saved.text);
  return saved.to;
}

/** Proposes a formal observation: its address. */
export async function proposed(browser: Browser, person: { personId: string }, more: Fields = {}) {
  const saved = await browser.post('/appraisal/observations/new', {
    person: person.personId,
    on_date: '2026-11-25',
    starts_at: '09:15',
    minutes: '40',
    place: 'Room 4',
    focus: 'How talk leads to writing',
    ...more,
  });
  assert.equal(saved.status, 303, saved.text);
  return saved.to;
}
