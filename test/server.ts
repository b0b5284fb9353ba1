import { createHash } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type EmbeddedServer } from '#platform/db/embedded/start-embedded.ts';
import { migrate, readMigrations } from '#platform/db/migrate.ts';

let starting: Promise<EmbeddedServer> | undefined;
let made = 0;

/** Tests do not outlive a power cut, so their server need not wait for the disk. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/**
 * The database server for tests of this checkout: its files stay in a temporary folder
 * between runs; it runs while any process of a run uses it. Hold it over a whole run by calling this
 * first, then `stop()` at the end.
 */
export function testServer(): Promise<EmbeddedServer> {
  starting ??= start();
  return starting;
}

/** A new database as the migrations leave it, about 15 ms. Whoever asks also drops it. */
export async function cloneDatabase(): Promise<{ name: string; url: string; drop(): Promise<void> }> {
  const server = await testServer();
  const template = await (migrated ??= migratedTemplate(server));
  const name = `test_${process.pid}_${++made}`;
  await server.createDatabase(name, { template });
  return { name, url: server.url(name), drop: () => server.dropDatabase(name) };
}
let migrated: Promise<string> | undefined;

async function start(): Promise<EmbeddedServer> {
  const checkout = createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 12);
  const dataDir = join(temporaryFolder(), `staffroom-test-${checkout}`);
  const server = await startEmbedded({ dataDir, log: () => undefined, settings: FAST });
  // Comes when nothing is left to do, and not after process.exit(): then the next run finds the server.
  process.once('beforeExit', () => void server.stop());
  await sweep(server);
  return server;
}

/** Linux's folder in memory, where a clone takes 15 ms instead of 100 to 500, when it has the room. */
export function temporaryFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > 1024 ** 3) return '/dev/shm';
  } catch {
    // Not Linux, or a container without it.
  }
  return tmpdir();
}

/** Drops what processes that are gone have left behind. */
async function sweep(server: EmbeddedServer): Promise<void> {
  for (const name of await server.listDatabases()) {
    const [, pid] = /^test_(\d+)_/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) await server.dropDatabase(name);
  }
}

/** One database per content of the migrations, made by whichever process comes first. */
async function migratedTemplate(server: EmbeddedServer): Promise<string> {
  const migrations = await readMigrations();
  const content = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 12);
  const template = `template_${content}`;
  const names = await server.listDatabases();
  if (names.includes(template)) return template;

  // Migrated under another name and then copied: a template that has its name is whole.
  const unfinished = `test_${process.pid}_template`;
  await server.dropDatabase(unfinished);
  await server.createDatabase(unfinished);
  await migrate(server.url(unfinished));
  try {
    await server.createDatabase(template, { template: unfinished });
  } catch (error) {
    // Another process of this run was quicker.
    if (!(await server.listDatabases()).includes(template)) throw error;
  }
  await server.dropDatabase(unfinished);
  // Another run may still copy the one that was made before somebody changed a migration.
  const othersRun = names.some(
    (name) => name.startsWith('test_') && !name.startsWith(`test_${process.pid}_`),
  );
  const old = othersRun ? [] : names.filter((name) => name.startsWith('template_'));
  for (const name of old) await server.dropDatabase(name);
  return template;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
