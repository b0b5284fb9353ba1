import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { startOfTests, testSite } from '#test/site.ts';
import { called } from './door/open-door.ts';
import { mostWrong, newRow, pictures, rowLength } from './pictures.ts';

const minute = 60_000;

/** A class with its teacher and three pupils, and the sheet of their cards. */
async function cardsScene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const person = (name: string, kind: 'staff' | 'pupil' = 'staff', ...roles: string[]) =>
    makePerson(site.db, school, { name, kind, roles });
  const people = {
    ffion: await person('Ffion Puw'),
    huw: await person('Huw Parry'),
    office: await person('Olwen Office', 'staff', 'administrator'),
    cai: await person('Cai Roberts', 'pupil'),
    mali: await person('Mali Rees', 'pupil'),
    other: await person('Cai Evans', 'pupil'),
  };
  const [unit] = await insertUnits(site.db, school.id, [{ kind: 'class', name: 'Class 1P' }], startOfTests);
  await insertMemberships(
    site.db,
    school.id,
    [
      { unitId: unit!, personId: people.ffion.personId, part: 'teacher' },
      ...(['cai', 'mali', 'other'] as const).map((who) => ({
        unitId: unit!,
        personId: people[who].personId,
        part: 'pupil' as const,
      })),
    ],
    startOfTests,
  );
  const as = (name: keyof typeof people) => site.as(people[name]);
  const at = `/people/units/${unit}/picture-cards`;
  const sheet = await (await as('ffion')).post(at);
  assert.equal(sheet.status, 200);
  const code = /sign-in\/class\/([a-z0-9]{8})/.exec(sheet.text)![1]!;
  const door = `/sign-in/class/${code}`;
  /** The row on the sheet, by the order of the names on it. */
  const rowOn = (text: string, name: string): string[] => {
    const card = text.split('picture-card-name').find((piece) => piece.includes(name))!;
    return [...card.matchAll(/<span>([A-Z][a-z]+)<\/span>/g)].map(([, word]) => word!.toLowerCase());
  };
  const press = (childId: string, row: readonly string[]) =>
    site.visitor().post(`${door}/${childId}`, { row: row.slice(0, -1).join(' '), picture: row.at(-1)! });
  return { site, school, people, as, at, sheet: sheet.text, code, door, rowOn, press };
}
const wrongOf = (row: readonly string[]): string[] =>
  row.map((id) => pictures[(pictures.indexOf(id) + 1) % pictures.length]!);

test('a child comes in by its four pictures, press by press, until the school day ends', async () => {
  const { site, people, as, sheet, door, rowOn, press, code } = await cardsScene();
  const visitor = site.visitor();
  assert.match((await visitor.get(`/sign-in/class?code=${code.toUpperCase()}`)).to, new RegExp(door));
  const names = (await visitor.get(door)).text;
  assert.match(names, /Cai E[^]*Cai R[^]*Mali/);
  assert.doesNotMatch(names, /Roberts|Rees|Evans/, 'no last name stands at a door');
  const row = rowOn(sheet, 'Mali Rees');
  assert.equal(row.length, rowLength);
  let before: string[] = [];
  for (const picture of row.slice(0, -1)) {
    const { status, text } = await visitor.post(`${door}/${people.mali.personId}`, {
      row: before.join(' '),
      picture,
    });
    before = [...before, picture];
    assert.equal(status, 200);
    assert.match(text, new RegExp(`${before.length} of 4 pressed`));
  }
  assert.equal((await press(people.mali.personId, wrongOf(row))).status, 422);
  const inside = await visitor.post(`${door}/${people.mali.personId}`, {
    row: before.join(' '),
    picture: row.at(-1)!,
  });
  assert.equal(inside.status, 303);
  assert.match((await visitor.get('/courses')).text, /<html[^>]* data-young/);
  assert.doesNotMatch((await (await as('mali')).get('/courses')).text, /data-young/, 'only by the card');
  assert.equal((await visitor.get('/people')).status, 403, 'no more than a pupil');
  for (const path of ['/me/take-away', '/me/calendar/link', '/sign-in/school'])
    assert.equal((await visitor.get(path)).status, 403, path);
  for (const path of [
    '/me/addresses',
    '/me/password',
    '/me/calendar/link',
    '/me/sign-ins/end-others',
    '/sign-in/school',
  ])
    assert.equal(
      (await visitor.post(path, { email: 'x@example.org', school: people.mali.organisationId })).status,
      403,
      path,
    );
  const { until, expires_at: ends } = await site.db
    .selectFrom('session')
    .select(['until', 'expires_at'])
    .where('person_id', '=', people.mali.personId)
    .where('until', 'is not', null)
    .executeTakeFirstOrThrow();
  assert.deepEqual(ends, until);
  site.clock.now = new Date(until!.getTime() - minute);
  assert.equal((await visitor.get('/courses')).status, 200);
  site.clock.now = new Date(until!.getTime() + minute);
  assert.match((await visitor.get('/courses')).to, /^\/sign-in/, 'using it does not carry it on');
});

test('wrong rows wait, and then shut the card until a grown-up of the class opens it', async () => {
  const { site, people, as, at, sheet, rowOn, press } = await cardsScene();
  const row = rowOn(sheet, 'Mali Rees');
  const answers: number[] = [];
  for (let n = 0; n < mostWrong; n += 1) {
    if (n === 7) assert.equal((await press(people.mali.personId, row)).status, 303, 'a right one between');
    answers.push((await press(people.mali.personId, wrongOf(row))).status);
    site.clock.now = new Date(site.clock.now.getTime() + 61 * minute);
  }
  assert.ok(
    answers.every((status) => status === 422),
    String(answers),
  );
  const shut = await press(people.mali.personId, row);
  assert.equal(shut.status, 422);
  assert.match(shut.text, /Tell a grown-up/);
  const ffion = await as('ffion');
  assert.match((await ffion.get(at)).text, /Mali Rees[^]*Shut after wrong pictures/);
  assert.equal((await (await as('huw')).post(`${at}/let-in`, { person: people.mali.personId })).status, 403);
  assert.equal((await ffion.post(`${at}/let-in`, { person: people.mali.personId })).status, 303);
  assert.equal((await press(people.mali.personId, row)).status, 303);
});

test('within an hour six wrong rows make it wait, and others of the class come in meanwhile', async () => {
  const { people, sheet, rowOn, press } = await cardsScene();
  const row = rowOn(sheet, 'Mali Rees');
  const answers: number[] = [];
  for (let n = 0; n < 7; n += 1) answers.push((await press(people.mali.personId, wrongOf(row))).status);
  assert.equal(answers.at(-1), 429);
  assert.equal((await press(people.mali.personId, row)).status, 429);
  assert.equal((await press(people.cai.personId, rowOn(sheet, 'Cai Roberts'))).status, 303);
});

test('only those who teach the class and administrators make cards; nobody but its pupils has one', async () => {
  const { site, people, as, at, door, sheet, press, rowOn } = await cardsScene();
  assert.equal((await (await as('huw')).get(at)).status, 403);
  assert.equal((await (await as('cai')).get(at)).status, 403);
  assert.equal((await (await as('office')).get(at)).status, 200);
  assert.equal((await (await as('ffion')).post(at)).status, 422, 'everybody has one');
  assert.equal((await (await as('ffion')).post(`${at}/again`, { person: people.huw.personId })).status, 422);
  const visitor = site.visitor();
  for (const path of ['/sign-in/class/zzzzzzzz', `${door}/${people.ffion.personId}`, `${door}/nobody`])
    assert.equal((await visitor.get(path)).status, 404, path);
  const row = rowOn(sheet, 'Cai Roberts');
  assert.equal((await press(people.ffion.personId, row)).status, 404, 'a grown-up comes in by no card');
  const inside = site.visitor();
  await inside.post(`${door}/${people.cai.personId}`, {
    row: row.slice(0, -1).join(' '),
    picture: row.at(-1)!,
  });
  assert.equal((await inside.get('/courses')).status, 200);
  const again = await (await as('ffion')).post(`${at}/again`, { person: people.cai.personId });
  assert.match((await inside.get('/courses')).to, /^\/sign-in/, 'what began with the old card ends with it');
  assert.doesNotMatch((await (await as('ffion')).get(at)).text, /picture-row/, 'rows are shown once');
  const fresh = rowOn(again.text, 'Cai Roberts');
  if (fresh.join() !== row.join()) assert.equal((await press(people.cai.personId, row)).status, 422);
  assert.equal((await press(people.cai.personId, fresh)).status, 303);
  await site.db
    .updateTable('membership')
    .set({ ends_on: '2026-11-01' })
    .where('owner_id', '=', people.cai.organisationId)
    .where('person_id', '=', people.cai.personId)
    .execute();
  assert.equal((await press(people.cai.personId, fresh)).status, 404, 'who left the class has no door');
});

test('signing all out ends what began with a card, and nothing else', async () => {
  const { site, people, as, at, sheet, rowOn, door } = await cardsScene();
  const visitor = site.visitor();
  const row = rowOn(sheet, 'Mali Rees');
  await visitor.post(`${door}/${people.mali.personId}`, {
    row: row.slice(0, -1).join(' '),
    picture: row.at(-1)!,
  });
  const atHome = await as('mali');
  assert.equal((await visitor.get('/courses')).status, 200);
  assert.equal((await (await as('ffion')).post(`${at}/end-sessions`)).status, 303);
  assert.match((await visitor.get('/courses')).to, /^\/sign-in/);
  assert.equal((await atHome.get('/courses')).status, 200);
});

test('children of one name have the first letter of the other beside it; rows are of pictures there are', () => {
  const names = called([
    { givenName: 'Cai', familyName: 'Roberts' },
    { givenName: 'Cai', familyName: 'Évans' },
    { givenName: 'Mali', familyName: '' },
  ]);
  assert.deepEqual(
    names.map((each) => each.called),
    ['Cai É', 'Cai R', 'Mali'],
  );
  let n = 0;
  const row = newRow((below) => (n += 5) % below);
  assert.ok(row.length === rowLength && row.every((id) => pictures.includes(id)));
});
