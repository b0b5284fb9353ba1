import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { standingsChanged } from '#platform/access/standing.ts';
import { newId } from '#platform/db/ids.ts';
import { logged, scene } from '#features/try-outs/try-outs.scene.ts';
import type { Answer, Browser } from '#test/site.ts';
import type { TakeAwayDocument } from './take-away-document.ts';

interface Archive {
  answer: Answer;
  files: Record<string, Uint8Array>;
  page: string;
  data: TakeAwayDocument;
}

async function take(browser: Browser): Promise<Archive> {
  const answer = await browser.post('/me/take-away');
  assert.equal(answer.status, 200, answer.text);
  const files = unzipSync(answer.bytes);
  return {
    answer,
    files,
    page: strFromU8(files['index.html']!),
    data: JSON.parse(strFromU8(files['data.json']!)) as TakeAwayDocument,
  };
}

/** A text file as a form sends it. */
const file = (name: string, body: string) => ({ field: 'files', name, body, type: 'text/plain' });

test('the archive holds what is mine, as a page and as data, with my files, and nothing of others', async () => {
  const { site, people, as, toPartners } = await scene();
  const [ann, tomos] = [await as('ann'), await as('tomos')];
  const mine = await logged(ann, { tried: 'Boards before talk, canary-of-ann' });
  await logged(tomos, { tried: 'Something of his, canary-of-tomos', readers: [toPartners] });
  await ann.post(`${mine}/files`, { shows: 'own' }, [file('../my plan.txt', 'my own plan')]);
  await ann.post(`${mine}/files`, { shows: 'pupils' }, [file('work.txt', 'what a pupil wrote')]);

  const { answer, files, page, data } = await take(ann);
  assert.equal(answer.headers['content-type'], 'application/zip');
  assert.match(
    answer.headers['content-disposition']!,
    /attachment; filename="staffroom Ann Puw 2026-11-18\.zip"/,
  );
  const all = Object.entries(files)
    .map(([name, body]) => `${name}\n${strFromU8(body)}`)
    .join('\n');
  assert.match(page, /canary-of-ann/);
  assert.match(JSON.stringify(data), /canary-of-ann/);
  assert.doesNotMatch(all, /canary-of-tomos/, 'what is shared with me is not mine');
  assert.match(all, /my own plan/);
  assert.doesNotMatch(all, /what a pupil wrote/, 'what shows pupils stays');
  assert.ok(
    Object.keys(files).every((name) => !name.includes('..')),
    Object.keys(files).join(),
  );
  assert.doesNotMatch(page, /<script|https?:/, 'nothing is run or fetched');

  assert.equal(data.format, 'staffroom-take-away');
  assert.equal(data.person.name, 'Ann Puw');
  const kept = data.sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.files));
  assert.deepEqual(
    kept.map(({ path }) => path in files),
    [true],
  );

  const made = await site.db
    .selectFrom('event')
    .select('actor_id')
    .where('owner_id', '=', people.ann.personId)
    .where('kind', '=', 'take-away.made')
    .execute();
  assert.deepEqual(made, [{ actor_id: people.ann.personId }]);
});

test('the page says beforehand what goes, how much of it, and what stays and why', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const mine = await logged(ann);
  await ann.post(`${mine}/files`, { shows: 'pupils' }, [file('work.txt', 'what a pupil wrote')]);
  const page = (await ann.get('/me/take-away')).text;
  assert.match(page, /My try-outs/);
  assert.match(page, /stays? with the school/);
  assert.match(page, /Pupils’ work and data/);
});

test('somebody who has left still gets theirs', async () => {
  const { site, db, school, people, as } = await scene();
  await logged(await as('ann'), { tried: 'Written before I left' });
  const gone = { ended_at: site.clock.now };
  await db
    .updateTable('member')
    .set(gone)
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.ann.personId)
    .execute();
  await db.updateTable('affiliation').set(gone).where('owner_id', '=', people.ann.personId).execute();
  await standingsChanged(db, school.id);
  const ann = await as('ann');
  assert.match((await ann.get('/me/take-away')).text, /do not belong to the school at present/);
  assert.match((await take(ann)).page, /Written before I left/);
});

test('words that look like markup stay words, and drafts and openings come along', async () => {
  const { site, school, people, as } = await scene();
  const ann = await as('ann');
  await logged(ann, { tried: '<script>alert(1)</script>' });
  await ann.post('/drafts/keep', {
    draft_key: 'try-out:new',
    tried: 'Half a thought',
    on_date: '2026-11-17',
  });
  const opened = {
    item_id: newId(),
    item_kind: 'try-out',
    subject_id: people.ann.personId,
    purpose: 'learning',
    manner: 'page',
    at: site.clock.now,
  };
  const log = (name: 'tomos' | 'huw', hidden_until: Date | null) =>
    site.db
      .insertInto('access_log')
      .values({ ...opened, owner_id: school.id, id: newId(), reader_id: people[name].personId, hidden_until })
      .execute();
  await log('tomos', null);
  await log('huw', new Date('2026-12-24T00:00:00Z'));
  const { page } = await take(ann);
  assert.match(page, /&lt;script&gt;/);
  assert.doesNotMatch(page, /<script/);
  assert.match(page, /A try-out, draft of 18 November 2026/);
  assert.match(page, /Half a thought[^]*On date[^]{0,50}17 November 2026[^]{0,100}Ysgol Bryn Coch/);
  assert.doesNotMatch(page, /try-out:new|on_date/, 'nobody but the program reads these');
  assert.match(page, /Tomos Bevan[^]{0,120}16:30[^]{0,60}opened your try-out/);
  assert.match(page, /Tomos Bevan/);
  assert.doesNotMatch(page, /Huw Parry/, 'what must stay hidden stays hidden here too');
});
