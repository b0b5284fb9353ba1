import { type Expression, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { readsFollowUp, readsPupil } from '../behaviour.access.ts';
import type { Tone } from '../behaviour.ts';
import { type Settled, settledList } from '../settings/settled.queries.ts';
import type { Kind, State, Telling } from './follow-up.ts';

export interface FollowUp {
  id: string;
  pupilId: string;
  pupil: string;
  kind: Kind;
  words: string;
  on: string;
  at: string;
  minutes: number;
  place: string;
  supervisorId: string | null;
  supervisor: string | null;
  toldHow: Telling;
  toldOn: string | null;
  state: State;
  movedFrom: string | null;
  outcome: string;
  putRight: boolean;
  plannedBy: string;
  version: number;
  /** What else stands for the same pupil or the same supervisor at that time. */
  clashes: { pupil: string; at: string }[];
  /** Whether this person reads of the pupil, and so changes it. */
  reads: boolean;
}

/** The columns of `FollowUp`, from `fromFollowUps`. */
export const followUpColumns = (who: Who, today: Expression<string>) => sql`
  f.id, f.pupil_id as "pupilId", p.name as pupil, f.kind, f.words, f.on_date as "on",
  left(f.starts_at::text, 5) as "at", f.minutes, f.place, f.supervisor_id as "supervisorId", v.name as supervisor,
  f.told_how as "toldHow", f.told_on as "toldOn", f.state, f.moved_from as "movedFrom", f.outcome,
  f.put_right as "putRight", b.name as "plannedBy", f.version,
  ${readsPupil(who, sql.ref('f.pupil_id'), today)} as reads,
  coalesce((select json_agg(json_build_object('pupil', q.name, 'at', left(o.starts_at::text, 5)) order by o.starts_at)
    from behaviour_follow_up o join person q on q.id = o.pupil_id
    where o.owner_id = ${who.organisationId} and o.on_date = f.on_date and o.id <> f.id and o.state = 'planned'
      and f.state = 'planned'
      and (o.pupil_id = f.pupil_id or (o.supervisor_id = f.supervisor_id and o.place <> f.place))
      and o.starts_at < f.starts_at + f.minutes * interval '1 minute'
      and f.starts_at < o.starts_at + o.minutes * interval '1 minute'
      and ${readsFollowUp(who, 'o', today)}), '[]'::json) as clashes`;

export const fromFollowUps = sql`
  from behaviour_follow_up f join person p on p.id = f.pupil_id join person b on b.id = f.planned_by
  left join person v on v.id = f.supervisor_id`;

const askDay = composed((who, { day, today }: Given<{ day: string; today: string }>) => ({
  followUps: list<FollowUp>(sql`select ${followUpColumns(who, today)} ${fromFollowUps}
    where f.owner_id = ${who.organisationId} and f.on_date = ${day} and ${readsFollowUp(who, 'f', today)}
    order by f.starts_at, f.place, p.sort_name, f.id limit 300`),
}));

/** Who is where on a day: of the pupils this person reads of, and those they are with. */
export const selectDay = askDay;

const askOne = composed((who, { id, today }: Given<{ id: string; today: string }>) => ({
  followUps: list<FollowUp>(sql`select ${followUpColumns(who, today)} ${fromFollowUps}
    where f.owner_id = ${who.organisationId} and f.id = ${id} and ${readsFollowUp(who, 'f', today)}`),
  about: list<AboutEvent>(sql`select e.id, c.name as category, e.happened_on as "on", e.tone
    from behaviour_follow_up f join behaviour_event e on e.owner_id = ${who.organisationId} and e.id = any(f.about)
    join behaviour_category c on c.owner_id = ${who.organisationId} and c.id = e.category_id
    where f.owner_id = ${who.organisationId} and f.id = ${id} and ${readsPupil(who, sql.ref('f.pupil_id'), today)}
    order by e.happened_on, e.id`),
  staff: staffList(who, today),
  settled: settledList(who),
}));

/** An event that a follow-up is about. */
export interface AboutEvent {
  id: string;
  category: string;
  on: string;
  tone: Tone;
}

/** Somebody who can be with a pupil. */
export interface Supervisor {
  personId: string;
  name: string;
}

const staffList = (who: Who, today: Expression<string>) =>
  list<Supervisor>(sql`select m.person_id as "personId", p.name from member m join person p on p.id = m.person_id
    where m.owner_id = ${who.organisationId} and m.kind = 'staff' and ${current('m', today)}
    order by m.sort_name, m.person_id limit 500`);

/** One follow-up, with what it is about. Throws `NotFound` for none that this person reads. */
export async function selectFollowUp(
  db: Db,
  who: Who,
  id: string,
  today: string,
): Promise<{ followUp: FollowUp; about: AboutEvent[]; staff: Supervisor[]; settled: Settled[] }> {
  if (!isId(id)) throw new NotFound();
  const { followUps, ...rest } = await askOne(db, who, { id, today });
  if (!followUps[0]) throw new NotFound();
  return { followUp: followUps[0], ...rest };
}

const askPlan = composed((who, { pupilId, today }: Given<{ pupilId: string; today: string }>) => ({
  pupils: list<{ personId: string; name: string }>(sql`select m.person_id as "personId", p.name
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${who.organisationId} and m.person_id = ${pupilId} and m.kind = 'pupil'
      and ${current('m', today)} and ${readsPupil(who, sql.ref('m.person_id'), today)}`),
  events: list<AboutEvent>(sql`select e.id, c.name as category, e.happened_on as "on", e.tone
    from behaviour_event e
    join behaviour_category c on c.owner_id = ${who.organisationId} and c.id = e.category_id
    where e.owner_id = ${who.organisationId} and e.pupil_id = ${pupilId} and e.tone = 'negative' and e.ended_at is null
      and e.happened_on > ${today}::date - 60 and ${readsPupil(who, sql.ref('e.pupil_id'), today)}
    order by e.happened_on desc, e.id desc limit 20`),
  staff: staffList(who, today),
  settled: settledList(who),
}));

/** What is needed to plan something for a pupil. Throws `NotFound` for none whom this person reads of. */
export async function selectToPlan(db: Db, who: Who, pupilId: string, today: string) {
  if (!isId(pupilId)) throw new NotFound();
  const { pupils, ...rest } = await askPlan(db, who, { pupilId, today });
  if (!pupils[0]) throw new NotFound();
  return { pupil: pupils[0], ...rest };
}
