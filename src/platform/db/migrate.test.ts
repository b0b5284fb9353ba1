import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import pg from 'pg';
import { testServer } from '#test/server.ts';
import { migrate } from './migrate.ts';

const FIRST = '20260101_0800__colours__create.sql';
const SECOND = '20260102_0800__colours__add_name.sql';
let made = 0;

/** An empty database and a folder with one migration. */
async function begin(context: TestContext) {
  const server = await testServer();
  const name = `test_${process.pid}_migrate_${++made}`;
  await server.createDatabase(name);
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-migrations-'));
  context.after(async () => {
    await server.dropDatabase(name);
    await rm(folder, { recursive: true });
  });
  const write = (file: string, sql: string) => writeFile(join(folder, file), sql);
  await write(FIRST, 'create table colour (id uuid primary key);');
  const url = server.url(name);
  const query = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  return { folder, url, write, query };
}

test('new files are applied in order of name, and only once', async (context) => {
  const { folder, url, write } = await begin(context);
  await write(SECOND, 'alter table colour add column name text;');
  assert.deepEqual(await migrate(url, folder), [FIRST, SECOND]);
  assert.deepEqual(await migrate(url, folder), []);
});

test('two processes at once: each file is applied by one of them', async (context) => {
  const { folder, url, write } = await begin(context);
  await write(SECOND, 'alter table colour add column name text;');
  const applied = await Promise.all([migrate(url, folder), migrate(url, folder)]);
  assert.deepEqual(applied.flat().sort(), [FIRST, SECOND]);
});

test('a file that fails is undone whole, named with its line, and the ones before it stay', async (context) => {
  const { folder, url, write, query } = await begin(context);
  await write(SECOND, 'create table shade (id uuid primary key);\n\nalter table color add column name text;');
  await assert.rejects(migrate(url, folder), (error: Error) => {
    assert.match(error.message, new RegExp(SECOND));
    assert.match(error.message, /"color" does not exist/);
    return true;
  });
  assert.deepEqual(await query('select name from migration'), [{ name: FIRST }]);
  assert.deepEqual(await query(`select to_regclass('shade') as shade`), [{ shade: null }]);
});

test('a file changed after it was applied is refused; other line endings are no change', async (context) => {
  const { folder, url, write } = await begin(context);
  await write(FIRST, 'create table colour (\n  id uuid primary key\n);');
  await migrate(url, folder);
  await write(FIRST, 'create table colour (\r\n  id uuid primary key\r\n);');
  assert.deepEqual(await migrate(url, folder), []);
  await write(FIRST, 'create table colour (id text primary key);');
  await assert.rejects(
    migrate(url, folder),
    /was changed after it had been applied.*write the change as a new migration/s,
  );
});

test('a database of a newer Staffroom is left alone', async (context) => {
  const { folder, url, write } = await begin(context);
  await write(SECOND, 'alter table colour add column name text;');
  await migrate(url, folder);
  await rm(join(folder, SECOND));
  await assert.rejects(migrate(url, folder), /last used by a newer Staffroom/);
});

test('a file whose name cannot be ordered is refused', async (context) => {
  const { folder, url, write } = await begin(context);
  await write('add-colours.sql', 'select 1;');
  await assert.rejects(migrate(url, folder), /"add-colours.sql" has a name we cannot order/);
});
