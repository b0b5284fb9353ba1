import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { importedSchool, previewTimetable, readIn, takeLessons, wholeBundle } from './imported-school.ts';
import { testSite } from '../site.ts';
import { rowsOf, writeBundle } from './bundle.ts';
import { nextTerm } from './next-term.ts';

test('the same bundle is made whole in the same way each time', async () => {
  const [first, second] = [await wholeBundle(), await wholeBundle()];
  assert.deepEqual(Buffer.from(writeBundle(first)), Buffer.from(writeBundle(second)));
  assert.deepEqual(nextTerm(first).left, nextTerm(second).left);
});

test('every pupil has a carer and a homeroom, some carers have several children, some pupils three carers', async () => {
  const bundle = await wholeBundle();
  const users = rowsOf(bundle, 'users.csv');
  const pupils = users.filter(({ role }) => role === 'student');
  assert.equal(pupils.length, 420);
  assert.ok(pupils.every(({ agentSourcedIds }) => agentSourcedIds !== ''));
  const counts = new Set(pupils.map(({ agentSourcedIds }) => agentSourcedIds!.split(',').length));
  assert.deepEqual([...counts].toSorted(), [1, 2, 3]);
  const homerooms = new Set(
    rowsOf(bundle, 'classes.csv')
      .filter(({ classType }) => classType === 'homeroom')
      .map(({ sourcedId }) => sourcedId),
  );
  const inHomeroom = rowsOf(bundle, 'enrollments.csv').filter(
    ({ role, classSourcedId }) => role === 'student' && homerooms.has(classSourcedId),
  );
  assert.equal(inHomeroom.length, 420);
});

test('an imported school has families, support staff and a timetable; a term later those who came and went', async () => {
  const site = await testSite();
  const bundle = await wholeBundle();
  const { home, browser } = await importedSchool(site, bundle);
  const { timetable, preview } = await previewTimetable(browser, bundle);
  const count = async () => {
    const { rows } = await sql<Record<string, number>>`/* job: test */ select
        (select count(*)::int from member m where m.owner_id = ${home.id} and m.kind = 'pupil' and m.ended_at is null) as pupils,
        (select count(*)::int from member m where m.owner_id = ${home.id} and m.kind = 'family' and m.ended_at is null) > 450 as families,
        (select count(distinct f.pupil_id)::int from family_relation f where f.owner_id = ${home.id} and f.ended_at is null) as "with carers",
        (select count(*)::int from appointment a where a.owner_id = ${home.id} and a.role = 'teaching-assistant' and a.ended_at is null) as assistants`.execute(
      site.db,
    );
    return rows[0];
  };
  assert.deepEqual(await count(), { pupils: 420, families: true, 'with carers': 420, assistants: 8 });

  assert.match(preview.text, /lessons would be added/);
  assert.doesNotMatch(preview.text, /rows are wrong/);
  assert.equal((await takeLessons(browser, timetable, preview.text)).status, 303);

  const next = nextTerm(bundle);
  await readIn(site, browser, next.bundle, { ending: true });
  assert.equal((await count())!.pupils, 421);
  const { text } = await browser.get(`/people?q=${encodeURIComponent(next.renamed.to.split(' ')[1]!)}`);
  assert.match(text, new RegExp(next.renamed.to));
});
