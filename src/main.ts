import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isLoopback, readConfig, type Config } from '#platform/config.ts';
import { close, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { StartProblem } from '#platform/start-problem.ts';
import { buildAssets } from '#ui/assets.ts';
import { openDatabases, school } from '#src/databases.ts';
import { createDemoHouse } from '#src/demo-house.ts';
import { openSite } from '#src/open-site.ts';

/** Starts Staffroom: configuration, database, migrations, the school's site, the demo beside it. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  const [databases, assets, tls] = await Promise.all([
    openDatabases(config, print),
    buildAssets(),
    readTls(config),
  ]);
  const url = databases.url(school);
  const db = openDatabase(url);
  await migrate(url);
  await close(db);

  const scheme = tls ? 'https' : 'http';
  let address = config.publicUrl ?? `${scheme}://${config.host}:${config.port}`;
  const demoHouse = await createDemoHouse({
    databases,
    dataDir: config.dataDir,
    host: config.demoAnywhere ? config.host : '127.0.0.1',
    port: config.port === 0 ? 0 : config.port + 1,
    schoolAddress: address,
    assets,
    mailFrom: config.mailFrom,
    log: print,
    report,
  });
  const site = await openSite({
    url,
    folder: config.dataDir,
    assets,
    demo: false,
    demoHouse,
    setupCode: isLoopback(config.host) && !config.trustedProxy ? null : String(randomInt(100_000, 1_000_000)),
    smtpUrl: config.smtpUrl,
    mailFrom: config.mailFrom,
    address: () => address,
    secure: address.startsWith('https:'),
    trustedProxy: config.trustedProxy,
    tls,
    report,
    log: print,
  });
  const listening = await site.app.listen({ host: config.host, port: config.port });
  if (!config.publicUrl) demoHouse.schoolAddress = address = listening;
  print(`Staffroom is ready at ${address}`);
  if (site.services.setupCode && !(await hasSchool(site.services.db)))
    print(`To set up your school there, you will be asked for this number: ${site.services.setupCode}`);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await demoHouse.stop();
    await site.stop();
    await databases.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

async function hasSchool(db: ReturnType<typeof openDatabase>): Promise<boolean> {
  return (await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) !== undefined;
}

async function readTls(config: Config): Promise<{ cert: Buffer; key: Buffer } | undefined> {
  if (!config.tls) return undefined;
  const [cert, key] = await Promise.all([readFile(config.tls.cert), readFile(config.tls.key)]);
  return { cert, key };
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Unexpected errors go to the terminal with their stack; a page says no more than that something failed. */
const report = (error: unknown): void =>
  void process.stderr.write(
    `${new Date().toISOString()} ${error instanceof Error ? error.stack : String(error)}\n`,
  );

start().catch((error: unknown) => {
  if (error instanceof StartProblem) process.stderr.write(`${error.message}\n`);
  else report(error);
  process.exit(1);
});
