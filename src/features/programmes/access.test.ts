import assert from 'node:assert/strict';
import { test } from 'node:test';
import { programmePolicy } from './programme.policy.ts';
import { Who } from '#platform/access/who.ts';
import { selectItem } from '#platform/access/select-item.ts';
import { selectStanding } from '#platform/access/standing.ts';
import { joinCircle, makeManager, makePerson, makeSchool } from '#test/factories.ts';
import { draftSite } from '#test/draft-programme.ts';

test('who reads a draft, who reads it once published, who sees its people and who designs it', async () => {
  const { site, school, here, programmeId, lena } = await draftSite();
  const person = (name: string, more: object = {}) => makePerson(site.db, school, { name, ...more });
  const people = {
    'another cpd leader': await person('Cora', { roles: ['cpd-leader'] }),
    head: await person('Hana', { roles: ['head'] }),
    'senior leader': await person('Sena', { roles: ['senior-leader'] }),
    administrator: await person('Ada', { roles: ['administrator'] }),
    'line manager': await person('Mara'),
    participant: await person('Petra'),
    facilitator: await person('Fay'),
    'named leader': await person('Nell'),
    'guest specialist': await person('Gus', { kind: 'guest' }),
    'other guest': await person('Olga', { kind: 'guest' }),
    outsider: await person('Otto'),
    pupil: await person('Pip', { kind: 'pupil' }),
    family: await person('Fenn', { kind: 'family' }),
  };
  await makeManager(site.db, school, people['line manager'], people.participant);
  for (const [name, part] of [
    ['participant', 'participant'],
    ['facilitator', 'facilitator'],
    ['named leader', 'leader'],
    ['guest specialist', 'specialist'],
  ] as const)
    await joinCircle(site.db, school, programmeId, people[name], part);
  const elsewhere = await makeSchool(site.db, 'Another school');
  const strangers = {
    'cpd leader of another school': await makePerson(site.db, elsewhere, { roles: ['cpd-leader', 'head'] }),
  };

  type Expected = { draft: string; published: string };
  // o: overview, p: people, d: design; a hyphen where the page is refused.
  const table: Record<keyof typeof people | keyof typeof strangers, Expected> = {
    'another cpd leader': { draft: 'opd', published: 'opd' },
    'named leader': { draft: 'opd', published: 'opd' },
    head: { draft: '---', published: 'op-' },
    'senior leader': { draft: '---', published: 'op-' },
    administrator: { draft: '---', published: 'o--' },
    'line manager': { draft: '---', published: 'o--' },
    participant: { draft: '---', published: 'op-' },
    facilitator: { draft: '---', published: 'op-' },
    'guest specialist': { draft: '---', published: 'op-' },
    'other guest': { draft: '---', published: '---' },
    outsider: { draft: '---', published: 'o--' },
    pupil: { draft: '---', published: '---' },
    family: { draft: '---', published: '---' },
    'cpd leader of another school': { draft: '---', published: '---' },
  };
  const browsers = new Map(
    await Promise.all(
      Object.entries({ ...people, ...strangers }).map(
        async ([name, each]) => [name, await site.as(each)] as const,
      ),
    ),
  );
  const seen = async (name: string) => {
    const browser = browsers.get(name)!;
    const pages: [string, string][] = [
      ['o', ''],
      ['p', '/people'],
      ['d', '/design'],
    ];
    let letters = '';
    for (const [letter, below] of pages)
      letters += (await browser.get(here + below)).status === 200 ? letter : '-';
    return letters;
  };
  for (const [name, { draft }] of Object.entries(table))
    assert.equal(await seen(name), draft, `draft: ${name}`);
  await lena.post(`${here}/publish`);
  for (const [name, { published }] of Object.entries(table))
    assert.equal(await seen(name), published, `published: ${name}`);

  const list = async (name: string) =>
    (await browsers.get(name)!.get('/programmes')).text.includes('Reading together');
  assert.equal(await list('outsider'), true);
  assert.equal(await list('other guest'), false);
  assert.equal(await list('cpd leader of another school'), false);
  assert.doesNotMatch(
    (await browsers.get('outsider')!.get(here)).text,
    /Petra/,
    'staff outside read no names',
  );
  assert.match((await browsers.get('head')!.get(here)).text, /Petra/);
});

test('a page of the design names its designers alone as those who see it, published or not', async () => {
  const { here, lena } = await draftSite();
  const audience = async (below: string) =>
    /<details class="audience">.*?<\/details>/s.exec((await lena.get(here + below)).text)?.[0] ?? '';
  await lena.post(`${here}/publish`);
  assert.match(await audience(''), /all staff/i);
  for (const below of [
    '/design',
    '/design/about',
    '/design/questions',
    '/design/steps/1',
    '/check',
    '/publish',
  ]) {
    assert.doesNotMatch(await audience(below), /all staff/i, below);
    assert.match(await audience(below), /CPD leader/i, below);
  }
});

test('nobody but its designers changes anything, whatever they send', async () => {
  const { site, school, here, programmeId, lena } = await draftSite();
  await lena.post(`${here}/publish`);
  const participant = await makePerson(site.db, school);
  await joinCircle(site.db, school, programmeId, participant, 'participant');
  const head = await makePerson(site.db, school, { roles: ['head'] });
  const step = {
    kind: 'input',
    title: 'X',
    strand: 'peer',
    lead: 'teachers',
    on_date: '2027-01-05',
    minutes: '5',
    mode: 'online',
    cycle: '1',
  };
  const attempts: [string, Record<string, string>][] = [
    ['/design/about', { title: 'X', aim: 'train', change_kind: 'additive', version: '1' }],
    ['/design/steps/new', step],
    ['/design/steps/1', { ...step, version: '1' }],
    ['/design/steps/1/remove', {}],
    ['/design/steps/1/restore', {}],
    ['/design/questions', {}],
    ['/design/costs', { about: 'X', kind: 'fee', amount: '1' }],
    ['/design/risks', { risk: 'X' }],
    ['/people/enrol', { part: 'leader', people: participant.personId }],
    [`/people/${participant.personId}/leave`, { part: 'participant' }],
    ['/publish', {}],
    ['/withdraw', {}],
    ['/close', {}],
    ['/reopen', {}],
  ];
  const rows = async () =>
    (await site.db.selectFrom('event').select('id').where('owner_id', '=', school.id).execute()).length;
  const before = await rows();
  for (const person of [participant, head]) {
    const browser = await site.as(person);
    for (const [below, fields] of attempts)
      assert.equal((await browser.post(here + below, fields)).status, 403, below);
  }
  assert.equal(await rows(), before);
});

test('only those who plan professional learning begin a programme', async () => {
  const { site, school } = await draftSite();
  for (const [roles, status] of [
    [['head'], 200],
    [['senior-leader'], 200],
    [['administrator'], 403],
    [[], 403],
  ] as const) {
    const browser = await site.as(await makePerson(site.db, school, { roles }));
    assert.equal((await browser.get('/programmes/new')).status, status, roles.join());
  }
});

test('a programme is for learning: a route that serves appraisal or certification cannot open it', async () => {
  const { site, school, leader, programmeId } = await draftSite();
  const standing = await selectStanding(
    site.db,
    { personId: leader.personId, name: leader.name, locale: 'en-GB', theme: 'auto' },
    { id: school.id, name: school.name, zone: 'Europe/London', currency: 'GBP' },
    '2026-11-18',
  );
  const asked = async (purpose: Who['purpose']) => {
    const who = new Who(standing, purpose);
    const item = await selectItem(site.db, who, school.id, programmeId, site.clock.now);
    return who.may('read', programmePolicy, item!);
  };
  assert.equal(await asked('learning'), true);
  for (const purpose of ['appraisal', 'certification', 'evaluation', 'safeguarding'] as const)
    assert.equal(await asked(purpose), false, purpose);
});
