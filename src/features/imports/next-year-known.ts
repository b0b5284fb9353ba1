import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** What an import needs to know of the passage to the next school year, while that is prepared and has not begun. */
interface NextYear {
  /** Of the table membership under an alias, in these organisations: whether the passage decides of the place. */
  isPassedOn(owners: readonly string[], alias: string): RawBuilder<boolean>;
  /** The passage that is prepared; undefined where there is none. */
  selectPrepared(db: Db, owner: string): Promise<PreparedYear | undefined>;
}

export interface PreparedYear {
  name: string;
  /** The first day of the new year. */
  firstOn: string;
  href: string;
}

let known: NextYear = {
  isPassedOn: () => sql<boolean>`false`,
  selectPrepared: async () => undefined,
};

/** The room of the passage says so by itself: it copies timetables, which read their lists here. */
export const nextYearIsKnownBy = (nextYear: NextYear): void => void (known = nextYear);

export const isPassedOn: NextYear['isPassedOn'] = (owners, alias) => known.isPassedOn(owners, alias);
export const selectPrepared: NextYear['selectPrepared'] = (db, owner) => known.selectPrepared(db, owner);
