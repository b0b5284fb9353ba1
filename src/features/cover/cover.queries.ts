import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Gap, How, Slot } from './cover.ts';

/** What stands for a class, with who arranged it. */
export interface Standing extends Slot {
  id: string;
  how: How;
  coveredBy: string | null;
  name: string | null;
  words: string;
  arrangedBy: string;
}

/** What stands for the classes of these people on these days. */
export async function selectStanding(
  db: Db,
  owner: string,
  slots: readonly Pick<Slot, 'personId' | 'on'>[],
): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select c.id, c.person_id as "personId", c.on_date as "on", c.unit_id as "unitId",
      to_char(c.starts_at, 'HH24:MI') as "startsAt", c.how, c.covered_by as "coveredBy", b.name, c.words,
      y.name as "arrangedBy"
    from cover c left join person b on b.id = c.covered_by join person y on y.id = c.arranged_by
    where c.owner_id = ${owner} and c.ended_at is null
      and c.person_id = any(${slots.map(({ personId }) => personId)}::uuid[])
      and c.on_date = any(${slots.map(({ on }) => on)}::date[])`.execute(db);
  return rows;
}

/** One that was arranged, whether it stands or not. */
export interface CoverRow extends Slot {
  id: string;
  absenceId: string;
  endsAt: string;
  how: How;
  coveredBy: string | null;
  replaces: string | null;
  batchId: string | null;
  acceptedAt: Date | null;
  declinedAt: Date | null;
  endedAt: Date | null;
}

const rowColumns = sql`c.id, c.absence_id as "absenceId", c.person_id as "personId", c.on_date as "on",
  c.unit_id as "unitId", to_char(c.starts_at, 'HH24:MI') as "startsAt", to_char(c.ends_at, 'HH24:MI') as "endsAt",
  c.how, c.covered_by as "coveredBy", c.replaces, c.batch_id as "batchId", c.accepted_at as "acceptedAt",
  c.declined_at as "declinedAt", c.ended_at as "endedAt"`;

/** Throws `NotFound`. */
export async function selectCover(db: Db, owner: string, id: string): Promise<CoverRow> {
  if (!isId(id)) throw new NotFound();
  const { rows } = await sql<CoverRow>`select ${rowColumns} from cover c
    where c.owner_id = ${owner} and c.id = ${id}`.execute(db);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** Those that were arranged at one go, or that hang on one absence. */
export async function selectCovers(
  db: Db,
  owner: string,
  of: { batchId: string } | { absenceId: string },
): Promise<CoverRow[]> {
  const which = 'batchId' in of ? sql`c.batch_id = ${of.batchId}` : sql`c.absence_id = ${of.absenceId}`;
  const { rows } = await sql<CoverRow>`select ${rowColumns} from cover c
    where c.owner_id = ${owner} and ${which} order by c.on_date, c.starts_at, c.id`.execute(db);
  return rows;
}

/** What is to be arranged for a class. */
export interface Wanted {
  gap: Gap;
  how: How;
  coveredBy: string | null;
  words: string;
  /** What it takes the place of. */
  replaces: string | null;
}

/** Writes what is arranged; ids in the same order. */
export async function insertCovers(
  tx: Db,
  owner: string,
  wanted: readonly Wanted[],
  { by, batchId, now }: { by: string; batchId: string | null; now: Date },
): Promise<string[]> {
  const rows = wanted.map(({ gap, how, coveredBy, words, replaces }) => ({
    owner_id: owner,
    id: newId(now),
    absence_id: gap.absenceId,
    person_id: gap.personId,
    on_date: gap.on,
    unit_id: gap.unitId,
    period_id: gap.periodId,
    period: gap.period,
    starts_at: gap.startsAt,
    ends_at: gap.endsAt,
    subject: gap.subject,
    room: gap.room,
    how,
    covered_by: coveredBy,
    words,
    arranged_by: by,
    arranged_at: now,
    batch_id: batchId,
    replaces,
    accepted_at: null,
    declined_at: null,
    declined_why: '',
    ended_at: null,
    ended_by: null,
  }));
  if (rows.length > 0) await tx.insertInto('cover').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Ends what was arranged, or lets it stand again. */
export async function setCoversEnded(
  tx: Db,
  owner: string,
  ids: readonly string[],
  { at, by }: { at: Date | null; by: string | null },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('cover')
    .set({ ended_at: at, ended_by: by })
    .where('owner_id', '=', owner)
    .where('id', 'in', ids)
    .execute();
}

/** Two who arrange cover with the same people do it one after the other. */
export const lockPeople = (tx: Db, owner: string, personIds: readonly (string | null)[]): Promise<unknown> =>
  sql`select m.person_id from member m
    where m.owner_id = ${owner} and m.person_id = any(${[...new Set(personIds.filter((id) => id !== null))]}::uuid[])
    order by m.person_id for update`.execute(tx);
