/** `npm run import -- FILE…`: staff, pupils and classes out of lists, looked at before anything is written. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '#platform/config.ts';
import { close, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { StartProblem } from '#platform/start-problem.ts';
import { createStorage } from '#platform/storage/storage.ts';
import { importByCommand, type CommandOptions } from '#features/imports/index.ts';
import { openDatabases } from '#src/databases.ts';
// It says by itself which places in classes are prepared for the next year, so that a list leaves them alone.
import '#features/year-end/index.ts';

const usage = `npm run import -- FILE… [options]

  FILE                  a OneRoster zip file, or lists of staff or pupils saved as CSV
  --dry-run             print the preview and write nothing
  --organisation NAME   which organisation imports, when there are several
  --kind staff|pupils   whom the lists are of, when their columns do not say
  --own NAME            which organisation of a OneRoster bundle is yours; "none": they are schools of yours
  --end-absent          end those who came from the same system and are missing now
  --many-end            yes, more than a fifth of a kind of people end
  --bring-back          people who left here and are in the files are here again
  --all                 print every line of the preview
  --yes                 do not ask before writing

Ends with 0 when it is done or there is nothing to do, 1 when the files cannot be used, 2 when the command
cannot be read, 3 when something must be said first or was not confirmed.
`;

const print = (text: string): void => void process.stdout.write(text);

/** Reads the command. Throws with a sentence when it cannot be read. */
function readCommand(): { paths: string[]; values: ReturnType<typeof parse>['values'] } {
  const { positionals, values } = parse();
  if (values.kind !== undefined && values.kind !== 'staff' && values.kind !== 'pupils')
    throw new Error('--kind is staff or pupils.');
  return { paths: positionals, values };
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      organisation: { type: 'string' },
      kind: { type: 'string' },
      own: { type: 'string' },
      'end-absent': { type: 'boolean', default: false },
      'many-end': { type: 'boolean', default: false },
      'bring-back': { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

async function confirm(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    print('Add --yes to write this without being asked.\n');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Type "import" to write this: ');
  terminal.close();
  return answer.trim().toLowerCase() === 'import';
}

async function run(): Promise<number> {
  let command: ReturnType<typeof readCommand>;
  try {
    command = readCommand();
  } catch (error) {
    print(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const { paths, values } = command;
  if (values.help || paths.length === 0) {
    print(usage);
    return values.help ? 0 : 2;
  }
  const files: CommandOptions['files'][number][] = [];
  for (const path of paths) {
    try {
      files.push({ name: path, bytes: new Uint8Array(await readFile(path)) });
    } catch {
      print(`The file ${path} cannot be opened.\n`);
      return 1;
    }
  }
  const config = readConfig(process.env);
  const databases = await openDatabases(config, (line) => print(`${line}\n`));
  const url = databases.schoolUrl;
  const db = openDatabase(url);
  try {
    await migrate(url);
    const storage = createStorage({ folder: join(config.dataDir, 'files') });
    return await importByCommand(
      { db, storage, now: () => new Date(), nudge: () => {} },
      {
        files,
        dryRun: values['dry-run'],
        organisation: values.organisation ?? null,
        kind: (values.kind as CommandOptions['kind'] | undefined) ?? null,
        own: values.own ?? null,
        endAbsent: values['end-absent'],
        manyEndings: values['many-end'],
        bringBack: values['bring-back'],
        all: values.all,
        print,
        confirm: values.yes ? () => Promise.resolve(true) : confirm,
      },
    );
  } finally {
    await close(db);
    await databases.stop();
  }
}

process.exitCode = await run().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof StartProblem ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  return 1;
});
