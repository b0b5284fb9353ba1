import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isLoopback, readConfig, type Config } from '#platform/config.ts';
import { migrate } from '#platform/db/migrate.ts';
import { errorReport } from '#platform/error-report.ts';
import type { Services } from '#platform/http/context.ts';
import { StartProblem } from '#platform/start-problem.ts';
import { selectHasOrganisation } from '#features/organisation/index.ts';
import { buildAssets } from '#ui/assets.ts';
import { openDatabases } from '#src/databases.ts';
import { createDemoHouse } from '#src/demo-house.ts';
import { openSite } from '#src/open-site.ts';
import { stopInOrder } from '#src/stop.ts';

/** Starts Staffroom: configuration, database, migrations, the school's site, the demo beside it. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  const [databases, assets, tls] = await Promise.all([
    openDatabases(config, print),
    buildAssets(),
    readTls(config),
  ]);
  const url = databases.schoolUrl;
  await migrate(url);

  const scheme = tls ? 'https' : 'http';
  let address = config.publicUrl ?? `${scheme}://${config.host}:${config.port}`;
  const demoHouse = await createDemoHouse({
    databases,
    dataDir: config.dataDir,
    keysDir: config.keysDir,
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
    keysFolder: config.keysDir,
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
  if (site.services.setupCode && !(await selectHasOrganisation(site.services.db)))
    print(`To set up your school there, you will be asked for this number: ${site.services.setupCode}`);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    try {
      await stopInOrder([() => demoHouse.stop(), () => site.stop(), () => databases.stop()]);
    } catch (error) {
      report(error);
    } finally {
      process.exit(0);
    }
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

async function readTls(config: Config): Promise<{ cert: Buffer; key: Buffer } | undefined> {
  if (!config.tls) return undefined;
  const [cert, key] = await Promise.all([readFile(config.tls.cert), readFile(config.tls.key)]);
  return { cert, key };
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Unexpected errors go to the terminal with their stack and where they happened; a page says no more than that
 * something failed.
 */
const report: Services['report'] = (error, during): void =>
  void process.stderr.write(errorReport(new Date(), error, during));

start().catch((error: unknown) => {
  if (error instanceof StartProblem) process.stderr.write(`${error.message}\n`);
  else report(error);
  process.exit(1);
});
