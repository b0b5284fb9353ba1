import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endItem, insertItem, principals, shareItem } from '#platform/access/items.ts';
import { selectItem } from '#platform/access/select-item.ts';
import { openItem, Openings } from '#platform/access/open.ts';
import { policy, type Policy } from '#platform/access/policy.ts';
import { purposes, type Purpose } from '#platform/access/purpose.ts';
import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { newId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { insertMember } from '#features/people/index.ts';
import { testDatabase } from './database.ts';
import { makePerson, type TestSchool } from './factories.ts';
import { startOfTests as at } from './site.ts';
import { makeWorld, signedIn, type SignedIn } from './world.ts';

/** Person × thing × purpose: who may open what, for what. */

const thing = (kind: string, purpose: Purpose, read: Policy['may']['read'], logged = false) =>
  policy({ kind, purpose, noun: 'thing', logged, may: { read }, ask: 'Ask the head.' });

const note = thing('test-note', 'learning', ['author', 'reader'], true);
const plan = thing('test-plan', 'learning', ['circle']);
const register = thing('test-register', 'learning', ['circle:facilitator', 'role:cpd-leader']);
const rota = thing('test-rota', 'administration', ['staff']);
const figure = thing('test-figure', 'evaluation', ['role:head']);

interface Thing {
  policy: Policy;
  ownerId: string;
  id: string;
  seenBy: readonly SignedIn[];
}

const { db } = await testDatabase();
const world = await makeWorld(db);
const things = await makeThings();

async function makeThings(): Promise<Record<string, Thing>> {
  const { people, school, programme } = world;
  const teacher = people.teacher.personId;
  const make = async (
    what: Policy,
    seenBy: readonly SignedIn[],
    more: Partial<Parameters<typeof insertItem>[1]> = {},
  ): Promise<Thing> => {
    const item = { ownerId: school.id, policy: what, authorId: teacher, ...more };
    return { policy: what, ownerId: item.ownerId, id: await insertItem(db, item, at), seenBy };
  };
  const grant = (principal: string) => ({ principal, ability: 'read' as const });
  const shared = [
    grant(principals.person(people.partner.personId)),
    grant(principals.person(people.manager.personId)),
  ];
  return {
    'a private note': await make(note, ['teacher'], { ownerId: teacher }),
    'a note shared with partner and manager': await make(note, ['teacher', 'partner', 'manager'], {
      ownerId: teacher,
      grants: shared,
    }),
    'the same, closed to managers': await make(note, ['teacher', 'partner'], {
      ownerId: teacher,
      grants: shared,
      excludesManagers: true,
    }),
    'a note for whoever holds a role': await make(note, ['teacher', 'head'], {
      grants: [grant(principals.role(school.id, 'head'))],
    }),
    'a plan of the programme': await make(
      plan,
      ['teacher', 'partner', 'facilitator', 'specialist', 'cpd-leader'],
      { circleId: programme.id },
    ),
    'its register': await make(register, ['facilitator', 'cpd-leader'], { circleId: programme.id }),
    'the rota': await make(
      rota,
      signedIn.filter((who) => !['specialist', 'pupil', 'parent', 'other-guest', 'other-head'].includes(who)),
    ),
    'a figure for the head': await make(figure, ['head']),
  };
}

async function whoIs(person: SignedIn, purpose: Purpose): Promise<Who> {
  const { personId, organisationId, name } = world.people[person];
  const organisation = { id: organisationId, name: 'A school', zone: 'Europe/London', currency: 'GBP' };
  const standing = await selectStanding(
    db,
    { personId, name, locale: 'en-GB', theme: 'auto' },
    organisation,
    '2026-11-18',
  );
  return new Who(standing, purpose);
}

/** What each route's purpose lets through, written down a second time on purpose. */
const lets: Record<Purpose, readonly Purpose[]> = {
  learning: ['learning', 'evaluation', 'administration'],
  evaluation: ['evaluation', 'administration'],
  certification: ['certification', 'administration'],
  induction: ['induction', 'administration'],
  safeguarding: ['safeguarding', 'administration'],
  administration: ['administration'],
  appraisal: ['appraisal', 'administration'],
};

for (const purpose of purposes) {
  test(`on a page for ${purpose} each person opens exactly what is theirs to open`, async () => {
    for (const person of signedIn) {
      const who = await whoIs(person, purpose);
      for (const [name, { policy: its, ownerId, id, seenBy }] of Object.entries(things)) {
        const expected = seenBy.includes(person) && lets[purpose].includes(its.purpose);
        const opened = await openItem(db, who, its, ownerId, id, at).then(
          () => true,
          (error: unknown) => {
            assert.ok(error instanceof NotAllowed, String(error));
            return false;
          },
        );
        assert.equal(opened, expected, `${person} and ${name}, for ${purpose}`);
      }
    }
  });
}

test('what was written for learning is opened by no page for appraisal, not even for its author', async () => {
  const { policy: its, ownerId, id } = things['a private note']!;
  await assert.rejects(openItem(db, await whoIs('teacher', 'appraisal'), its, ownerId, id, at), NotAllowed);
});

const logOf = (id: string) =>
  db
    .selectFrom('access_log')
    .select(['reader_id', 'subject_id', 'manner', 'purpose'])
    .where('owner_id', '=', world.people.teacher.personId)
    .where('item_id', '=', id)
    .execute();

test('opening somebody else’s note is written where its owner reads it; one’s own is not, a refusal is not', async () => {
  const { teacher, partner } = world.people;
  const id = await insertItem(
    db,
    { ownerId: teacher.personId, policy: note, authorId: teacher.personId },
    at,
  );
  const open = async (person: SignedIn) => {
    const who = await whoIs(person, 'learning');
    const openings = new Openings();
    openings.note(who, await openItem(db, who, note, teacher.personId, id, at), 'file');
    return { write: () => openings.write(db, who, at) };
  };
  await (await open('teacher')).write();
  await assert.rejects(open('partner'), NotAllowed);
  assert.deepEqual(await logOf(id), []);

  await shareItem(
    db,
    { ownerId: teacher.personId, id },
    [{ principal: principals.person(partner.personId), ability: 'read' }],
    at,
  );
  const opened = await open('partner');
  assert.deepEqual(await logOf(id), [], 'nothing is written before there is something to show');
  await opened.write();
  assert.deepEqual(await logOf(id), [
    { reader_id: partner.personId, subject_id: teacher.personId, manner: 'file', purpose: 'learning' },
  ]);
});

test('whoever went to another school opens there nothing that was shared with them by name here', async () => {
  const { people, school, otherSchool } = world;
  const authorId = people.teacher.personId;
  for (const ownerId of [authorId, school.id]) {
    const { personId, name } = await makePerson(db, otherSchool);
    const named = [{ principal: principals.person(personId), ability: 'read' as const }];
    const id = await insertItem(db, { ownerId, policy: note, authorId, grants: named }, at);
    const opensIn = async (where: TestSchool): Promise<boolean> => {
      const organisation = { ...where, zone: 'Europe/London', currency: 'GBP' };
      const person = { personId, name, locale: 'en-GB', theme: 'auto' };
      const who = new Who(await selectStanding(db, person, organisation, '2026-11-18'), 'learning');
      const listed = await db
        .selectFrom('item as i')
        .select('i.id')
        .where('i.owner_id', '=', ownerId)
        .where('i.id', '=', id)
        .where(who.sees('i', note))
        .execute();
      const opened = await openItem(db, who, note, ownerId, id, at).then(
        () => true,
        (error: unknown) => {
          assert.ok(error instanceof NotAllowed, String(error));
          return false;
        },
      );
      assert.equal(listed.length === 1, opened, 'one thing and lists are decided alike');
      return opened;
    };
    assert.equal(await opensIn(otherSchool), false);
    const names = { givenName: name, familyName: '' };
    await insertMember(db, school.id, { personId, kind: 'staff', ...names }, at);
    assert.equal(await opensIn(school), true, 'a colleague of the author’s reads it');
    assert.equal(await opensIn(otherSchool), false, 'and not while they are in the other school');
  }
});

test('what has ended is there for its author alone, and comes back', async () => {
  const { ownerId, id } = things['a note shared with partner and manager']!;
  const open = async (person: SignedIn) =>
    openItem(db, await whoIs(person, 'learning'), note, ownerId, id, at);
  await endItem(db, { ownerId, id }, at);
  await assert.rejects(open('partner'), NotFound);
  assert.equal((await open('teacher')).id, id);
  await endItem(db, { ownerId, id }, null);
  assert.equal((await open('partner')).id, id);
});

test('an address with another kind, owner or shape leads to nothing', async () => {
  const { ownerId, id } = things['a private note']!;
  const who = await whoIs('teacher', 'learning');
  await assert.rejects(openItem(db, who, plan, ownerId, id, at), NotFound);
  await assert.rejects(openItem(db, who, note, world.school.id, id, at), NotFound);
  await assert.rejects(openItem(db, who, note, ownerId, `${id}' or true --`, at), NotFound);
});

test('a lawful override counts when both have agreed, for its reader, for its item, until it ends', async () => {
  const { ownerId, id } = things['a private note']!;
  const { people, school } = world;
  const override = (reader: SignedIn, agreed: boolean, expires: string) =>
    db
      .insertInto('access_override')
      .values({
        owner_id: ownerId,
        id: newId(at),
        item_id: id,
        organisation_id: school.id,
        reader_id: people[reader].personId,
        reason: 'A pupil may be in danger.',
        asked_at: at,
        agreed_by: agreed ? people.head.personId : null,
        agreed_at: agreed ? at : null,
        expires_at: new Date(expires),
        tell_owner: true,
      })
      .execute();
  const overridden = async (person: SignedIn) =>
    (await selectItem(db, await whoIs(person, 'safeguarding'), ownerId, id, at))?.overridden;

  await override('safeguarding-lead', false, '2026-12-01');
  await override('safeguarding-lead', true, '2026-11-17');
  assert.equal(await overridden('safeguarding-lead'), false);
  await override('safeguarding-lead', true, '2026-11-25');
  assert.equal(await overridden('safeguarding-lead'), true);
  assert.equal(await overridden('head'), false);
});
