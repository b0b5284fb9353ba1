/**
 * `npm run bench`: what each main page costs at one-school size, beside a page that never changes.
 * `-- --only today` measures one page; `-- --json` ends with one line of JSON.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '#platform/db/embedded/start-embedded.ts';
import { measureFirstMinutes } from './first-minutes.ts';
import { measureConstant, measureFirstVisit, measurePage, median } from './measure.ts';
import { MeasuredServer, seed } from './measured-server.ts';
import { databaseMegabytes } from './memory.ts';
import { pages } from './pages.ts';
import { inWords, type Report } from './report.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const wanted = pages.filter(({ name }) => values.only === undefined || name === values.only);
if (wanted.length === 0) {
  process.stdout.write(
    `There is no page called ${values.only}. There are: ${pages.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(1);
}

/** Minutes: some to seed, and half of one for each page. */
const longest = 3 + wanted.length / 2;

/** Over all, so that nothing goes on for ever. */
const deadline = setTimeout(() => {
  process.stderr.write(`The bench took longer than ${longest} minutes and was stopped.\n`);
  process.exit(1);
}, longest * 60_000);

const dataDir = await mkdtemp(join(tmpdir(), 'staffroom-bench-'));
// The account that the database runs as must get in.
await chmod(dataDir, 0o755);
const database = await startEmbedded({ dataDir, log: say });
let server: MeasuredServer | undefined;
try {
  const report = await measure();
  say(inWords(report));
  if (values.json) say(JSON.stringify(report));
} finally {
  server?.stop();
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
  clearTimeout(deadline);
}

async function measure(): Promise<Report> {
  const folder = join(dataDir, 'site');
  await database.createDatabase('staffroom');
  const url = database.url('staffroom');
  const started = performance.now();
  await seed(url, folder);
  say(`One school is there after ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);

  server = await MeasuredServer.start(url, folder);
  const firstVisit = await measureFirstVisit(server);
  // At rest: started, one page asked for, before the load begins.
  const memory = {
    server_mb: Math.round((await server.ask({ ask: 'memory' })) / 1_048_576),
    database_mb: Math.round(await databaseMegabytes(dataDir)),
  };
  const constant = await measureConstant(server);
  const measured = [constant];
  for (const page of wanted) measured.push(await measurePage(server, page));
  return {
    constant: {
      cpu_us: median(measured.flatMap(({ constants }) => constants)),
      rps_c8: constant.figures.rps_c8,
    },
    pages: measured.slice(1).map(({ figures }) => figures),
    first_visit: firstVisit,
    memory,
    load:
      values.only === undefined || values.only.startsWith('register')
        ? [await measureFirstMinutes(server, url)]
        : [],
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
