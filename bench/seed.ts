/**
 * Migrates the database named by the first argument and puts the one school into it, many groups and an organisation
 * that has many more. A process of its own, so that its memory is not the server's.
 */
import { sql } from 'kysely';
import { close, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { seedOneSchool } from '#seeds/one-school.ts';
import { keptIn } from '#seeds/player.ts';
import { measuredDay } from './protocol.ts';
import { seedLargeOrganisation, seedManyGroups } from './seed-groups.ts';
import { seedRecording } from './seed-recording.ts';
import { seedSecondary } from './seed-secondary.ts';

const [databaseUrl, folder] = process.argv.slice(2) as [string, string];
await migrate(databaseUrl);
const db = openDatabase(databaseUrl);
const kept = keptIn(folder);
const school = await seedOneSchool(db, { now: measuredDay, kept });
await seedManyGroups(db, school, kept);
await seedRecording(db, school.id, measuredDay);
await seedLargeOrganisation(db, measuredDay, kept);
await seedSecondary(db, measuredDay);
// Plans made for what was there before would be kept otherwise.
await sql`analyze`.execute(db);
await close(db);
