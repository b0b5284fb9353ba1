import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, catalogue } from '#features/evidence/index.ts';
import { selectProgramme } from '#features/programmes/index.ts';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { makeManager, makePerson, type TestPerson } from '#test/factories.ts';
import { seeded } from '#test/random.ts';
import { startOfTests } from '#test/site.ts';
import { adviceOn, reasonFor, reasonToJoin, subjectsIn, yearsIn } from './match-words.ts';
import { selectMatches } from './match.queries.ts';
import { selectMembershipFacts } from './membership-rules.queries.ts';
import { whyNot } from './membership-rules.ts';
import { scene } from './people.scene.ts';

const about = { subject: null, phase: null };

test('years are read as people write them, and ages are no years', () => {
  assert.deepEqual(yearsIn('Years 7 and 8'), ['7', '8']);
  assert.deepEqual(yearsIn('Year 7 to 9'), ['7', '8', '9']);
  assert.deepEqual(yearsIn('Reception, Year 1'), ['r', '1']);
  assert.deepEqual(yearsIn('Ages 7–9'), []);
  assert.deepEqual(yearsIn('KS2'), []);
  assert.deepEqual(yearsIn(null), []);
  assert.deepEqual(subjectsIn('Science and Maths'), ['science and maths', 'science', 'maths']);
});

test('the reason says what is shared, and with whom', () => {
  const mine = { subjects: ['Science'], years: ['7', '8'] };
  const theirs = { subjects: ['science', 'Drama'], years: ['8', '7', '10'] };
  assert.equal(reasonFor(theirs, mine, about), 'Teaches science to Year 7 and Year 8, as you do');
  assert.equal(
    reasonFor(theirs, { subjects: [], years: [] }, { subject: 'Drama', phase: null }),
    'Teaches Drama',
  );
  assert.equal(reasonFor(theirs, undefined, about), undefined);
  assert.equal(reasonToJoin(mine, { subject: 'Science', phase: 'Year 9' }), 'You teach Science');
  assert.deepEqual(adviceOn(theirs, { subject: 'French', phase: 'Year 7' }), ['same-subject']);
  assert.deepEqual(adviceOn(undefined, { subject: 'French', phase: 'Year 7' }), []);
});

test('in a random school the list leaves out just those whom the rules refuse one by one', async () => {
  const { site, world, start, teach, comeIn } = await scene();
  const random = seeded(7);
  const crowd: TestPerson[] = [];
  for (let n = 0; n < 30; n++)
    crowd.push(
      await makePerson(site.db, world.school, {
        name: `Person N${n}`,
        kind: random.pick(['staff', 'staff', 'staff', 'guest'] as const),
        roles: random.maybe(0.2) ? [random.pick(['head', 'senior-leader', 'cpd-leader'])] : [],
        account: false,
      }),
    );
  for (const each of crowd)
    if (random.maybe(0.4))
      await makeManager(
        site.db,
        world.school,
        random.maybe() ? each : world.people.partner,
        random.maybe() ? world.people.teacher : random.pick(crowd),
      );
  const [unit] = await insertUnits(site.db, world.school.id, [{ kind: 'class', name: '5B' }], startOfTests);
  const teachers = crowd.filter(() => random.maybe(0.6));
  await insertMemberships(
    site.db,
    world.school.id,
    teachers.map(({ personId }) => ({ unitId: unit!, personId, part: 'teacher' })),
    startOfTests,
  );
  await teach('Science', '7', 'teacher', 'partner', 'colleague');
  const href = await start('annotated-research-group');
  await comeIn(href, 'partner');
  const group = (await selectProgramme(site.db, world.school.id, href.split('/')[2]!))!;
  const base = byId(catalogue().protocols, 'annotated-research-group');
  const managers = byId(catalogue().protocols, 'peer-observation').membership.filter(
    ({ rule }) => rule === 'no-line-managers',
  );
  const today = '2026-11-18';
  const everybody = [...crowd, ...Object.values(world.people)].filter(
    ({ organisationId }) => organisationId === world.school.id,
  );
  for (const membership of [base.membership, managers, [...base.membership, ...managers], []])
    for (const part of ['participant', 'specialist'] as const) {
      const protocol = { ...base, membership };
      const sought = { part, words: '', about: group, readerId: world.people.teacher.personId, today };
      const found: string[] = [];
      for (let page = 1; page < 5; page++) {
        const one = await selectMatches(site.db, group, protocol, { ...sought, page });
        found.push(...one.people.map(({ personId }) => personId));
      }
      const wanted: string[] = [];
      for (const { personId } of everybody) {
        const facts = await selectMembershipFacts(site.db, group, personId, today);
        if (!whyNot(facts.person, { protocol, people: facts.people }, part)) wanted.push(personId);
      }
      assert.deepEqual(found.toSorted(), wanted.toSorted(), `${membership.map(({ rule }) => rule)} ${part}`);
    }
});

test('those who teach the same come first, with the reason; others are found by name', async () => {
  const { as, start, teach } = await scene();
  await teach('Science', '7, 8', 'teacher', 'governor');
  await teach('French', '8', 'colleague');
  const href = await start('spiral-of-enquiry', 'teacher', { subject: 'Science', phase: 'Years 7 and 8' });
  const teacher = await as('teacher');
  const { text } = await teacher.get(`${href}/people/find`);
  assert.match(text, /Teaches Science to Year 7 and Year 8, as you do/);
  assert.ok(text.indexOf('Ioan Griffiths') < text.indexOf('Huw Parry'));
  assert.ok(text.indexOf('Huw Parry') < text.indexOf('Tomos Bevan'));
  const named = await teacher.get(`${href}/people/find?words=gwenll`);
  assert.match(named.text, /Gwenllian Davies/);
  assert.doesNotMatch(named.text, /Huw Parry/);
  assert.match((await teacher.get(`${href}/people/find?words=xyzzy`)).text, /Nobody fits/);
  assert.doesNotMatch(text, /Cai Roberts|Lowri Roberts|Ruth Bell/, 'no pupils, families or other schools');
});

test('groups about what one teaches come first among those one may ask to join', async () => {
  const { as, start, teach } = await scene();
  await teach('Science', '7', 'colleague');
  await start('scenario', 'teacher', { joining: 'open', title: 'On drama', subject: 'Drama' });
  await start('scenario', 'partner', { joining: 'open', title: 'On cells', subject: 'Science' });
  await start('scenario', 'teacher', { joining: 'open', title: 'Hidden one', subject: 'Science', seen: '' });
  const { text } = await (await as('colleague')).get('/groups/open');
  assert.match(text, /You teach Science/);
  assert.ok(text.indexOf('On cells') < text.indexOf('On drama'));
  assert.doesNotMatch(text, /Hidden one/);
  assert.doesNotMatch((await (await as('colleague')).get('/groups/open?words=drama')).text, /On cells/);
});
