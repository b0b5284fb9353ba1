import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { seedOneSchool } from '#seeds/one-school.ts';
import { type Kept, keptIn } from '#seeds/player.ts';
import { close, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import type { DemoHouse } from '#platform/http/context.ts';
import type { Databases } from '#src/databases.ts';
import { openSite, type OpenSite, type SiteParts } from '#src/open-site.ts';

interface DemoHouseOptions {
  databases: Databases;
  dataDir: string;
  keysDir: string;
  /** Where it listens: loopback alone, unless the configuration says otherwise. */
  host: string;
  port: number;
  schoolAddress: string;
  assets: SiteParts['assets'];
  mailFrom: string;
  log: (line: string) => void;
  report: SiteParts['report'];
}

/** The demo's last page is waited for so long, in milliseconds: whoever pressed may have gone away. */
const lastPageMs = 5000;

/** Keeps the demo beside the school, in a database, a folder, a cookie and an address of its own. */
export async function createDemoHouse(
  options: DemoHouseOptions,
): Promise<DemoHouse & { stop(): Promise<void> }> {
  const { databases, log } = options;
  const folder = join(options.dataDir, 'demo');
  const keysFolder = join(options.keysDir, 'demo');
  /** There once the demo is whole: making one takes a while, and what was stopped half-way is not opened. */
  const whole = join(folder, 'whole');
  let state: ReturnType<DemoHouse['state']> = { is: 'absent' };
  let site: OpenSite | null = null;
  let lastPage = Promise.withResolvers<void>();
  let leaving = Promise.resolve();

  const house: DemoHouse & { stop(): Promise<void> } = {
    schoolAddress: options.schoolAddress,
    state: () => state,
    open() {
      if (state.is === 'open' || state.is === 'preparing') return;
      state = { is: 'preparing' };
      leaving
        .then(() => prepare(true))
        .catch(async (error: unknown) => {
          options.report(error);
          await clear().catch(options.report);
          state = {
            is: 'failed',
            why: 'The demo could not be made. Where Staffroom was started, a line says why.',
          };
        });
    },
    remove() {
      if (state.is !== 'open') return;
      state = { is: 'absent' };
      leaving = Promise.race([lastPage.promise, pause(lastPageMs, undefined, { ref: false })])
        .then(clear)
        .then(() => log('The demo was taken away.'))
        .catch(options.report);
    },
    async stop() {
      // What is being taken away is gone before the program is.
      lastPage.resolve();
      await leaving;
      await closeSite();
    },
  };

  async function prepare(fresh: boolean): Promise<void> {
    if (fresh) await clear();
    if (fresh) await databases.createDemo();
    const url = databases.demoUrl;
    await migrate(url);
    if (fresh) {
      await seed(url, { ...keptIn(folder), keys: keysFolder });
      await mkdir(folder, { recursive: true });
      await writeFile(whole, '');
    }
    site = await openSite({
      url,
      folder,
      keysFolder,
      assets: options.assets,
      demo: true,
      demoHouse: house,
      mailFrom: options.mailFrom,
      address: () => address,
      report: options.report,
      log,
      setupCode: null,
    });
    lastPage = Promise.withResolvers();
    site.app.addHook('onResponse', async ({ url }) => {
      if (url === '/demo/going') lastPage.resolve();
    });
    const address = await listen(site.app, options.host, options.port);
    state = { is: 'open', address };
  }

  async function closeSite(): Promise<void> {
    const open = site;
    site = null;
    await open?.stop();
  }

  async function clear(): Promise<void> {
    await closeSite();
    await databases.dropDemo();
    await rm(folder, { recursive: true, force: true });
    await rm(keysFolder, { recursive: true, force: true });
  }

  if ((await databases.hasDemo()) && (await isThere(whole))) {
    state = { is: 'preparing' };
    prepare(false).catch(async (error: unknown) => {
      options.report(error);
      await closeSite().catch(options.report);
      state = {
        is: 'failed',
        why: 'The demo is there and could not be opened. It is made anew when you open it again.',
      };
    });
  }
  return house;
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

async function seed(url: string, kept: Kept): Promise<void> {
  const db = openDatabase(url);
  try {
    await seedOneSchool(db, { now: new Date(), kept });
  } finally {
    await close(db);
  }
}

/** Listens beside the school's port, or on any free one when that is taken. */
async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
    return app.listen({ host, port: 0 });
  }
}
