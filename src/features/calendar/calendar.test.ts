import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingsChanged } from '#platform/access/standing.ts';
import { scene } from '#features/agreements/agreements.scene.ts';

/** The fields of the entries in an iCalendar text, unfolded. */
function entriesOf(ics: string): Record<string, string>[] {
  const lines = ics.replace(/\r\n[ \t]/g, '').split('\r\n');
  const entries: Record<string, string>[] = [];
  for (const line of lines) {
    const [name = '', ...rest] = line.split(':');
    if (line === 'BEGIN:VEVENT') entries.push({});
    const entry = entries.at(-1);
    if (entry) entry[name.split(';')[0]!] = rest.join(':');
  }
  return entries;
}

const pathIn = (said: string): string => /http:\/\/school\.example(\/calendar\/[\w-]+\.ics)/.exec(said)![1]!;

test('a calendar program reads what is mine under the secret address, and nothing of anybody else’s', async () => {
  const { inForce, teacher, as, site } = await scene();
  await inForce();
  const path = pathIn((await teacher.post('/me/calendar/link')).text);
  const feed = await site.visitor().get(path);
  assert.equal(feed.status, 200);
  assert.match(feed.headers['content-type']!, /text\/calendar/);
  const entries = entriesOf(feed.text);
  const observation = entries.find(({ SUMMARY }) => SUMMARY === 'You observe Tomos Bevan');
  assert.equal(observation?.DTSTART, '20261125T101500Z');
  assert.equal(observation?.DTEND, '20261125T111500Z');
  assert.match(observation?.LOCATION ?? '', /Room 4/);
  assert.match(observation?.URL ?? '', /^http:\/\/school\.example\/observations\//);
  assert.equal(
    entries.find(({ SUMMARY }) => SUMMARY?.startsWith('Look at the agreement'))?.DTSTART,
    '20261211',
  );

  const colleague = await as('colleague');
  const theirs = await site.visitor().get(pathIn((await colleague.post('/me/calendar/link')).text));
  assert.doesNotMatch(theirs.text, /observe|agreement/);
});

test('a lesson keeps its time by the clock on the wall when the clocks change', async () => {
  const { inForce, teacher, site } = await scene();
  await inForce({ obs_on_0: '2027-04-21', review_on: '2027-03-29' });
  const feed = await site.visitor().get(pathIn((await teacher.post('/me/calendar/link')).text));
  assert.match(feed.text, /DTSTART:20270421T091500Z/);
});

test('the page shows the month asked for, and this one when the address makes no sense', async () => {
  const { inForce, teacher } = await scene();
  await inForce();
  assert.match((await teacher.get('/me/calendar')).text, /Wednesday 25 November/);
  assert.match((await teacher.get('/me/calendar?month=2026-12')).text, /Friday 11 December/);
  assert.match((await teacher.get('/me/calendar?month=tomorrow')).text, /November 2026/);
});

test('the address is shown once; a new one ends the old, and ending it ends it', async () => {
  const { teacher, site } = await scene();
  const first = pathIn((await teacher.post('/me/calendar/link')).text);
  assert.match((await teacher.get('/me/calendar/link')).text, /It was shown once/);
  assert.doesNotMatch((await teacher.get('/me/calendar/link')).text, /\.ics/);
  const second = pathIn((await teacher.post('/me/calendar/link')).text);
  assert.equal((await site.visitor().get(first)).status, 404);
  assert.equal((await site.visitor().get(second)).status, 200);
  await teacher.post('/me/calendar/link/end');
  assert.equal((await site.visitor().get(second)).status, 404);
});

test('an address that was guessed, or is somebody’s invitation, opens nothing', async () => {
  const { teacher, site, idOf } = await scene();
  const path = pathIn((await teacher.post('/me/calendar/link')).text);
  for (const guess of [
    '/calendar/.ics',
    '/calendar/x.ics',
    `${path.slice(0, -5)}.ics`,
    path.replace('.ics', 'A.ics'),
  ])
    assert.equal((await site.visitor().get(guess)).status, 404, guess);
  await site.db
    .updateTable('link_token')
    .set({ kind: 'invitation' })
    .where('person_id', '=', idOf('teacher'))
    .execute();
  assert.equal((await site.visitor().get(path)).status, 404);
});

test('the feed ends when its person leaves the school', async () => {
  const { teacher, site, world, idOf } = await scene();
  const path = pathIn((await teacher.post('/me/calendar/link')).text);
  await site.db
    .updateTable('member')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', world.school.id)
    .where('person_id', '=', idOf('teacher'))
    .execute();
  await standingsChanged(site.db, world.school.id);
  assert.equal((await site.visitor().get(path)).status, 404);
});
