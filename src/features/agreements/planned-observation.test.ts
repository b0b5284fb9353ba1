import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '#test/site.ts';
import { idIn, ofThree, scene, visitIn, waitingOn } from './agreements.scene.ts';

const obsId = (text: string): string => /name="obs_id_0" value="([^"]+)"/.exec(text)![1]!;

/** An agreement in force with one planned observation: the teacher observes the partner on 25 November. */
async function planned() {
  const all = await scene();
  const href = await all.inForce();
  const visit = visitIn((await all.teacher.get(href)).text);
  await all.jobs();
  return { ...all, href, visit };
}

/** What other programs read of somebody's calendar. */
async function feedOf({ site }: Awaited<ReturnType<typeof scene>>, browser: Browser): Promise<string> {
  const { text } = await browser.post('/me/calendar/link');
  const feed = await site.visitor().get(/\/calendar\/[\w-]+\.ics/.exec(text)![0]);
  return feed.text.replace(/\r\n[ \t]/g, '');
}

test('what both signed needs no second yes, and each of the two finds it among their observations', async () => {
  const { teacher, partner, visit, as } = await planned();
  assert.match((await partner.get(visit)).text, /Agreed for Wednesday 25 November, 10:15/);
  const list = async (browser: Browser) => (await browser.get('/my-learning/observations')).text;
  assert.match(await list(teacher), new RegExp(`href="${visit}">You observe Tomos Bevan`));
  assert.match(await list(partner), new RegExp(`href="${visit}">Ffion Puw observes you`));
  const colleague = await as('colleague');
  assert.doesNotMatch(await list(colleague), /observes you|You observe/);
  assert.equal((await colleague.get(visit)).status, 403);
});

test('it is prepared on its page at once: what to look for, and what is expected of pupils', async () => {
  const { teacher, partner, visit } = await planned();
  const when = { on_date: '2026-11-25', starts_at: '10:15', minutes: '50', place: 'Room 4', version: 1 };
  const arranged = await partner.post(`${visit}/arrange`, { ...when, focus: 'Who says because' });
  assert.equal(arranged.status, 303, arranged.text);
  const expected = await partner.post(`${visit}/write/predicted`, { expect: 'Two of them', version: 0 });
  assert.equal(expected.status, 303);
  assert.match((await teacher.get(visit)).text, /Who says because/);
});

test('it stands in each calendar and feed once, on the day it was moved to', async () => {
  const all = await planned();
  const { teacher, partner, visit } = all;
  assert.equal((await teacher.get('/me/calendar')).text.match(/>You observe Tomos Bevan/g)?.length, 1);
  const moved = { on_date: '2026-11-26', starts_at: '10:15', minutes: '50', version: 1 };
  assert.equal((await teacher.post(`${visit}/arrange`, moved)).status, 303);
  const feed = await feedOf(all, partner);
  assert.deepEqual(feed.match(/SUMMARY:Ffion Puw observes you/g)?.length, 1);
  assert.match(feed, /DTSTART:20261126T101500Z/);
  assert.match(feed, /SUMMARY:Look at the agreement again with Ffion Puw/);
});

test('it waits for both of them once, and what is expected of pupils for the one who teaches', async () => {
  const { teacher, partner } = await planned();
  for (const each of [teacher, partner])
    assert.equal(
      waitingOn(await each.get('/today')).match(/An observation: say whether it took place[^<]*<\/a>/g)
        ?.length,
      1,
    );
  assert.match(waitingOn(await partner.get('/today')), /Write what you expect of pupils/);
  assert.doesNotMatch(waitingOn(await teacher.get('/today')), /Write what you expect of pupils/);
});

test('once it took place the agreement says so and its review is due; taken back, neither', async () => {
  const { site, teacher, partner, href, visit, jobs } = await planned();
  site.clock.set('2026-11-25T12:00:00Z');
  await teacher.post(`${visit}/done`);
  await jobs();
  const said = (await partner.get(href)).text;
  assert.match(said, /It took place\./);
  assert.match(said, /the first observation has been/);
  assert.match(waitingOn(await partner.get('/today')), /agreement again[^<]*<\/a>, due today/);
  await teacher.post(`${visit}/not-done`);
  await jobs();
  assert.doesNotMatch((await partner.get(href)).text, /It took place\.|first observation has been/);
});

test('one that was taken away after it took place still counts; before, it is gone from the agreement', async () => {
  const { site, teacher, partner, href, visit, jobs } = await planned();
  await partner.post(`${visit}/end`);
  assert.match((await teacher.get(href)).text, /None is planned yet/);
  await partner.post(`${visit}/bring-back`);
  site.clock.set('2026-11-25T12:00:00Z');
  await partner.post(`${visit}/done`);
  await partner.post(`${visit}/end`);
  await jobs();
  const said = (await teacher.get(href)).text;
  assert.match(said, /It took place\.[^]*|first observation has been/);
  assert.doesNotMatch(said, new RegExp(visit));
});

test('one agreed beside the text appears on the agreement’s page for its two, and counts for its review', async () => {
  const { site, teacher, partner, colleague, href, idOf, jobs } = await ofThree();
  const { to } = await teacher.post('/my-learning/observations/new', {
    with: `${idIn(href)} ${idOf('partner')}`,
    role: 'observed',
    on_date: '2026-11-20',
    minutes: '30',
  });
  assert.doesNotMatch((await partner.get(href)).text, new RegExp(to), 'it is only asked for');
  await partner.post(`${to}/accept`);
  for (const each of [teacher, partner])
    assert.match((await each.get(href)).text, new RegExp(`href="${to}"`));
  assert.doesNotMatch((await colleague.get(href)).text, /Tomos Bevan observes Ffion Puw/);
  site.clock.set('2026-11-20T12:00:00Z');
  await teacher.post(`${to}/done`);
  await jobs();
  assert.match((await partner.get(href)).text, /the first observation has been/);
});

test('the form for another one is about this partnership, and names the one with whom it is', async () => {
  const { teacher, href, idOf } = await planned();
  const [link] = /\/my-learning\/observations\/new\?group=[^"]+/.exec((await teacher.get(href)).text)!;
  const form = (await teacher.get(link)).text;
  assert.match(form, new RegExp(`<option value="${idIn(href)} ${idOf('partner')}" selected`));
});

test('a text signed anew moves it, gives it to others, or calls off what it no longer has', async () => {
  const { site, teacher, partner, href, visit, whole, idOf, jobs } = await planned();
  let version = 1;
  const sign = async (fields: Record<string, string>) => {
    site.clock.move(60_000);
    const answer = await teacher.post(`${href}/write`, whole(version++, fields));
    assert.equal(answer.status, 303, answer.text);
    site.clock.move(60_000);
    for (const each of [teacher, partner]) await each.post(`${href}/sign`, { version });
    await jobs();
  };
  const id = obsId((await teacher.get(`${href}/write`)).text);
  await sign({ obs_id_0: id, obs_on_0: '2026-11-27' });
  assert.match((await partner.get(visit)).text, /Agreed for Friday 27 November, 10:15/);
  await sign({ obs_id_0: id, obs_who_0: `${idOf('partner')} ${idOf('teacher')}` });
  assert.match((await partner.get(visit)).text, /Called off\. It was to be/);
  const other = visitIn((await teacher.get(href)).text);
  assert.notEqual(other, visit);
  assert.match((await teacher.get(other)).text, /Tomos Bevan observes Ffion Puw/);
  await sign({ obs_on_0: '2026-12-03' });
  assert.match((await partner.get(other)).text, /Called off\. It was to be/);
});

test('a partnership that is closed calls off what was to come, and opened again has it back', async () => {
  const { teacher, partner, href, visit, jobs } = await planned();
  await teacher.post(`${href}/close`);
  await jobs();
  assert.match((await partner.get(visit)).text, /Called off\. It was to be/);
  assert.doesNotMatch(waitingOn(await partner.get('/today')), /observation/);
  await teacher.post(`${href}/reopen`);
  await jobs();
  assert.match((await partner.get(visit)).text, /Agreed for Wednesday 25 November/);
  assert.match(waitingOn(await partner.get('/today')), /An observation: say whether it took place/);
});
