import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { makePerson } from './factories.ts';
import { attackedRecording } from './attacked-recordings.ts';
import type { Answer, Browser } from './site.ts';
import { stockOf } from './stock.ts';
import { isRefusal, wallSite } from './wall.ts';
import { personas, signedIn } from './world.ts';

/**
 * Attacks on the recordings of lessons by whoever has nothing to do with one. Each test is one attack; its name says,
 * after the arrow, what stopped it. What time ends is recordings-attacked-in-time.test.ts; what whoever has the disk or
 * the database finds is recordings-attacked-at-rest.test.ts; who reads which note is notes/seen-notes.test.ts.
 */

const wall = await wallSite();
const { site, world, routes, browserOf } = wall;
const { db, school, people } = world;

const guest = await makePerson(db, school, { name: 'Dr Sten Lund', kind: 'guest' });
const film = await attackedRecording({
  site,
  school,
  author: people.teacher,
  partner: people.partner,
  named: [people.manager],
  pupils: [people.pupil],
});
/** A colleague's own, under whose address they try to get at hers. */
const own = await attackedRecording({ site, school, author: people.colleague, partner: people.facilitator });

const outsiders = [
  ...personas.filter((who) => who !== 'teacher' && who !== 'partner'),
  'all in one',
  'guest of no circle',
] as const;
type Outsider = (typeof outsiders)[number];

const as = (who: Outsider): Promise<Browser> =>
  who === 'all in one' ? wall.as(who) : who === 'guest of no circle' ? site.as(guest) : browserOf(who);

/** The address of a route of recordings with the ids of this recording in every place. */
const addressOf = (path: string, { id, parts } = film): string =>
  path
    .replace('reel/clips/:clip', `reel/clips/${parts.reelClip}`)
    .replaceAll(/:(\w+)/g, (_, name: string) =>
      name === 'recording' || name === 'other' ? id : (parts[name as keyof typeof parts] ?? id),
    );

const ofRecordings = routes.filter(({ route }) => route.path.startsWith('/recordings/:recording'));
const reading = ofRecordings.filter(({ method, route }) => method === 'GET' && route.sort !== 'action');

const isKeptOut = (answer: Answer): boolean =>
  isRefusal(answer) || (answer.status === 303 && answer.to.startsWith('/sign-in?'));

test('the author opens every address of her recording, and her partner what is shown: the attacks below aim at something', async () => {
  const [teacher, partner] = [await browserOf('teacher'), await browserOf('partner')];
  for (const { route } of reading) {
    const answer = await teacher.get(addressOf(route.path));
    assert.ok([200, 303, 404].includes(answer.status), `${route.path}: ${answer.status}`);
  }
  for (const path of [
    '',
    '/play',
    '/poster',
    '/captions.vtt',
    '/notes.json',
    '/notes.jsonld',
    '/notes.csv',
    '/transcript',
    '/reel',
  ])
    assert.notDeepEqual(film.shows(await teacher.get(film.address + path)), [], path);
  for (const path of ['', '/play', '/poster', '/captions.vtt'])
    assert.notDeepEqual(film.shows(await partner.get(film.address + path)), [], path);
  assert.ok(ofRecordings.length > 60, `${ofRecordings.length} addresses`);
});

test('everybody else at every page, film, picture, caption, transcript and export of it, signed out too → the policy: author and named readers alone, no role', async () => {
  for (const who of outsiders) {
    const browser = await as(who);
    for (const { route } of reading) {
      const path = addressOf(route.path);
      const answer = await browser.get(path, { range: 'bytes=0-2000' });
      assert.ok(isKeptOut(answer), `${who} got ${answer.status} at ${path}`);
      assert.deepEqual(film.shows(answer), [], `${who} at ${path}`);
    }
  }
});

test('everybody else in every change of it, by every method → refused before anything is read or written', async () => {
  const changes = ofRecordings.filter(({ route }) => route.sort === 'action' || route.sort === 'transfer');
  const before = await stockOf(db);
  for (const who of outsiders) {
    const browser = await as(who);
    for (const { method, route, attack, transfer } of changes) {
      const path = addressOf(route.path);
      const answer =
        route.sort === 'action'
          ? await browser.post(path, attack?.fields ?? {})
          : await browser.transfer(method, path, transfer?.sends ?? {});
      const about = `${who} got ${answer.status} for ${method} ${path}`;
      assert.ok(isKeptOut(answer) || (who === 'nobody' && answer.status === 401), about);
      assert.deepEqual(film.shows(answer), [], about);
    }
  }
  assert.deepEqual(await stockOf(db), before);
});

test('a reader in every change that is its author’s → the policy: a reader notes, and decides nothing', async () => {
  const browser = await browserOf('partner');
  const decides =
    /\/(share|watched|not-watched|open-talk|close-talk|end|bring-back|keep|erase|change|send|exemplar|not-in-it|upload|tags)(\/|$)/;
  const changes = ofRecordings.filter(
    ({ method, route }) =>
      method !== 'GET' && decides.test(route.path) && !/notes|clip-forms|transcript|reel/.test(route.path),
  );
  assert.ok(changes.length >= 14, `${changes.length} changes`);
  const before = await stockOf(db);
  for (const { method, route, attack, transfer } of changes) {
    const path = addressOf(route.path);
    const answer =
      route.sort === 'action'
        ? await browser.post(path, attack?.fields ?? {})
        : await browser.transfer(method, path, transfer?.sends ?? {});
    assert.ok(isRefusal(answer), `${answer.status} for ${method} ${path}`);
  }
  assert.deepEqual(await stockOf(db), before);
});

test('the line manager, named as a reader by its author → kept out all the same, because a recording leaves managers out', async () => {
  const grants = await sql`/* job: test */ select 1 from item i
    join audience_grant a on a.owner_id = i.owner_id and a.audience_id = i.audience_id
    where i.owner_id = ${school.id} and i.id = ${film.id} and a.principal = ${`person:${people.manager.personId}`}`.execute(
    db,
  );
  assert.equal(grants.rows.length, 1, 'the grant is there');
  const browser = await browserOf('manager');
  for (const path of ['', '/play', '/poster', '/notes.json', '/captions.vtt'])
    assert.equal((await browser.get(film.address + path)).status, 403, path);
  assert.deepEqual(film.shows(await browser.get('/recordings')), []);
});

test('the pupil who is in it, and the family → being filmed opens nothing', async () => {
  for (const who of ['pupil', 'parent'] as const)
    for (const path of ['', '/play', '/poster'])
      assert.equal((await (await browserOf(who)).get(film.address + path)).status, 403, `${who} ${path}`);
});

test('its parts under the address of a recording of the attacker’s own → each part is looked for in its own recording', async () => {
  const colleague = await browserOf('colleague');
  const before = await stockOf(db);
  for (const { method, route, attack, transfer } of ofRecordings) {
    if (!/:recording\/.*:/.test(route.path)) continue;
    const path = addressOf(route.path, { ...film, id: own.id }).replace(
      `/beside/${own.id}`,
      `/beside/${film.id}`,
    );
    const answer =
      route.sort === 'action'
        ? await colleague.post(path, attack?.fields ?? {})
        : route.sort === 'transfer'
          ? await colleague.transfer(method, path, transfer?.sends ?? {})
          : await colleague.get(path);
    assert.ok(isRefusal(answer) || answer.status === 422, `${answer.status} for ${method} ${path}`);
    assert.deepEqual(film.shows(answer), [], path);
  }
  assert.deepEqual(await stockOf(db), before);
});

test('an address written another way: a slash more, capitals, an escape, a dot, HEAD, several ranges → refused, or no such page', async () => {
  const browser = await wall.as('all in one');
  const play = `${film.address}/play`;
  for (const path of [
    `${play}/`,
    play.toUpperCase(),
    `/recordings/${film.id.toUpperCase()}/play`,
    play.replace('play', '%70lay'),
    `/recordings//${film.id}/play`,
    `/recordings/x/../${film.id}/play`,
    `${play}?download=1&recording=${own.id}`,
    `/recordings/${own.id}/../${film.id}/play`,
    `${film.address}/captions.vtt?as=${people.teacher.personId}`,
  ]) {
    for (const answer of [await browser.get(path), await browser.transfer('HEAD', path)]) {
      assert.ok(isRefusal(answer) || answer.status >= 300, `${answer.status} at ${path}`);
      assert.deepEqual(film.shows(answer), [], path);
    }
  }
  for (const range of ['bytes=0-', 'bytes=-500', 'bytes=0-10,20-30', 'bytes=99999999-'])
    assert.equal((await browser.get(play, { range })).status, 403, range);
});

test('the id of the recording, its film or its picture in every other address of the house → refused, or nothing of it is there', async () => {
  const browser = await wall.as('all in one');
  for (const { route } of routes) {
    if (route.sort === 'action' || route.sort === 'transfer' || !route.path.includes(':')) continue;
    for (const id of [film.id, film.mediumId, film.posterId]) {
      const path: string = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
        name === 'owner' ? school.id : id,
      );
      assert.deepEqual(film.shows(await browser.get(path)), [], path);
    }
  }
});

test('the route for files, with the id of the film, by its author herself → films lie in the vault, not among the files', async () => {
  const teacher = await browserOf('teacher');
  for (const id of [film.id, film.mediumId, film.posterId])
    assert.equal((await teacher.get(`/files/${school.id}/${id}`)).status, 404);
});

test('every page, sheet and feed that names nothing, Today, Me, calendar and lists, as everybody → none of it is there', async () => {
  const paths = new Set(
    routes.flatMap(({ route, visits }) =>
      route.path.includes(':') ? [] : visits.filter(({ demo }) => !demo).map(({ path }) => path),
    ),
  );
  assert.ok(paths.size > 60, `${paths.size} pages`);
  for (const who of ['all in one', 'manager', 'head', 'administrator', 'colleague', 'parent'] as const) {
    const browser = await as(who);
    for (const path of paths) {
      assert.deepEqual(film.shows(await browser.get(path)), [], `${who} at ${path}`);
    }
  }
});

test('what each takes away, and their calendar feed → nobody’s archive holds a film; another’s words are in none', async () => {
  for (const who of signedIn) {
    const browser = await browserOf(who);
    const archive = await browser.post('/me/take-away');
    const mine = who === 'teacher' || who === 'partner';
    const shown = film.shows(archive);
    assert.deepEqual(mine ? shown.filter((each) => each.startsWith('its ')) : shown, [], who);
    if (who === 'partner')
      assert.deepEqual(
        shown.filter((each) => /judgement|reply/.test(each)),
        [],
        'what he has not seen',
      );
    const feed = await browser.post('/me/calendar/link');
    const path = /http:\/\/school\.example(\/calendar\/[\w/-]+\.ics)/.exec(feed.text)?.[1];
    assert.deepEqual(film.shows(await site.visitor().get(path!)), [], who);
  }
});

test('the record of what happened, what is to be told, what waits, the log and the letters → ids and plain values, never its words', async () => {
  const { deliver } = await import('./deliver.ts');
  const teacher = await browserOf('teacher');
  assert.equal((await teacher.post(`${film.address}/open-talk`)).status, 303);
  assert.equal((await teacher.post(`${film.address}/close-talk`)).status, 303);
  await deliver(site);
  const tables = ['event', 'outbox', 'notice', 'access_log'].map(
    (table) => sql`select r::text as text from ${sql.table(table)} r`,
  );
  const { rows } = await sql<{ text: string }>`/* job: test */ ${sql.join(tables, sql` union all `)}`.execute(
    db,
  );
  const all = rows.map(({ text }) => text).join('\n');
  assert.doesNotMatch(all, /planted-/);
  assert.match(all, new RegExp(film.id), 'what happened to it is recorded');
});

test('the lawful override by one alone, by one in two roles, or by others → two people in two roles, for this one recording, for 72 hours', async () => {
  const [lead, head, administrator] = await Promise.all(
    (['safeguarding-lead', 'head', 'administrator'] as const).map((who) => browserOf(who)),
  );
  const request = await lead!.post('/school/override', {
    address: film.address,
    reason: 'A pupil may have said something here that we must know in order to protect him.',
    danger: 'no',
  });
  assert.equal(request.status, 303);
  for (const step of ['agree', 'ask-again']) await lead!.post(`${request.to}/${step}`);
  for (const browser of [lead!, head!, administrator!, await wall.as('all in one')])
    for (const path of [request.to, `${request.to}/play`])
      assert.deepEqual(film.shows(await browser.get(path)), [], path);
  assert.equal((await head!.post(`${request.to}/agree`)).status, 303);
  assert.ok(film.shows(await head!.get(`${request.to}/play`)).includes('its film'), 'the two may');
  for (const browser of [administrator!, await wall.as('all in one'), await browserOf('manager')])
    assert.ok(isRefusal(await browser.get(`${request.to}/play`)));
  for (const path of ['/play', '/poster', ''])
    assert.equal((await head!.get(film.address + path)).status, 403, 'its own address stays closed');
  assert.equal((await head!.get(`${own.address}/play`)).status, 403, 'and another recording too');
});
