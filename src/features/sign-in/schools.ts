import type { Db } from '#platform/db/database.ts';

/** An organisation that somebody belongs to now. */
export interface OwnSchool {
  id: string;
  name: string;
}

/** Where one chooses which school one is in, and goes on from there to `then`. */
export const chooseSchoolAddress = (then = '/'): string =>
  then === '/' ? '/sign-in/school' : `/sign-in/school?then=${encodeURIComponent(then)}`;

/** The organisations that a person belongs to now, by name. */
export const selectOwnSchools = (db: Db, personId: string): Promise<OwnSchool[]> =>
  db
    .selectFrom('affiliation as a')
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select(['o.id', 'o.name'])
    .where('a.owner_id', '=', personId)
    .where('a.ended_at', 'is', null)
    .where('o.ended_at', 'is', null)
    .orderBy('o.sort_name')
    .orderBy('o.id')
    .execute();
