/** Migrates the database named by the first argument and puts the one school into it. A process of its own, so that its memory is not the server's. */
import { close, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { seedOneSchool } from '#seeds/one-school.ts';
import { measuredDay } from './protocol.ts';

const [databaseUrl, files] = process.argv.slice(2) as [string, string];
await migrate(databaseUrl);
const db = openDatabase(databaseUrl);
await seedOneSchool(db, { now: measuredDay, files });
await close(db);
