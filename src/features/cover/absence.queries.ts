import { sql } from 'kysely';
import { keepText, selectText, throwStale } from '#platform/audit/text-versions.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import { readsAbsence } from './cover.access.ts';
import { type AbsenceKind, type Away, daysInWords, kindInWords } from './cover.ts';

/** An absence with everything that is said of it. */
export interface Absence extends Away {
  id: string;
  personId: string;
  name: string;
  kind: AbsenceKind;
  words: string;
  shown: boolean;
  saidBy: string;
  saidByName: string;
  version: number;
  changedAt: Date;
  endedAt: Date | null;
}

/** What is written down of an absence. */
export type AbsenceFields = Away & Pick<Absence, 'kind' | 'words' | 'shown'>;

export const absenceColumns = sql`a.id, a.person_id as "personId", p.name, a.from_on as "fromOn", a.until_on as "untilOn",
  to_char(a.from_time, 'HH24:MI') as "fromTime", to_char(a.until_time, 'HH24:MI') as "untilTime", a.kind, a.words,
  a.shown, a.said_by as "saidBy", s.name as "saidByName", a.version, a.changed_at as "changedAt",
  a.ended_at as "endedAt"`;

/** One that this person may read whole. Throws `NotFound`. */
export async function selectAbsence(db: Db, who: Who, id: string): Promise<Absence> {
  if (!isId(id)) throw new NotFound();
  const { rows } = await sql<Absence>`select ${absenceColumns}
    from staff_absence a join person p on p.id = a.person_id join person s on s.id = a.said_by
    where a.owner_id = ${who.organisationId} and a.id = ${id} and ${readsAbsence(who, 'a')}`.execute(db);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** Another absence of this person in which these days and times lie, or part of them. */
export async function selectOverlapping(
  db: Db,
  owner: string,
  { personId, ...away }: Away & { personId: string },
  except: string | null,
): Promise<Away | undefined> {
  const { rows } = await sql<Away>`select a.from_on as "fromOn", a.until_on as "untilOn",
      to_char(a.from_time, 'HH24:MI') as "fromTime", to_char(a.until_time, 'HH24:MI') as "untilTime"
    from staff_absence a
    where a.owner_id = ${owner} and a.person_id = ${personId} and a.ended_at is null and a.id is distinct from ${except}
      and (a.from_on + coalesce(a.from_time, '00:00'))
        < (${away.untilOn}::date + coalesce(${away.untilTime}::time, '24:00'))
      and (${away.fromOn}::date + coalesce(${away.fromTime}::time, '00:00'))
        < (a.until_on + coalesce(a.until_time, '24:00'))
    limit 1`.execute(db);
  return rows[0];
}

const written = ({ fromOn, untilOn, fromTime, untilTime, kind, words, shown }: AbsenceFields) => ({
  from_on: fromOn,
  until_on: untilOn,
  from_time: fromTime,
  until_time: untilTime,
  kind,
  words,
  shown,
});

/** Writes an absence down; its id. */
export async function insertAbsence(
  tx: Db,
  owner: string,
  fields: AbsenceFields & { personId: string },
  { by, now }: { by: string; now: Date },
): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('staff_absence')
    .values({
      owner_id: owner,
      id,
      person_id: fields.personId,
      ...written(fields),
      said_by: by,
      said_at: now,
      version: 1,
      changed_at: now,
      ended_at: null,
    })
    .execute();
  await keepText(tx, { ownerId: owner, id }, 1, asKept(fields), by, now);
  return id;
}

const asKept = ({ fromOn, untilOn, fromTime, untilTime, kind, words, shown }: AbsenceFields) => ({
  fromOn,
  untilOn,
  fromTime,
  untilTime,
  kind,
  words,
  shown,
});

/** Saves over the version that was shown. Throws `Stale`, carrying what stands, where that is another by now. */
export async function updateAbsence(
  tx: Db,
  owner: string,
  absence: Absence,
  fields: AbsenceFields,
  { version, by, now }: { version: number; by: string; now: Date },
): Promise<void> {
  const of = { ownerId: owner, id: absence.id };
  const { numUpdatedRows } = await tx
    .updateTable('staff_absence')
    .set({ ...written(fields), version: version + 1, changed_at: now })
    .where('owner_id', '=', owner)
    .where('id', '=', absence.id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0)
    await throwStale(tx, of, { version: absence.version, fields: inWords(absence) }, now);
  await keepText(tx, of, version + 1, asKept(fields), by, now);
}

/** What stands, for whoever was about to save over it. The days are in one line: they are typed again. */
const inWords = (absence: Absence) => [
  { name: 'words', label: t('What to know'), text: absence.words },
  {
    name: 'as_it_stands',
    label: t('Away'),
    text: [daysInWords(absence), kindInWords[absence.kind]()].join('; '),
  },
];

/** How it was before it was last saved; undefined where that is not known. */
export const selectBefore = (db: Db, owner: string, absence: Absence): Promise<unknown> =>
  selectText(db, { ownerId: owner, id: absence.id }, absence.version - 1);

export const setAbsenceEnded = (
  tx: Db,
  owner: string,
  id: string,
  { endedAt, now }: { endedAt: Date | null; now: Date },
): Promise<unknown> =>
  tx
    .updateTable('staff_absence')
    .set({ ended_at: endedAt, changed_at: now })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();
