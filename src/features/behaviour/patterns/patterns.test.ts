import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { startOfTests } from '#test/site.ts';
import { scene } from '../behaviour.scene.ts';
import { insertEvents } from '../noting/event.queries.ts';
import { protectedSums } from './protected-sums.ts';

async function noted() {
  const made = await scene();
  const { db, school, people, categories } = made;
  const events = (many: number, tone: 'positive' | 'negative', place: string, pupil = people.cai) =>
    insertEvents(
      db,
      school.id,
      Array.from({ length: many }, () => ({
        pupilId: pupil.personId,
        categoryId: tone === 'positive' ? categories.kind : categories.unkind,
        tone,
        points: null,
        on: '2026-11-16',
        at: '10:40',
        place,
        unitId: null,
        words: 'A thing.',
        seen: 'shown' as const,
      })),
      { writtenBy: people.ffion.personId, batchId: newId(startOfTests), now: startOfTests },
    );
  await events(12, 'positive', 'lesson');
  await events(6, 'negative', 'lesson');
  await events(7, 'positive', 'break');
  await events(2, 'negative', 'break');
  await events(9, 'negative', 'lunch', people.ned);
  return made;
}

const rowOf = (text: string, head: string): string =>
  new RegExp(`<th scope="row">\\s*${head}\\s*</th>(.*?)</tr>`, 's')
    .exec(text)?.[1]
    ?.replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim() ?? 'no row';

test('leaders see sums of all pupils, teachers of theirs, others nothing; small ones are hidden', async () => {
  const { as } = await noted();
  const head = (await (await as('head')).get('/behaviour/patterns')).text;
  assert.equal(rowOf(head, 'In a lesson'), '12 Too few to say –');
  assert.equal(rowOf(head, 'At break'), '7 Too few to say –');
  assert.equal(rowOf(head, 'At lunch'), '0 9 0.0');
  assert.equal(rowOf(head, 'Monday'), '19 17 1.1');
  const tomos = (await (await as('tomos')).get('/behaviour/patterns')).text;
  assert.equal(rowOf(tomos, 'At lunch'), '0 9 0.0');
  assert.equal(rowOf(tomos, 'In a lesson'), 'no row');
  const governor = (await (await as('governor')).get('/behaviour/patterns')).text;
  assert.equal(rowOf(governor, 'At lunch'), 'no row');
  assert.equal((await (await as('lowri')).get('/behaviour/patterns')).status, 403);
  // No member of staff is named, and no pupil.
  for (const text of [head, tomos])
    assert.doesNotMatch(text.replace(/<header[\s\S]*?<\/header>/, ''), /Puw|Ned Hall|Cai/);
});

test('with a count below five goes the smallest that is left, so that no total gives it away', () => {
  const shown = protectedSums([
    { key: 'a', well: 3, wrong: 0 },
    { key: 'b', well: 9, wrong: 6 },
    { key: 'c', well: 20, wrong: 5 },
  ]);
  assert.deepEqual(
    shown.map(({ well, wrong }) => [well, wrong]),
    [
      [null, 0],
      [null, 6],
      [20, 5],
    ],
  );
});

test('no statement sums by who noted it, and no other room reads these tables: nothing of it reaches appraisal', async () => {
  const own: string[] = [];
  const others: string[] = [];
  for await (const file of glob('src/features/**/*.ts')) {
    if (/\.(?:test|scene)\.ts$/.test(file)) continue;
    const source = await readFile(file, 'utf8');
    if (file.startsWith('src/features/behaviour/')) {
      if (/group by[^`]*(?:written_by|planned_by|given_by|unit_id)/.test(source)) own.push(file);
    } else if (/\bbehaviour_[a-z]/.test(source)) others.push(file);
  }
  assert.deepEqual(own, []);
  assert.deepEqual(others, []);
  assert.doesNotMatch(
    await readFile('src/features/behaviour/patterns/patterns.queries.ts', 'utf8'),
    /written_by|unit_id = e|e\.unit_id/,
  );
});
