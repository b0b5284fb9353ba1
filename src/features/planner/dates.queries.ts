import { composed } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { datesOf, type WrittenDate } from './school-year.ts';

const ask = composed((who, _given: object) => ({ dates: datesOf(who.organisationId) }));

/** The years, terms and closed days of the organisation one is in. */
export const selectDatesOnly = async (db: Db, who: Who): Promise<WrittenDate[]> =>
  (await ask(db, who, {})).dates;
