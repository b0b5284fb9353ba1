import { sql } from 'kysely';
import { codesList } from '#features/registers/index.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { addDays } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { readsPupil } from '../attendance.access.ts';
import { formName } from '../marked-sessions.ts';
import { type Absence, absenceColumns, absenceMoments } from './absence.ts';

/** Which are shown: those that wait, those of these days, or all. */
export const shows = ['waiting', 'now', 'all'] as const;
export type Shows = (typeof shows)[number];

export const absencesAPage = 40;

export type ListedAbsence = Absence & { form: string | null; total: number };

interface Listed {
  today: string;
  soon: string;
  offset: number;
  waiting: true | undefined;
  now: true | undefined;
}

const askListed = composed((who, { today, soon, offset, waiting, now }: Given<Listed>) => {
  const owner = who.organisationId;
  const waits = sql`a.decision is null and a.taken_back_at is null`;
  return {
    absences: list<ListedAbsence>(
      sql`select ${absenceColumns(owner)}, ${formName(owner, sql`a.pupil_id`, today)} as form, count(*) over ()::int as total
        from pupil_absence a join person p on p.id = a.pupil_id join person w on w.id = a.written_by
        where a.owner_id = ${owner} and ${readsPupil(who, sql`a.pupil_id`, today)}
          ${waiting === undefined ? sql`` : sql`and ${waits}`}
          ${now === undefined ? sql`` : sql`and a.taken_back_at is null and a.from_on <= ${soon} and a.until_on >= ${today}`}
        order by a.decision is not null, a.taken_back_at is not null, a.sort = 'leave', a.from_on, a.id
        limit ${absencesAPage} offset ${offset}`,
      absenceMoments,
    ),
    counts: list<{ waiting: number; leave: number }>(sql`
      select count(*) filter (where a.sort <> 'leave')::int as waiting, count(*) filter (where a.sort = 'leave')::int as leave
      from pupil_absence a where a.owner_id = ${owner} and ${waits}`),
  };
});

/** One page of what families said, with how many wait for the office and for the head. */
export async function selectAbsences(
  db: Db,
  who: Who,
  shown: Shows,
  { today, page }: { today: string; page: number },
) {
  const { absences, counts } = await askListed(db, who, {
    today,
    soon: addDays(today, 7),
    offset: (page - 1) * absencesAPage,
    waiting: shown === 'waiting' || undefined,
    now: shown === 'now' || undefined,
  });
  return { absences, total: absences[0]?.total ?? 0, counts: counts[0]! };
}

const askOne = composed((who, { id, today }: Given<{ id: string; today: string }>) => {
  const owner = who.organisationId;
  const here = sql`a.owner_id = ${owner} and a.id = ${id} and ${readsPupil(who, sql`a.pupil_id`, today)}`;
  return {
    absences: list<Absence & { form: string | null }>(
      sql`select ${absenceColumns(owner)}, ${formName(owner, sql`a.pupil_id`, today)} as form
        from pupil_absence a join person p on p.id = a.pupil_id join person w on w.id = a.written_by where ${here}`,
      absenceMoments,
    ),
    codes: codesList(who),
    marks: list<{ onDate: string; session: string | null; periodName: string; code: string }>(sql`
      select r.on_date as "onDate", r.session, r.period_name as "periodName", c.symbol || ' ' || c.name as code
      from pupil_absence a
      join register r on r.owner_id = ${owner} and r.on_date between a.from_on and a.until_on
      join register_mark m on m.owner_id = ${owner} and m.register_id = r.id and m.pupil_id = a.pupil_id
      join attendance_code c on c.owner_id = ${owner} and c.id = m.code_id
      where ${here} order by r.on_date, r.starts_at nulls first, r.session, r.slot limit 200`),
  };
});

export type OpenedAbsence = Absence & { form: string | null };

/** One absence with the school's codes and what the registers of those days say. Throws `NotFound` where it is not read. */
export async function selectAbsence(db: Db, who: Who, id: string, today: string) {
  if (!isId(id)) throw new NotFound();
  const { absences, codes, marks } = await askOne(db, who, { id, today });
  if (!absences[0]) throw new NotFound();
  return { absence: absences[0], codes, marks };
}
