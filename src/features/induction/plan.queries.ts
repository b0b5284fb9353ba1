import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { draftsColumn, type Writer } from '#platform/drafts/drafts.ts';
import type { Line, Part, Plan } from './plan.ts';
import { planPolicy } from './plan.policy.ts';

/** The notice that a plan was begun waits until it is opened. */
export const begunNotice = 'induction.begun';

/** One plan with everything in it, as `reader` reads it. Ask the kernel about its item first. */
export async function selectPlan(
  db: Db,
  ownerId: string,
  id: string,
  reader: Writer,
): Promise<Plan | undefined> {
  const { rows } = await sql<Plan>`
    select n.owner_id as "ownerId", n.id, n.person_id as "personId", p.name as person, n.tutor_id as "tutorId",
      u.name as tutor, n.new_in as "newIn", n.starts_on as "startsOn", n.ends_on as "endsOn", n.version,
      n.closed_at as "closedAt",
      coalesce((select json_agg(json_build_object('id', l.id, 'principle', l.principle, 'part', l.part,
          'words', l.words, 'by', l.by_on, 'version', l.version))
        from induction_line l where l.owner_id = n.owner_id and l.plan_id = n.id), '[]'::json) as lines,
      coalesce((select json_agg(json_build_object('principle', f.principle, 'words', f.words))
        from induction_for_all f where f.owner_id = n.owner_id and f.words <> ''), '[]'::json) as "forAll",
      coalesce((select json_agg(json_build_object('id', e.id, 'principle', e.principle, 'words', e.words,
          'link', e.link, 'on', e.on_date, 'addedBy', a.name, 'endedAt', e.ended_at)
          order by e.on_date, e.id)
        from induction_evidence e join person a on a.id = e.added_by
        where e.owner_id = n.owner_id and e.plan_id = n.id), '[]'::json) as evidence,
      coalesce((select json_agg(json_build_object('id', r.id, 'on', r.on_date, 'heldAt', r.held_at,
          'next', r.next_words, 'endedAt', r.ended_at) order by r.on_date, r.id)
        from induction_review r where r.owner_id = n.owner_id and r.plan_id = n.id), '[]'::json) as reviews,
      ${draftsColumn(reader, `induction-plan:${id}:`)} as drafts,
      exists (select 1 from notice w where w.owner_id = ${reader.personId} and w.item_id = n.id
        and w.kind = ${begunNotice} and w.done_at is null) as waits
    from induction_plan n join person p on p.id = n.person_id join person u on u.id = n.tutor_id
    where n.owner_id = ${ownerId} and n.id = ${id}`.execute(db);
  return rows[0];
}

export interface ListedPlan {
  id: string;
  person: string;
  tutor: string;
  newIn: string;
  startsOn: string;
  endsOn: string;
  closed: boolean;
  nextReview: string | null;
  total: number;
}

/** The plans one may read: one's own, those one is named in, and for those who lead induction all of the school. */
export async function selectPlans(
  db: Db,
  who: Who,
  today: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedPlan[]> {
  const { rows } = await sql<ListedPlan>`
    select n.id, p.name as person, u.name as tutor, n.new_in as "newIn",
      n.starts_on as "startsOn", n.ends_on as "endsOn", n.closed_at is not null as closed,
      count(*) over ()::integer as total,
      (select min(r.on_date) from induction_review r where r.owner_id = n.owner_id and r.plan_id = n.id
        and r.held_at is null and r.ended_at is null)::text as "nextReview"
    from induction_plan n join item i on i.owner_id = n.owner_id and i.id = n.id
    join person p on p.id = n.person_id join person u on u.id = n.tutor_id
    where n.owner_id = ${who.organisationId} and i.ended_at is null and ${who.sees('i', planPolicy)}
    order by n.person_id <> ${who.personId}, n.closed_at is not null, n.ends_on < ${today}::date, n.starts_on desc, p.sort_name, n.id
    limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** The staff of today, to choose somebody from. */
export async function selectStaff(
  db: Db,
  ownerId: string,
  today: string,
): Promise<{ personId: string; name: string }[]> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select m.person_id as "personId", p.name from member m join person p on p.id = m.person_id
    where m.owner_id = ${ownerId} and m.kind = 'staff' and ${current('m', today)}
    order by m.sort_name, m.person_id limit 2000`.execute(db);
  return rows;
}

/** Holds a plan for this transaction, so that two people write in it one after the other. */
export async function lockPlan(tx: Db, { ownerId, id }: Pick<Plan, 'ownerId' | 'id'>): Promise<void> {
  await tx
    .selectFrom('induction_plan')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Writes a line over the version that was shown; the plan is locked. */
export async function writeLine(
  tx: Db,
  plan: Pick<Plan, 'ownerId' | 'id'>,
  line: {
    id: string | undefined;
    principle: string;
    part: Part;
    words: string;
    by: string | null;
    shown: number;
  },
  by: { personId: string; at: Date },
): Promise<void> {
  const changed = { words: line.words, by_on: line.by, version: line.shown + 1, updated_at: by.at };
  const id = line.id ?? newId(by.at);
  if (line.id)
    await tx
      .updateTable('induction_line')
      .set(changed)
      .where('owner_id', '=', plan.ownerId)
      .where('id', '=', id)
      .execute();
  else
    await tx
      .insertInto('induction_line')
      .values({
        owner_id: plan.ownerId,
        id,
        plan_id: plan.id,
        principle: line.principle,
        part: line.part,
        ...changed,
      })
      .execute();
  await keepText(
    tx,
    { ownerId: plan.ownerId, id },
    line.shown + 1,
    { words: line.words, by_on: line.by },
    by.personId,
    by.at,
  );
}

/** The words of a plan's lines, to begin another with: no days, no evidence. */
export async function selectLines(
  db: Db,
  ownerId: string,
  planId: string,
): Promise<Pick<Line, 'principle' | 'part' | 'words'>[]> {
  const { rows } = await sql<Pick<Line, 'principle' | 'part' | 'words'>>`
    select l.principle, l.part, l.words from induction_line l
    where l.owner_id = ${ownerId} and l.plan_id = ${planId} and l.words <> ''`.execute(db);
  return rows;
}
