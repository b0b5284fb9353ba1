import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import pg from 'pg';
import { temporaryFolder } from '#test/server.ts';
import { startEmbedded, type EmbeddedServer } from './start-embedded.ts';

async function newDataDir(context: TestContext): Promise<string> {
  const dataDir = await mkdtemp(join(temporaryFolder(), 'staffroom-embedded-'));
  // The account the server runs as, when root runs the tests, passes through.
  await chmod(dataDir, 0o711);
  context.after(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}

const start = (dataDir: string): Promise<EmbeddedServer> => startEmbedded({ dataDir, log: () => undefined });

async function ask(
  server: EmbeddedServer,
  sql: string,
  database = 'school',
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url(database) });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidOf = async (dataDir: string): Promise<number> =>
  Number((await readFile(join(dataDir, 'postgres/18/postmaster.pid'), 'utf8')).split('\n')[0]);

const isRunning = (dataDir: string): Promise<boolean> =>
  stat(join(dataDir, 'postgres/18/postmaster.pid')).then(
    () => true,
    () => false,
  );

/** Another process that uses the same DATA_DIR, killed without a chance to tidy up. */
async function startElsewhere(dataDir: string): Promise<ChildProcess> {
  const program = `
    import { startEmbedded } from ${JSON.stringify(import.meta.resolve('./start-embedded.ts'))};
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined });
    process.send('ready'); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

test('what is written is there after a stop; the server is durable, small and closed to others', async (context) => {
  const dataDir = await newDataDir(context);
  let server = await start(dataDir);
  await server.createDatabase('school');
  await ask(server, 'create table kept (word text)');
  await ask(server, `insert into kept values ('Llanfairpwllgwyngyll')`);
  await server.stop();
  assert.equal(await isRunning(dataDir), false);

  server = await start(dataDir);
  try {
    assert.deepEqual(await ask(server, 'select word from kept'), [{ word: 'Llanfairpwllgwyngyll' }]);
    const [settings] = await ask(
      server,
      `select current_setting('fsync') as fsync, current_setting('listen_addresses') as network,
         (select rolsuper from pg_roles where rolname = current_user) as administrator,
         (select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'school') as locale`,
    );
    const network = process.platform === 'win32' ? '127.0.0.1' : '';
    assert.deepEqual(settings, { fsync: 'on', network, administrator: false, locale: 'b C.UTF-8' });
    assert.equal((await stat(join(dataDir, 'postgres'))).mode & 0o077, 0);
    assert.equal((await stat(join(dataDir, 'postgres/password'))).mode & 0o077, 0);
    const wrong = new pg.Client({ connectionString: server.url('school').replace(/:[^:@]+@/, ':guess@') });
    await assert.rejects(wrong.connect(), /password authentication failed/);
  } finally {
    await server.stop();
  }
});

test('databases can be made, copied, listed and removed', async (context) => {
  const server = await start(await newDataDir(context));
  try {
    await server.createDatabase('school');
    await ask(server, 'create table term (name text)');
    await server.createDatabase('demo', { template: 'school' });
    assert.deepEqual(await ask(server, 'select * from term', 'demo'), []);
    assert.deepEqual(await server.listDatabases(), ['demo', 'school']);
    await server.dropDatabase('demo');
    await server.dropDatabase('demo');
    assert.deepEqual(await server.listDatabases(), ['school']);
  } finally {
    await server.stop();
  }
});

test('two that start on one folder at once share a server, and the last to leave stops it', async (context) => {
  const dataDir = await newDataDir(context);
  const [one, two] = await Promise.all([start(dataDir), startElsewhere(dataDir)]);
  await one.createDatabase('school');
  two.kill('SIGKILL');
  await once(two, 'exit');
  const three = await start(dataDir);
  await one.stop();
  assert.equal(await isRunning(dataDir), true);
  assert.deepEqual(await ask(three, 'select 1 as one'), [{ one: 1 }]);
  await three.stop();
  assert.equal(await isRunning(dataDir), false);
});

test('the server left behind by a killed process is found again', async (context) => {
  const dataDir = await newDataDir(context);
  const killed = await startElsewhere(dataDir);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const before = await pidOf(dataDir);
  const server = await start(dataDir);
  assert.equal(await pidOf(dataDir), before);
  await server.stop();
  assert.equal(await isRunning(dataDir), false);
});

test('a power cut leaves a note of a process that now is another program: the data are recovered', async (context) => {
  const dataDir = await newDataDir(context);
  const first = await startElsewhere(dataDir);
  first.kill('SIGKILL');
  await once(first, 'exit');
  const pidFile = join(dataDir, 'postgres/18/postmaster.pid');
  const note = await readFile(pidFile, 'utf8');
  const pid = await pidOf(dataDir);
  process.kill(pid, 'SIGQUIT');
  while (await isRunning(dataDir)) await new Promise((done) => setTimeout(done, 10));
  await writeFile(pidFile, note.replace(String(pid), String(process.pid)), { mode: 0o600 });

  const server = await start(dataDir);
  await server.createDatabase('school');
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }]);
  await server.stop();
});

test('a server that is stopped from outside is brought back', async (context) => {
  const dataDir = await newDataDir(context);
  const server = await start(dataDir);
  await server.createDatabase('school');
  const before = await pidOf(dataDir);
  process.kill(before, 'SIGINT');
  const deadline = Date.now() + 30_000;
  let databases: string[] | undefined;
  while (!databases && Date.now() < deadline) {
    // What the old server says before it has heard, and what the new one says to others, is no answer yet.
    if ((await pidOf(dataDir).catch(() => before)) !== before)
      databases = await server.listDatabases().catch(() => undefined);
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.deepEqual(databases, ['school']);
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }]);
  await server.stop();
});

test('a server that cannot be started again at first is brought back once it can', async (context) => {
  const dataDir = await newDataDir(context);
  const lines: string[] = [];
  const server = await startEmbedded({ dataDir, log: (line) => lines.push(line) });
  await server.createDatabase('school');
  const settings = join(dataDir, 'postgres/18/postgresql.auto.conf');
  const good = await readFile(settings, 'utf8');
  await writeFile(settings, 'no_such_setting = yes\n');
  process.kill(await pidOf(dataDir), 'SIGINT');
  const until = async (holds: () => boolean): Promise<void> => {
    for (let i = 0; i < 1500 && !holds(); i++) await new Promise((done) => setTimeout(done, 10));
  };
  await until(() => lines.length > 0);
  assert.match(lines[0]!, /stopped and cannot be started just now/);
  await writeFile(settings, good);
  await until(() => lines.length > 1);
  assert.equal(lines[1], 'The database is back.');
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }]);
  await server.stop();
});

test('a folder that cannot be made is explained', async (context) => {
  const dataDir = await newDataDir(context);
  await writeFile(join(dataDir, 'a-file'), '');
  await assert.rejects(
    start(join(dataDir, 'a-file', 'data')),
    /cannot be made.*Set DATA_DIR to a folder you may write in/s,
  );
});

test('a path too long for a socket is no trouble', async (context) => {
  const dataDir = join(await newDataDir(context), 'ysgol-gyfun-'.repeat(8));
  await mkdir(dataDir);
  const server = await start(dataDir);
  await server.createDatabase('school');
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }]);
  const folder = new URL(server.url('school')).searchParams.get('host')!;
  await server.stop();
  await rm(folder, { recursive: true });
});
