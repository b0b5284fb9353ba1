import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import pg from 'pg';
import { cloneDatabase } from '#test/server.ts';
import { readKinds, type Kinds } from '#platform/db/schema/kinds.ts';
import { readSchema } from '#platform/db/schema/read-schema.ts';
import { schemaFiles } from '#platform/db/schema/schema-files.ts';
import { schemaTroubles } from './schema-rules.ts';

let database: Awaited<ReturnType<typeof cloneDatabase>>;
before(async () => (database = await cloneDatabase()));
after(() => database.drop());

test('the description and the types say what the migrated database looks like (npm run schema)', async () => {
  for (const { path, text } of await schemaFiles(database.url)) {
    assert.equal(
      await readFile(path, 'utf8').catch(() => ''),
      text,
      `${path} is out of date: npm run schema`,
    );
  }
});

test('every table has its kind and keeps the rules of a schema that spreads', async () => {
  assert.deepEqual(schemaTroubles(await readSchema(database.url), readKinds()), []);
});

const GOOD = 'create table rule_good (owner_id uuid, id uuid, primary key (owner_id, id))';

/** Each breaks one rule, and the sentence says which. */
const BROKEN: [name: string, sql: string, kind: Kinds, expected: RegExp][] = [
  ['a table without a kind', 'create table rule (id uuid primary key)', {}, /no kind/],
  ['a kind without a table', 'select 1', { rule: 'local' }, /no such table/],
  ['no primary key', 'create table rule (id uuid)', { rule: 'local' }, /no primary key/],
  ['no owner', 'create table rule (id uuid primary key)', { rule: 'spread' }, /needs owner_id/],
  [
    'a primary key that does not begin with the owner',
    'create table rule (id uuid, owner_id uuid, primary key (id, owner_id))',
    { rule: 'spread' },
    /owner_id must come first in rule_pkey/,
  ],
  [
    'a unique constraint without the owner',
    'create table rule (owner_id uuid, id uuid, code text, primary key (owner_id, id), constraint rule_code unique (code))',
    { rule: 'spread' },
    /first in rule_code/,
  ],
  [
    'a unique index without the owner',
    'create table rule (owner_id uuid, id uuid, code text, primary key (owner_id, id)); create unique index rule_code on rule (lower(code))',
    { rule: 'spread' },
    /first in rule_code/,
  ],
  [
    'a foreign key without the owner',
    `${GOOD}; alter table rule_good add constraint rule_code unique (id);
     create table rule (owner_id uuid, id uuid, other uuid, primary key (owner_id, id),
       constraint rule_other foreign key (other) references rule_good (id))`,
    { rule: 'spread', rule_good: 'spread' },
    /first on both sides of rule_other/,
  ],
  [
    'set null',
    `create table rule (id uuid primary key, up uuid, constraint rule_up foreign key (up) references rule on delete set null)`,
    { rule: 'local' },
    /to null or default by itself/,
  ],
  [
    'a foreign key from a copied table into a spread one',
    `${GOOD}; create table rule (id uuid primary key, o uuid, i uuid, constraint rule_up foreign key (o, i) references rule_good)`,
    { rule: 'copied', rule_good: 'spread' },
    /must not point at rule_good/,
  ],
  ['serial', 'create table rule (id serial primary key)', { rule: 'local' }, /counts by itself/],
  [
    'identity',
    'create table rule (id int generated always as identity primary key)',
    { rule: 'local' },
    /counts by itself/,
  ],
  [
    'a clock in a default',
    'create table rule (id uuid primary key, at timestamptz default now())',
    { rule: 'local' },
    /differs each time/,
  ],
  [
    'a deferrable constraint',
    'create table rule (id uuid primary key deferrable)',
    { rule: 'local' },
    /deferrable/,
  ],
  [
    'an exclusion constraint',
    'create table rule (id uuid primary key, days daterange, exclude using gist (days with &&))',
    { rule: 'local' },
    /exclusion/,
  ],
  [
    'a trigger',
    `create table rule (id uuid primary key);
     create trigger rule_trigger before update on rule for each row execute function suppress_redundant_updates_trigger()`,
    { rule: 'local' },
    /trigger rule_trigger/,
  ],
];

for (const [name, sql, kinds, expected] of BROKEN) {
  test(`the rules refuse ${name}`, async () => {
    const own = await cloneDatabase();
    const client = new pg.Client({ connectionString: own.url });
    try {
      await client.connect();
      await client.query(sql);
      const troubles = schemaTroubles(await readSchema(own.url), { ...readKinds(), ...kinds });
      assert.equal(troubles.filter((trouble) => expected.test(trouble)).length, 1, troubles.join('\n'));
    } finally {
      await client.end();
      await own.drop();
    }
  });
}
