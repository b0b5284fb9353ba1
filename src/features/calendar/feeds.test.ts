import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingsChanged } from '#platform/access/standing.ts';
import { dayMs } from '#platform/calendar/dates.ts';
import { agreed } from '#features/observations/observations.scene.ts';
import { type DraftSite, draftSite, stepFields } from '#test/draft-programme.ts';
import { joinCircle, makePerson, type TestPerson } from '#test/factories.ts';
import { Phone } from '#test/phone.ts';
import type { Browser } from '#test/site.ts';

const pathIn = (said: string): string => /http:\/\/school\.example(\/calendar\/[\w/-]+\.ics)/.exec(said)![1]!;
const minute = 60_000;

/** A published programme with Petra in it, who reads it on her phone. */
async function published(): Promise<
  DraftSite & { petra: TestPerson; her: Browser; own: string; theirs: string }
> {
  const draft = await draftSite();
  const petra = await makePerson(draft.site.db, draft.school, { name: 'Petra Rhys' });
  await joinCircle(draft.site.db, draft.school, draft.programmeId, petra, 'participant');
  await draft.lena.post(`${draft.here}/publish`);
  const her = await draft.site.as(petra);
  const own = pathIn((await her.post('/me/calendar/link')).text);
  const theirs = pathIn((await her.post(`${draft.here}/calendar`)).text);
  return { ...draft, petra, her, own, theirs };
}

const change = async (draft: DraftSite, changed: Record<string, string>): Promise<void> => {
  draft.site.clock.move(minute);
  const fields = await stepFields(draft, 1, changed);
  assert.equal((await draft.lena.post(`${draft.here}/design/steps/1`, fields)).status, 303);
};

test('a step keeps its identity on a phone, and each change of its day, time, place and title reaches it', async () => {
  const draft = await published();
  const { site, own, theirs } = draft;
  for (const path of [own, theirs]) {
    const phone = new Phone();
    const read = async () => phone.read((await site.visitor().get(path)).text);
    await change(draft, { title: 'Starting points', on_date: '2027-03-22', starts_at: '', place: '' });
    const uid = (await read()).uidOf('Starting points');
    const all = phone.entries.size;
    assert.equal(phone.entry('Starting points')?.from, '2027-03-22');
    let last = phone.entry('Starting points')!;
    let sent: Record<string, string> = { starts_at: '', place: '' };
    for (const [changed, shown] of [
      [{ on_date: '2027-03-26' }, { from: '2027-03-26' }],
      [
        { starts_at: '15:45', minutes: '75' },
        { from: '2027-03-26 15:45', until: '2027-03-26 17:00' },
      ],
      [{ on_date: '2027-03-29' }, { from: '2027-03-29 15:45', until: '2027-03-29 17:00' }],
      [{ on_date: '2027-11-01' }, { from: '2027-11-01 15:45' }],
      [{ place: 'Room 4, by the stairs' }, { place: 'Room 4, by the stairs' }],
      [{ title: 'Where we begin; 🌱' }, { title: 'Where we begin; 🌱 (Reading together)' }],
    ] as const) {
      await change(draft, (sent = { ...sent, ...changed }));
      await read();
      const now = phone.entries.get(uid!)!;
      assert.ok(now.sequence > last.sequence && now.changedAt > last.changedAt, JSON.stringify(changed));
      assert.deepEqual({ ...now, ...shown }, now);
      last = now;
    }
    assert.equal(phone.entries.size, all);
  }
});

test('what people are asked to do at a step is nothing to a calendar', async () => {
  const draft = await published();
  const before = (await draft.site.visitor().get(draft.theirs)).text;
  await change(draft, { prompt: 'Bring two pieces of work.' });
  assert.equal((await draft.site.visitor().get(draft.theirs)).text, before);
});

test('a step taken out is told of as cancelled for two months, and comes back when it is put back', async () => {
  const draft = await published();
  const { site, leader, lena, here, own, theirs } = draft;
  const phone = new Phone();
  const read = async (path = own) => phone.read((await site.visitor().get(path)).text);
  const before = (await read()).entry('Starting points')!;
  site.clock.move(minute);
  await lena.post(`${here}/design/steps/1/remove`);
  const off = (await read()).gone('Starting points')!;
  assert.equal(off.title, 'Cancelled: Starting points (Reading together)');
  assert.equal(off.from, before.from);
  assert.ok(off.sequence > before.sequence);
  site.clock.move(60 * dayMs);
  for (const path of [own, theirs]) {
    const fresh = new Phone().read((await site.visitor().get(path)).text);
    assert.ok(fresh.gone('Starting points'), 'sixty days later');
  }
  // Nobody stays signed in for so long.
  const again = await site.as(leader);
  assert.equal((await again.post(`${here}/design/steps/1/restore`)).status, 303);
  const back = (await read()).entry('Starting points')!;
  assert.equal(phone.gone('Starting points'), undefined);
  assert.equal(back.title, 'Starting points (Reading together)');
  assert.ok(back.sequence > off.sequence);
});

test('a step that was taken out before anybody heard of it is told of to nobody', async () => {
  const draft = await draftSite();
  await draft.lena.post(`${draft.here}/design/steps/1/remove`);
  draft.site.clock.move(minute);
  await draft.lena.post(`${draft.here}/publish`);
  const path = pathIn((await draft.lena.post(`${draft.here}/calendar`)).text);
  const phone = new Phone().read((await draft.site.visitor().get(path)).text);
  assert.equal(phone.cancelled.size, 0);
  assert.ok(phone.entries.size > 3);
});

test('closing a programme cancels what was to come and leaves what was; opening it again brings it back', async () => {
  const draft = await published();
  const { site, lena, here, theirs } = draft;
  await change(draft, { on_date: '2026-11-19' });
  const phone = new Phone();
  const read = async () => phone.read((await site.visitor().get(theirs)).text);
  const all = (await read()).entries.size;
  site.clock.set('2026-11-24T12:00:00Z');
  await lena.post(`${here}/close`);
  await read();
  assert.deepEqual(
    [...phone.entries.values()].filter(({ from }) => from >= '2026-11-24'),
    [],
  );
  assert.ok(phone.entry('Starting points'), 'it took place');
  assert.equal(phone.entries.size + phone.cancelled.size, all);
  site.clock.move(minute);
  await lena.post(`${here}/reopen`);
  await read();
  assert.equal(phone.entries.size, all);
  assert.equal(phone.cancelled.size, 0);
});

test('an observation that is called off goes from both phones, and comes back', async () => {
  const { site, ann, tomos, address } = await agreed();
  const paths = [ann, tomos].map(async (each) => pathIn((await each.post('/me/calendar/link')).text));
  for (const path of await Promise.all(paths)) {
    const phone = new Phone();
    const read = async () => phone.read((await site.visitor().get(path)).text);
    assert.equal(
      (await read()).entry('Tomos Bevan observes you')?.from ?? phone.entry('You observe')?.from,
      '2026-11-18 10:15',
    );
    site.clock.move(minute);
    assert.equal((await ann.post(`${address}/call-off`)).status, 303);
    await read();
    assert.ok(phone.gone('observe'));
    assert.equal(phone.entry('You observe') ?? phone.entry('Tomos Bevan observes'), undefined);
    assert.doesNotMatch((await ann.get('/me/calendar')).text, /observes you/, 'pages leave it out');
    site.clock.move(minute);
    await ann.post(`${address}/put-back`);
    assert.equal((await read()).gone('observe'), undefined);
  }
});

test('the calendar of a programme holds its steps alone: nobody’s name, nothing of their other days', async () => {
  const draft = await published();
  const { site, lena, her, theirs, own, here } = draft;
  await lena.post('/programmes/new', {
    template: 'sustained-programme',
    title: 'Number sense',
    starts_on: '2026-11-23',
    terms: '2',
    aim: 'transform',
    change_kind: 'additive',
  });
  const other = await site.db
    .selectFrom('programme')
    .select('id')
    .where('owner_id', '=', draft.school.id)
    .where('slug', '=', 'number-sense')
    .executeTakeFirstOrThrow();
  await joinCircle(site.db, draft.school, other.id, draft.petra, 'participant');
  await standingsChanged(site.db, draft.school.id);
  await lena.post('/programmes/number-sense/publish');
  const [mine, steps] = [(await site.visitor().get(own)).text, (await site.visitor().get(theirs)).text];
  assert.match(mine, /Number sense/);
  assert.doesNotMatch(steps, /Number sense|number-sense/);
  assert.doesNotMatch(steps, /Petra|Rhys|Lena|Leader/);
  assert.doesNotMatch(steps, /DESCRIPTION|ATTENDEE|ORGANIZER/);
  const phone = new Phone().read(steps);
  assert.equal(phone.name, 'Reading together');
  assert.ok(
    [...phone.entries.values()].every(({ url }) => url.startsWith(`http://school.example${here}/steps/`)),
  );
  assert.match((await her.get(`${here}/calendar`)).text, /shown this once|shown once/);
});

test('the address of a programme’s calendar ends with a new one, when it is ended, and when its maker leaves', async () => {
  const draft = await published();
  const { site, school, petra, her, lena, here, theirs } = draft;
  const status = async (path: string) => (await site.visitor().get(path)).status;
  site.clock.move(minute);
  const second = pathIn((await her.post(`${here}/calendar`)).text);
  assert.equal(await status(theirs), 404);
  assert.equal(await status(second), 200);

  const out = { part: 'participant' };
  await lena.post(`${here}/people/${petra.personId}/leave`, out);
  assert.equal(await status(second), 404);
  assert.equal((await her.get(`${here}/calendar`)).status, 403);
  await lena.post(`${here}/people/${petra.personId}/return`, out);
  assert.equal(await status(second), 200, 'the leaving was taken back');
  await lena.post(`${here}/people/${petra.personId}/leave`, out);
  site.clock.move(minute);
  await lena.post(`${here}/people/enrol`, { part: 'participant', people: petra.personId });
  assert.equal(await status(second), 404, 'in it anew, and not in between');
  assert.match((await her.get(`${here}/calendar`)).text, /Make my secret address/);

  const third = pathIn((await her.post(`${here}/calendar`)).text);
  await site.db
    .updateTable('member')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', petra.personId)
    .execute();
  await standingsChanged(site.db, school.id);
  assert.equal(await status(third), 404);

  const hers = pathIn((await lena.post(`${here}/calendar`)).text);
  assert.equal(await status(hers), 200);
  await lena.post(`${here}/calendar/end`);
  assert.equal(await status(hers), 404);
});

test('an address with another school, or that was guessed, opens nothing', async () => {
  const { site, theirs, own } = await published();
  const [, , school = '', secret = ''] = theirs.split('/');
  for (const guess of [
    `/calendar/${school}/x.ics`,
    `/calendar/x/${secret}`,
    `/calendar/00000000-0000-7000-8000-000000000000/${secret}`,
    `/calendar/${secret}`,
    own.replace('/calendar/', `/calendar/${school}/`),
  ])
    assert.equal((await site.visitor().get(guess)).status, 404, guess);
});
