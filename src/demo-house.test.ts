import assert from 'node:assert/strict';
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { testDatabase } from '#test/database.ts';
import { type Databases } from './databases.ts';
import { createDemoHouse } from './demo-house.ts';

const assets = new Map(
  ['staffroom.css', 'browser.js', 'mark.svg'].map((name) => [
    name,
    { path: `/assets/${name}`, type: 'text/plain', body: Buffer.from('') },
  ]),
);

/** A house that finds a demo, empty, when it is started: whole, or one that was never finished. */
async function house(context: TestContext, { host = '127.0.0.1', whole = true } = {}) {
  const { db, url } = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'staffroom-demo-'));
  await mkdir(join(dataDir, 'demo'));
  if (whole) await writeFile(join(dataDir, 'demo', 'whole'), '');
  const dropped: boolean[] = [];
  const databases: Databases = {
    schoolUrl: url,
    demoUrl: url,
    hasDemo: async () => true,
    createDemo: async () => undefined,
    dropDemo: async () => void dropped.push(true),
    stop: async () => undefined,
  };
  const problems: unknown[] = [];
  const demo = await createDemoHouse({
    databases,
    dataDir,
    keysDir: `${dataDir}-keys`,
    host,
    port: 0,
    schoolAddress: 'http://school.example',
    assets,
    mailFrom: 'Staffroom <staffroom@school.example>',
    log: () => undefined,
    report: (error) => problems.push(error),
  });
  context.after(async () => {
    await demo.stop();
    await rm(dataDir, { recursive: true, force: true });
    await rm(`${dataDir}-keys`, { recursive: true, force: true });
  });
  await until(() => demo.state().is !== 'preparing');
  return { demo, db, dropped, problems, folder: join(dataDir, 'demo') };
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 1000 && !holds(); i++) await pause(10);
}

const isThere = (folder: string): Promise<boolean> =>
  access(folder).then(
    () => true,
    () => false,
  );

test('the demo goes when its last page was seen, and not before', async (context) => {
  const { demo, dropped, folder, problems } = await house(context);
  const state = demo.state();
  assert.ok(state.is === 'open');
  demo.remove();
  assert.equal(demo.state().is, 'absent');
  await pause(50);
  assert.equal(dropped.length, 0);
  const last = await fetch(`${state.address}/demo/going`);
  assert.equal(last.status, 200);
  assert.match(await last.text(), /The demo is gone/);
  await until(() => dropped.length > 0);
  for (let i = 0; i < 100 && (await isThere(folder)); i++) await pause(10);
  assert.equal(await isThere(folder), false);
  await assert.rejects(fetch(state.address));
  assert.deepEqual(problems, []);
});

test('a demo that is going is gone when the program has stopped', async (context) => {
  const { demo, dropped } = await house(context);
  demo.remove();
  await demo.stop();
  assert.equal(dropped.length, 1);
});

test('a demo that cannot listen is said to have failed and holds no connections', async (context) => {
  // An address for documentation (RFC 5737), which no machine has.
  const { demo, db, problems } = await house(context, { host: '192.0.2.1' });
  const state = demo.state();
  assert.ok(state.is === 'failed');
  assert.match(state.why, /made anew when you open it again/);
  assert.equal(problems.length, 1);
  const { rows } = await sql<{ held: number }>`select count(*)::integer as held from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(db);
  assert.equal(rows[0]!.held, 0);
});

test('a demo that was stopped while it was being made is not opened as if it were whole', async (context) => {
  const { demo, problems } = await house(context, { whole: false });
  assert.equal(demo.state().is, 'absent');
  assert.deepEqual(problems, []);
});
