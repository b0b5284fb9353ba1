import { sql } from 'kysely';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Part, SaidHow, Sort } from '../attendance.ts';

export interface NewAbsence {
  pupilId: string;
  fromOn: string;
  untilOn: string;
  part: Part;
  sort: Sort;
  words: string;
  saidHow: SaidHow;
  saidBy: string;
  saidOn: string;
}

/**
 * Writes down that a pupil is away, as somebody said it. Throws `Refused` where the same person has said the same of
 * these days already: a form is sent twice more often than a child is away twice.
 */
export async function insertAbsence(
  db: Db,
  owner: string,
  absence: NewAbsence,
  { by, now }: { by: string; now: Date },
): Promise<string> {
  const { rows } =
    await sql`select 1 from pupil_absence a where a.owner_id = ${owner} and a.pupil_id = ${absence.pupilId}
    and a.written_by = ${by} and a.from_on = ${absence.fromOn} and a.until_on = ${absence.untilOn}
    and a.part = ${absence.part} and a.sort = ${absence.sort} and a.taken_back_at is null limit 1`.execute(
      db,
    );
  if (rows.length > 0) throw new Refused(t('You have said this already. It stands below.'));
  const id = newId(now);
  await db
    .insertInto('pupil_absence')
    .values({
      owner_id: owner,
      id,
      pupil_id: absence.pupilId,
      from_on: absence.fromOn,
      until_on: absence.untilOn,
      part: absence.part,
      sort: absence.sort,
      words: absence.words,
      said_how: absence.saidHow,
      said_by: absence.saidBy,
      said_on: absence.saidOn,
      written_by: by,
      answer: '',
      version: 1,
      created_at: now,
    })
    .execute();
  await keepText(db, { ownerId: owner, id }, 1, { ...absence }, by, now);
  return id;
}
