import { joinCircle } from '#platform/access/circles.ts';
import type { Db } from '#platform/db/database.ts';
import { byId, catalogue } from '#features/evidence/index.ts';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { startOfTests, testSite } from '#test/site.ts';
import { insertGroup, type NewGroup } from './start-group.ts';

interface Someone {
  personId: string;
  organisationId: string;
}

/** A group as its starter's form would have made it, with others in it already. */
export async function makeGroup(
  db: Db,
  starter: Someone,
  at: Date,
  group: Partial<NewGroup> & {
    title: string;
    protocol?: string;
    participants?: readonly Someone[];
    specialist?: Someone;
  },
): Promise<{ id: string; slug: string }> {
  const { protocol: id = 'lesson-study', participants = [], specialist, ...said } = group;
  const protocol = byId(catalogue().protocols, id);
  const { organisationId } = starter;
  const made = await insertGroup({ tx: db, now: at, organisationId, who: starter }, protocol, {
    question: '',
    subject: '',
    phase: '',
    starts_on: at.toISOString().slice(0, 10),
    terms: protocol.terms[0]!,
    joining: 'invited',
    seen: true,
    replaces: '',
    ...said,
  });
  const join = (part: string, people: readonly Someone[]) =>
    joinCircle(
      db,
      { ownerId: organisationId, circleId: made.id, part },
      people.map(({ personId }) => personId),
      at,
    );
  await join('participant', participants);
  if (specialist) await join('specialist', [specialist]);
  return made;
}

/** Has somebody teach a class of their own, as some protocols ask. */
export async function giveClass(db: Db, teacher: Someone): Promise<void> {
  const owner = teacher.organisationId;
  const unit = { kind: 'class' as const, name: `Class of ${teacher.personId.slice(-4)}` };
  const [unitId] = await insertUnits(db, owner, [unit], startOfTests);
  const row = { unitId: unitId!, personId: teacher.personId, part: 'teacher' as const };
  await insertMemberships(db, owner, [row], startOfTests);
}

/** A lesson study of Ann, Tomos and Cai that all staff may see. Beth is a colleague, Carys the CPD leader. */
export async function groupScene() {
  const site = await testSite();
  const { db } = site;
  const school = await makeSchool(db);
  const make = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const people = {
    ann: await make('Ann Puw'),
    tomos: await make('Tomos Bevan'),
    cai: await make('Cai Jones'),
    beth: await make('Beth Rees'),
    carys: await make('Carys Morgan', 'cpd-leader'),
  };
  const group = await makeGroup(db, people.ann, startOfTests, {
    title: 'Fractions in Year 4',
    question: 'Who gives up on thirds?',
    starts_on: '2026-11-18',
    participants: [people.tomos, people.cai],
  });
  return {
    site,
    db,
    school,
    people,
    group,
    here: `/groups/${group.slug}`,
    as: (name: keyof typeof people) => site.as(people[name]),
  };
}
