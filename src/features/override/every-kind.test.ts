import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { features } from '#src/features.ts';
import { visitedSite } from '#test/visited-site.ts';
import { opened } from './override.scene.ts';

test('whatever people write to learn can be opened by law, and is then shown in words', async () => {
  const { site, browserOf } = await visitedSite();
  const [lead, head] = [await browserOf('safeguarding-lead'), await browserOf('head')];
  const kinds = features.flatMap(({ present }) => Object.keys(present ?? {}));
  const { rows } = await sql<{ kind: string; id: string }>`/* job: test */
    select distinct on (i.kind) i.kind, i.id from item i where i.kind = any(${kinds}::text[])
    -- Minutes are begun for somebody who is let in for a stage, before a word is written in them.
    order by i.kind, (i.kind = 'minutes' and not exists (
      select 1 from step_minutes n where n.owner_id = i.owner_id and n.step_id = i.id)),
      -- The same for what two write together, begun when one asks the other.
      (i.kind = 'coaching' and exists (
      select 1 from coaching c where c.owner_id = i.owner_id and c.id = i.id and c.asked_words = '' and c.version = 0)),
      i.id`.execute(site.db);
  assert.deepEqual(
    kinds.filter((kind) => !rows.some((row) => row.kind === kind)),
    [],
    'kinds of which the world of the tests has none',
  );
  for (const { kind, id } of rows) {
    const page = await head.get(await opened(lead, head, id));
    assert.equal(page.status, 200, kind);
    assert.match(page.text, /<dl class="definitions">.*Why it was opened/s, `${kind} has nothing to show`);
  }
});
