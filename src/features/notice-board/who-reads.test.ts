import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectStanding } from '#platform/access/standing.ts';
import { type Audience, audienceFrom, grantsFor, nobody, tidied } from './audience.ts';
import { type Named, scene } from './notice-board.scene.ts';
import { selectReached } from './reached.queries.ts';
import { isReached } from './reached.ts';
import { sql } from 'kysely';

test('who reads a notice: by what they are, their classes, years, departments, roles and children', async () => {
  const { as, putUp, people, p5, maths } = await scene();
  const all = Object.keys(people) as Named[];
  const told: { fields: Record<string, string | string[]>; author: Named; readers: Named[] }[] = [
    { author: 'huw', fields: { to: 'staff' }, readers: ['head', 'office', 'ffion', 'huw', 'tomos', 'owain'] },
    { author: 'huw', fields: { to: '', teams: maths }, readers: ['tomos', 'owain'] },
    { author: 'huw', fields: { to: '', roles: 'teaching-assistant' }, readers: ['huw'] },
    { author: 'huw', fields: { to: '', classes: p5, people: 'staff' }, readers: ['ffion', 'huw'] },
    { author: 'ffion', fields: { to: '', classes: p5, people: 'pupil' }, readers: ['cai', 'mali'] },
    { author: 'ffion', fields: { to: '', classes: p5, people: 'family' }, readers: ['lowri', 'tomos'] },
    {
      author: 'office',
      fields: { to: '', years: '6', people: ['pupil', 'family'] },
      readers: ['ned', 'rhys'],
    },
    { author: 'office', fields: { to: 'pupil' }, readers: ['cai', 'mali', 'ned'] },
    { author: 'head', fields: { to: 'family' }, readers: ['lowri', 'rhys', 'tomos'] },
  ];
  for (const { author, fields, readers } of told) {
    const href = await putUp(author, fields);
    const may = new Set<Named>([...readers, author, 'head']);
    for (const who of all) {
      const browser = await as(who);
      const { status } = await browser.get(href);
      assert.equal(
        status,
        may.has(who) ? 200 : 403,
        `${who} opens what ${author} put up: ${JSON.stringify(fields)}`,
      );
      const listed = (await browser.get('/notices')).text.includes(`href="${href}"`);
      assert.equal(listed, readers.includes(who) || who === author, `${who} lists ${JSON.stringify(fields)}`);
    }
    await (await as(author)).post(`${href}/end`);
  }
});

test('those who are counted are those whom the kernel lets in, whatever the audience', async () => {
  const { db, school, people, p5, r6, maths } = await scene();
  const some: Audience[] = [
    { ...nobody, wholes: ['staff'] },
    { ...nobody, wholes: ['pupil', 'family'] },
    { ...nobody, roles: ['teacher', 'head'] },
    { ...nobody, roles: ['parent-carer'] },
    ...(['staff', 'pupil', 'family'] as const).map((kind) => ({
      ...nobody,
      units: [p5, r6, maths].map((unitId) => ({ unitId, people: kind })),
    })),
    ...(['pupil', 'family'] as const).map((kind) => ({ ...nobody, years: [{ label: '5', people: kind }] })),
    {
      wholes: ['family'],
      roles: ['teaching-assistant'],
      units: [{ unitId: r6, people: 'pupil' }],
      years: [{ label: '5', people: 'family' }],
    },
  ];
  for (const audience of some) {
    const named = new Set(grantsFor(school.id, audience).map(({ principal }) => principal));
    assert.deepEqual(tidied(audienceFrom([...named].map((principal) => ({ principal })))), tidied(audience));
    const { rows } = await sql<{ id: string }>`select m.person_id as id from member m
      where m.owner_id = ${school.id} and ${isReached(school.id, audience, '2026-11-18')}`.execute(db);
    const counted = new Set(rows.map(({ id }) => id));
    for (const { personId, name } of Object.values(people)) {
      const { principals } = await selectStanding(
        db,
        { personId, name, locale: 'en-GB', theme: 'auto' },
        { id: school.id, name: school.name, zone: 'Europe/London', currency: 'GBP' },
        '2026-11-18',
      );
      assert.equal(
        counted.has(personId),
        principals.some((principal) => named.has(principal)),
        `${name}: ${JSON.stringify(audience)}`,
      );
    }
  }
});

test('who leaves a class or a family reads nothing more of it', async () => {
  const { as, putUp, db, school, people, p5 } = await scene();
  const href = await putUp('ffion', { to: '', classes: p5, people: ['pupil', 'family'] });
  const [cai, lowri, office] = [await as('cai'), await as('lowri'), await as('office')];
  assert.equal((await lowri.get(href)).status, 200);
  const { id: link } = await db
    .selectFrom('family_relation')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('adult_id', '=', people.lowri.personId)
    .executeTakeFirstOrThrow();
  const ended = await office.post(`/people/${people.cai.personId}/family/${link}/end`);
  assert.equal(ended.status, 303);
  assert.equal((await lowri.get(href)).status, 403);
  assert.equal((await cai.get(href)).status, 200);
});

test('nobody is counted twice, and the one who writes is not counted', async () => {
  const { db, school, people, p5, maths } = await scene();
  const audience: Audience = {
    wholes: ['staff'],
    roles: ['teacher'],
    units: [
      { unitId: p5, people: 'family' },
      { unitId: maths, people: 'staff' },
    ],
    years: [],
  };
  const { counts, names } = await selectReached(db, school.id, audience, {
    today: '2026-11-18',
    but: people.ffion.personId,
  });
  assert.deepEqual(counts, { staff: 5, pupil: 0, family: 1, guest: 0 });
  assert.deepEqual(names.length, 5);
});
