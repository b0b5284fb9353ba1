import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '#test/database.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import {
  type DraftFields,
  DRAFT_SAVED_AT,
  draftColumn,
  draftsColumn,
  dropDraft,
  keepDraft,
  selectDraft,
} from './drafts.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 18, 16, minute));

/** One person who belongs to two organisations. */
async function scene() {
  const { db } = await testDatabase();
  const [here, there] = [await makeSchool(db), await makeSchool(db)];
  const { personId } = await makePerson(db, here);
  const writer = (organisation: { id: string }) => ({ personId, organisationId: organisation.id });
  return { db, here: writer(here), there: writer(there) };
}

test('what was begun in one organisation is there in that one alone, whatever the form is called', async () => {
  const { db, here, there } = await scene();
  await keepDraft(db, here, 'thing:new', { words: 'for these' }, at(1));
  assert.equal(await selectDraft(db, there, 'thing:new'), undefined);
  await keepDraft(db, there, 'thing:new', { words: 'for those' }, at(2));
  assert.equal((await selectDraft(db, here, 'thing:new'))?.words, 'for these');
  await dropDraft(db, there, 'thing:new');
  assert.equal(await selectDraft(db, there, 'thing:new'), undefined);
  assert.equal((await selectDraft(db, here, 'thing:new'))?.words, 'for these');
});

test('a page that asks for a draft beside other things is given those of its organisation', async () => {
  const { db, here, there } = await scene();
  await keepDraft(db, here, 'step:1:notes', { words: 'here' }, at(1));
  await keepDraft(db, there, 'step:1:report', { words: 'there' }, at(2));
  const { rows } = await sql<{ one: DraftFields | null; all: Record<string, DraftFields> }>`
    select ${draftColumn(there, 'step:1:notes')} as one, ${draftsColumn(there, 'step:1:')} as all`.execute(
    db,
  );
  assert.equal(rows[0]!.one, null);
  assert.deepEqual(Object.keys(rows[0]!.all), ['report']);
  assert.equal(rows[0]!.all.report!.words, 'there');
});

test('a draft says when it was kept, and the last keeping counts', async () => {
  const { db, here } = await scene();
  await keepDraft(db, here, 'thing', { words: 'first', password: 'never' }, at(1));
  await keepDraft(db, here, 'thing', { words: 'second' }, at(2));
  const { [DRAFT_SAVED_AT]: savedAt, ...fields } = (await selectDraft(db, here, 'thing'))!;
  assert.deepEqual(fields, { words: 'second' });
  assert.equal(new Date(String(savedAt)).getTime(), at(2).getTime());
});
