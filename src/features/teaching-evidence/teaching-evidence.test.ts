import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { makePerson } from '#test/factories.ts';
import { type Browser, testSite } from '#test/site.ts';
import { teachingEvidence } from '#features/evidence/index.ts';
import { agreed, bothReady } from '#features/observations/observations.scene.ts';
import { describedRecording } from '#features/recordings/recordings.scene.ts';
import { scene as sessionsScene } from '#features/sessions/sessions.scene.ts';
import { write as writeStartingPoints } from '#features/starting-points/starting-points.scene.ts';
import { logged } from '#features/try-outs/try-outs.scene.ts';

const ids = teachingEvidence().sources.map(({ id }) => id);

const main = (page: string): string => /<main[\s\S]*<\/main>/.exec(page)![0];

/** What a page says, without days and sources, which stand in small print. */
const said = (page: string): string =>
  main(page)
    .replaceAll(/<(span|p) class="meta">[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<svg[\s\S]*?<\/svg>|<[^>]+>/g, ' ');

async function everyPage(browser: Browser): Promise<string[]> {
  const pages: string[] = [];
  for (const address of ['', '/when-they-disagree', ...ids.map((id) => `/${id}`)]) {
    const { status, text } = await browser.get(`/teaching-evidence${address}`);
    assert.equal(status, 200, address);
    pages.push(text);
  }
  return pages;
}

/** Ann was observed, recorded a lesson, tried something and kept pupils’ work; her partner wrote to her. */
async function annHasSomeOfEach() {
  const all = await agreed();
  const { ann, tomos, address, people, db, site } = all;
  await bothReady(ann, tomos, address);
  const recording = await describedRecording(all);
  const tryOut = await logged(ann, { technique: 'Answers on boards' });
  await db
    .insertInto('file')
    .values({
      owner_id: people.ann.personId,
      id: newId(site.clock.now),
      item_id: tryOut.split('/').at(-1)!.split('?')[0]!,
      name: 'board of the blue table.jpg',
      media_type: 'image/jpeg',
      bytes: 10,
      sha256: 'a'.repeat(64),
      created_by: people.ann.personId,
      created_at: site.clock.now,
      of_pupils: true,
    })
    .execute();
  const startingPoints = await writeStartingPoints(ann);
  const begun = await tomos.post('/my-learning/peer-assessments', {
    about: `${all.partnership} ${people.ann.personId}`,
  });
  const texts = { agreed: 'Boards', seen: 'Waits', pupils: 'Write', next: 'Friday', version: '0' };
  assert.equal((await tomos.post(begun.to, texts)).status, 303);
  return { ...all, recording, tryOut, startingPoints };
}

describe('the seven sources beside one another', () => {
  test('stand there with their warnings, and a person who has nothing is told why that is fine', async () => {
    const { ann } = await agreed();
    const { text } = await ann.get('/teaching-evidence');
    for (const { title, warnings, nothingHere } of teachingEvidence().sources) {
      assert.ok(text.includes(title), title);
      for (const { words } of warnings) assert.ok(text.includes(words), words);
      assert.ok(text.includes(nothingHere), nothingHere);
    }
  });

  test('hold what is mine, each under its source, with its day and a way to it', async () => {
    const all = await annHasSomeOfEach();
    const { ann } = all;
    const of = async (id: string) => main((await ann.get(`/teaching-evidence/${id}`)).text);
    const watched = await of('observation');
    assert.match(watched, />Tomos Bevan observed you<\/a>\s*<span class="meta">18 Nov/);
    assert.match(watched, />Explaining fractions<\/a>\s*<span class="meta">17 Nov/);
    const left = await of('artefacts');
    assert.match(left, />Answers on boards<\/a>\s*<span class="meta">17 Nov/);
    assert.match(left, />board of the blue table\.jpg<\/a>/);
    assert.match(await of('portfolios'), />About you, by Tomos Bevan<\/a>\s*<span class="meta">18 Nov/);
    assert.match(await of('self-reports'), />Before reading<\/a>/);
    const [, href] = /href="(\/[^"]*)">Tomos Bevan observed you/.exec(watched)!;
    const [, recording] = /href="(\/[^"]*)">Explaining fractions/.exec(watched)!;
    const [, tryOut] = /href="(\/[^"]*)">Answers on boards/.exec(left)!;
    assert.equal(recording, all.recording.address);
    for (const each of [href, tryOut]) assert.equal((await ann.get(each!)).status, 200, each);
    const together = main((await ann.get('/teaching-evidence')).text);
    for (const title of [
      'Tomos Bevan observed you',
      'Explaining fractions',
      'Answers on boards',
      'Before reading',
    ])
      assert.ok(together.includes(title), title);
  });

  test('hold my notes on sessions among what I say of myself', async () => {
    const all = await sessionsScene();
    const ann = await all.as('ann');
    await ann.post(`${all.base}/steps/1/reflection`, { text: 'I doubt this', version: 0 });
    const page = main((await ann.get('/teaching-evidence/self-reports')).text);
    const [, href] = /href="([^"]*\/reflection)">[^<]*First seminar/.exec(page) ?? [];
    assert.match((await ann.get(href!)).text, /I doubt this/);
    assert.doesNotMatch(page, /I doubt this/);
  });

  test('show nobody what is another’s, not even to whom it was shown, and not to a manager or a head', async () => {
    const { site, school, tomos, as } = await annHasSomeOfEach();
    const head = await site.as(await makePerson(site.db, school, { roles: ['head', 'cpd-leader'] }));
    for (const other of [tomos, await as('beth'), await as('huw'), head, await as('specialist')])
      for (const page of await everyPage(other))
        assert.doesNotMatch(
          main(page),
          /observed you|Explaining fractions|Answers on boards|blue table|About you|Before reading/,
        );
  });

  test('leave out what was taken away', async () => {
    const { ann, tryOut } = await annHasSomeOfEach();
    assert.equal((await ann.post(`${tryOut.split('?')[0]}/end`)).status, 303);
    const page = main((await ann.get('/teaching-evidence/artefacts')).text);
    assert.doesNotMatch(page, /Answers on boards|blue table/);
  });
});

describe('nothing is put together', () => {
  test('no number stands on these pages outside days and sources', async () => {
    const { ann } = await annHasSomeOfEach();
    for (const page of await everyPage(ann)) assert.doesNotMatch(said(page), /\d/);
  });

  test('nothing is drawn, coloured or counted', async () => {
    const { ann } = await annHasSomeOfEach();
    for (const page of await everyPage(ann)) {
      assert.doesNotMatch(main(page), /<meter|<progress|class="(chart|count|chip|how-many|progress)/);
      assert.doesNotMatch(said(page), /\b(in total|on average|altogether|score of)\b/i);
    }
  });

  test('one page asks at most four statements, and one with nothing of one’s own asks none for it', async () => {
    const { ann, site } = await annHasSomeOfEach();
    const asked = async (address: string) => {
      await ann.get(address);
      const before = site.queries.length;
      await ann.get(address);
      return site.queries.length - before;
    };
    assert.ok((await asked('/teaching-evidence')) <= 2);
    assert.ok((await asked('/teaching-evidence/observation')) <= 2);
    assert.equal(await asked('/teaching-evidence/value-added'), 1);
  });
});

test('there are seven and no eighth, and nobody opens them without signing in', async () => {
  const { ann } = await agreed();
  assert.equal((await ann.get('/teaching-evidence/overall')).status, 404);
  const visitor = (await testSite()).visitor();
  assert.equal((await visitor.get('/teaching-evidence')).status, 303);
});

test('My learning and My observations lead there', async () => {
  const { ann } = await agreed();
  assert.match((await ann.get('/my-learning')).text, /href="\/teaching-evidence"/);
  assert.match((await ann.get('/my-learning/observations')).text, /href="\/teaching-evidence\/observation"/);
});
