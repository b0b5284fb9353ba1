import { type Expression, type RawBuilder, sql } from 'kysely';
import { markedSessions } from '#features/registers/index.ts';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { type Absence, absenceColumns, absenceMoments } from '../absences/absence.ts';
import { isOwnChild, readsHandOf, readsPupil } from '../attendance.access.ts';
import { type Counts, countColumns } from '../figures/counts.ts';
import { type Category, formName } from '../marked-sessions.ts';
import { yearBegan } from '../span.ts';

/** One half day of a pupil's year. */
export interface DaySession {
  onDate: string;
  session: 'am' | 'pm';
  symbol: string;
  code: string;
  category: Category;
  national: string;
  minutes: number | null;
}

/** Days rather than half days, for whoever does not count in sessions: a day with any of it attended was a day in school. */
export interface DayCounts {
  days: number;
  inSchool: number;
}

export interface PupilYear {
  id: string;
  name: string;
  form: string | null;
  /** The first day that is counted: of the first register there is, which may be long after the year began. */
  from: string;
  sessions: DaySession[];
  counts: Counts;
}

type PupilId = RawBuilder<unknown> | Expression<unknown>;
type Day = string | Expression<unknown>;

/** The half days of a pupil since the year began. */
const sessionsOf = (owner: string, pupil: PupilId, today: Day): List<DaySession> =>
  list<DaySession>(sql`select s.on_date::text as "onDate", s.session, c.symbol, c.name as code, s.category, s.national, s.minutes
    from (${markedSessions(owner, { from: yearBegan(owner, today), until: today, pupil })}) s
    join attendance_code c on c.owner_id = ${owner} and c.id = s.code_id
    order by s.on_date, s.session limit 1000`);

const countsOf = (owner: string, pupil: PupilId, today: Day): List<Counts> =>
  list<Counts>(sql`select ${countColumns('s')}
    from (${markedSessions(owner, { from: yearBegan(owner, today), until: today, pupil })}) s`);

const pupilsList = (
  owner: string,
  pupil: PupilId,
  today: Day,
  readable: RawBuilder<boolean>,
): List<Omit<PupilYear, 'sessions' | 'counts'>> =>
  list(sql`select p.id, p.name, ${formName(owner, sql`p.id`, today)} as form, ${yearBegan(owner, today)}::text as "from"
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${owner} and m.person_id = ${pupil} and m.kind = 'pupil' and ${current('m', today)} and ${readable}`);

/** What was done for a pupil, newest first. */
export interface HandNote {
  id: string;
  words: string;
  lookAgainOn: string | null;
  outcome: string;
  writtenBy: string;
  createdAt: Date;
  version: number;
}

const askStaff = composed((who, { pupil, today }: Given<{ pupil: string; today: string }>) => {
  const owner = who.organisationId;
  const readable = readsPupil(who, pupil, today);
  return {
    pupils: pupilsList(owner, pupil, today, readable),
    sessions: sessionsOf(owner, pupil, today),
    counts: countsOf(owner, pupil, today),
    absences: list<Absence>(
      sql`select ${absenceColumns(owner)} from pupil_absence a join person p on p.id = a.pupil_id
        join person w on w.id = a.written_by
        where a.owner_id = ${owner} and a.pupil_id = ${pupil} and a.taken_back_at is null and ${readable}
          and a.until_on >= ${yearBegan(owner, today)}
        order by a.from_on desc, a.id desc limit 100`,
      absenceMoments,
    ),
    hand: list<{ reads: boolean }>(sql`select ${readsHandOf(who, pupil, today)} as reads`),
    notes: list<HandNote>(
      sql`select n.id, n.words, n.look_again_on::text as "lookAgainOn", n.outcome, w.name as "writtenBy",
          n.created_at as "createdAt", n.version
        from attendance_note n join person w on w.id = n.written_by
        where n.owner_id = ${owner} and n.pupil_id = ${pupil} and n.ended_at is null and ${readsHandOf(who, pupil, today)}
        order by n.created_at desc, n.id desc limit 50`,
      { createdAt: 'moment' },
    ),
  };
});

/** A pupil's year as staff read it. Throws `NotFound` where this person does not read of the pupil. */
export async function selectPupilYear(db: Db, who: Who, pupil: string, today: string) {
  if (!isId(pupil)) throw new NotFound();
  const { pupils, sessions, counts, absences, notes, hand } = await askStaff(db, who, { pupil, today });
  if (!pupils[0]) throw new NotFound();
  return { year: yearOf(pupils[0], sessions, counts[0]!), absences, notes, readsHand: hand[0]!.reads };
}

const yearOf = (
  pupil: Omit<PupilYear, 'sessions' | 'counts'>,
  sessions: DaySession[],
  counts: Counts,
): PupilYear => ({ ...pupil, from: sessions[0]?.onDate ?? pupil.from, sessions, counts });

export type PupilYearPage = Awaited<ReturnType<typeof selectPupilYear>>;

const askOwn = composed((who, { pupil, today }: Given<{ pupil: string; today: string }>) => {
  const owner = who.organisationId;
  const readable = mayReadOwn(who, pupil, today);
  return {
    pupils: pupilsList(owner, pupil, today, readable),
    sessions: sessionsOf(owner, pupil, today),
    counts: countsOf(owner, pupil, today),
  };
});

/** The pupil, or a grown-up who is told of this child's attendance. */
const mayReadOwn = (who: Who, pupil: Expression<unknown>, today: Day): RawBuilder<boolean> =>
  sql<boolean>`((${pupil} = ${who.personId} and ${who.standing.kind === 'pupil'}) or ${isOwnChild(who, sql`${pupil}`, today)})`;

/** A child's year as child and family read it. Throws `NotFound` for any other child. */
export async function selectOwnYear(db: Db, who: Who, pupil: string, today: string): Promise<PupilYear> {
  if (!isId(pupil)) throw new NotFound();
  const { pupils, sessions, counts } = await askOwn(db, who, { pupil, today });
  if (!pupils[0]) throw new NotFound('No child of yours is at this address.');
  return yearOf(pupils[0], sessions, counts[0]!);
}
