import { mkdir } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { type Kept, play } from './player.ts';
import { story } from './story.ts';
import { seedPeople, type SeededSchool } from './people.seed.ts';

export interface SeedOptions {
  /** The day the school lives in; its history reaches two school years back from it. */
  now: Date;
  /** The site's folders. */
  kept: Kept;
}

/**
 * One school: Sandhaven Primary, 60 staff, 400 pupils, two years of history, a programme in each
 * phase of its life. The same `now` gives the same school.
 */
export async function seedOneSchool(db: Db, { now, kept }: SeedOptions): Promise<SeededSchool> {
  await mkdir(kept.files, { recursive: true });
  const school = await seedPeople(db, now);
  await play(db, school, kept, story);
  // The database would count its new rows by itself within some minutes, and plan badly until then.
  await sql`analyze`.execute(db);
  return school;
}
