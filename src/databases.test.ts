import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { close, openDatabase } from '#platform/db/database.ts';
import { ADMINISTRATOR } from '#platform/db/embedded/cluster.ts';
import { testServer } from '#test/server.ts';
import { openDatabases, type Databases } from './databases.ts';

const server = await testServer();
const names: string[] = [];
after(async () => {
  for (const name of names) await server.dropDatabase(name);
});

/** DATABASE_URL of a new database, over the unix socket, as somebody who may make databases. */
async function schoolOnOwnServer(name: string): Promise<string> {
  names.push(name, `${name}_demo`);
  await server.createDatabase(name);
  const given = new URL(server.url(name));
  const at = given.searchParams.get('host');
  const login = `${ADMINISTRATOR}:${given.password}`;
  return at
    ? `postgres://${login}@/${name}?host=${encodeURIComponent(at)}&port=${given.searchParams.get('port')}`
    : `postgres://${login}@${given.host}/${name}`;
}

const open = (databaseUrl: string): Promise<Databases> =>
  openDatabases({ databaseUrl, dataDir: '/nowhere' }, () => undefined);

const nameAt = async (url: string): Promise<string> => {
  const db = openDatabase(url);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  await close(db);
  return rows[0]!.name;
};

const school = `test_${process.pid}_own`;

test('on a server of one’s own, also over a socket, the demo is named after the school’s database', async () => {
  const databases = await open(await schoolOnOwnServer(school));
  assert.equal(await databases.hasDemo(), false);
  await databases.createDemo();
  assert.equal(await databases.hasDemo(), true);
  assert.equal(await nameAt(databases.schoolUrl), school);
  assert.equal(await nameAt(databases.demoUrl), `${school}_demo`);
  await databases.dropDemo();
  await databases.dropDemo();
  assert.equal(await databases.hasDemo(), false);
});

test('a database of the demo’s name that is not the demo is never opened as one, nor removed', async () => {
  const url = await schoolOnOwnServer(`${school}_2`);
  const others = `${school}_2_demo`;
  await server.createDatabase(others);
  const databases = await open(url);
  assert.equal(await databases.hasDemo(), false);
  await assert.rejects(databases.createDemo(), /did not make/);
  await databases.dropDemo();
  assert.ok((await server.listDatabases()).includes(others));
});

test('an address without a database, or with too long a name, is explained', async () => {
  await assert.rejects(open('postgres://a:b@db'), /names no database/);
  await assert.rejects(open(`postgres://a:b@db/${'s'.repeat(60)}`), /at most 58 letters/);
});
