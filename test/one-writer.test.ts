import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource, sourceFiles, withoutComments } from './imports.ts';

/** Tables that one file alone writes, because something must follow from every change of them. */
const writers: Record<string, string> = {
  circle: 'src/platform/access/circles.ts',
  circle_member: 'src/platform/access/circles.ts',
};

const isProgram = (file: string): boolean =>
  /^(src|seeds|scripts|bench)\//.test(file) && !/\.(?:test|test-helper|fixture|scene)\.ts$/.test(file);

const writes = (source: string, table: string): boolean =>
  new RegExp(
    `(?:insertInto|updateTable|deleteFrom|mergeInto)\\(\\s*'${table}[ ']|(?:insert into|update|delete from) ${table}\\b`,
    'i',
  ).test(withoutComments(source));

/** Copies whole groups within the bench's own database, row by row of every table; nobody has signed in there yet. */
const copier = 'bench/copy-group.ts';

test('circles and who is in them are written in one place', async () => {
  const files = (await sourceFiles()).filter((file) => isProgram(file) && file !== copier);
  const sources = await Promise.all(files.map(async (file) => ({ file, source: await readSource(file) })));
  for (const [table, writer] of Object.entries(writers))
    assert.deepEqual(
      sources.filter(({ source }) => writes(source, table)).map(({ file }) => file),
      [writer],
      table,
    );
});

/** Tables a standing is made of, and the files that write nothing of them it is made of: names, posts, hours. */
const standings = ['member', 'membership', 'appointment', 'line_management', 'family_relation'];
const besides = ['insert-people.ts', 'working-pattern.queries.ts'].map(
  (file) => `src/features/people/${file}`,
);

test('whoever writes roles, units, managers or who belongs says that standings changed', async () => {
  const files = (await sourceFiles()).filter(isProgram).filter((file) => !besides.includes(file));
  const sources = await Promise.all(files.map(async (file) => ({ file, source: await readSource(file) })));
  const writing = sources.filter(({ source }) => standings.some((table) => writes(source, table)));
  assert.ok(writing.length > 5);
  assert.deepEqual(
    writing.filter(({ source }) => !/await standingsChanged\(/.test(source)).map(({ file }) => file),
    [],
  );
});

test('what an item is for is written when it is made, and never changed: learning is copied, not turned into appraisal', async () => {
  for (const file of (await sourceFiles()).filter(isProgram)) {
    const source = withoutComments(await readSource(file));
    assert.doesNotMatch(source, /updateTable\('item'\)\s*\.set\(\{[^}]*purpose/s, file);
    assert.doesNotMatch(source, /update item\b[^`]*purpose\s*=/s, file);
  }
});

test('a write is seen however it is written', () => {
  for (const code of [
    `db.updateTable('circle_member').set({})`,
    `db.insertInto(\n  'circle_member')`,
    `db.deleteFrom('circle_member as c')`,
    'sql`update circle_member set ends_at = null`',
  ])
    assert.ok(writes(code, 'circle_member'), code);
  assert.ok(!writes(`db.selectFrom('circle_member')`, 'circle_member'));
  assert.ok(!writes(`db.updateTable('circle_member')`, 'circle'));
});
