import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { seedOneSchool } from '#seeds/one-school.ts';
import { close, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import type { DemoHouse } from '#platform/http/context.ts';
import type { Databases } from '#src/databases.ts';
import { openSite, type OpenSite, type SiteParts } from '#src/open-site.ts';

export interface DemoHouseOptions {
  databases: Databases;
  dataDir: string;
  /** Where it listens: loopback alone, unless the configuration says otherwise. */
  host: string;
  port: number;
  schoolAddress: string;
  assets: SiteParts['assets'];
  mailFrom: string;
  log: (line: string) => void;
  report: (error: unknown) => void;
}

const name = 'staffroom_demo';

/** Keeps the demo beside the school, in a database, a folder, a cookie and an address of its own. */
export async function createDemoHouse(
  options: DemoHouseOptions,
): Promise<DemoHouse & { stop(): Promise<void> }> {
  const { databases, log } = options;
  const folder = join(options.dataDir, 'demo');
  let state: ReturnType<DemoHouse['state']> = { is: 'absent' };
  let site: OpenSite | null = null;

  const house: DemoHouse & { stop(): Promise<void> } = {
    schoolAddress: options.schoolAddress,
    state: () => state,
    open() {
      if (state.is === 'open' || state.is === 'preparing') return;
      state = { is: 'preparing' };
      prepare(true).catch(async (error: unknown) => {
        options.report(error);
        await clear().catch(options.report);
        state = {
          is: 'failed',
          why: 'The demo could not be made. Where Staffroom was started, a line says why.',
        };
      });
    },
    async remove() {
      state = { is: 'absent' };
      await clear();
      log('The demo was taken away.');
    },
    async stop() {
      await site?.stop();
      site = null;
    },
  };

  async function prepare(fresh: boolean): Promise<void> {
    if (fresh) await databases.drop(name);
    if (fresh) await databases.create(name);
    const url = databases.url(name);
    const db = openDatabase(url);
    await migrate(url);
    if (fresh) await seedOneSchool(db, { now: new Date(), files: join(folder, 'files') });
    await close(db);
    site = await openSite({
      url,
      folder,
      assets: options.assets,
      demo: true,
      demoHouse: house,
      mailFrom: options.mailFrom,
      address: () => address,
      report: options.report,
      log,
      setupCode: null,
    });
    const address = await listen(site.app, options.host, options.port);
    state = { is: 'open', address };
  }

  async function clear(): Promise<void> {
    await house.stop();
    await databases.drop(name);
    await rm(folder, { recursive: true, force: true });
  }

  if ((await databases.list()).includes(name)) {
    state = { is: 'preparing' };
    prepare(false).catch((error: unknown) => {
      options.report(error);
      state = {
        is: 'failed',
        why: 'The demo is there and could not be opened. Take it away and make it anew.',
      };
    });
  }
  return house;
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
