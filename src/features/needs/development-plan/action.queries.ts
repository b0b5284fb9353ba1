import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { type NamedPerson, staffList } from '#features/people/index.ts';
import { programmePolicy } from '#features/programmes/index.ts';
import type { Priority } from '../priorities.queries.ts';

export const actionStates = ['to-do', 'begun', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

/** Something that is done about a priority. Days are 'YYYY-MM-DD'. */
export interface PlanAction {
  id: string;
  title: string;
  personId: string | null;
  person: string | null;
  dueOn: string | null;
  state: ActionState;
  /** What shows that it was done, and what came of it. */
  evidence: string;
  version: number;
  endedAt: Date | null;
}

const columns = sql`a.id, a.title, a.person_id as "personId", p.name as person, a.due_on as "dueOn", a.state, a.evidence,
  a.version, a.ended_at as "endedAt"`;

const actionsList = (owner: string, priority: Expression<string>): List<PlanAction> =>
  list<PlanAction>(
    sql`select ${columns} from priority_action a left join person p on p.id = a.person_id
      where a.owner_id = ${owner} and a.priority_id = ${priority} and a.ended_at is null
      order by a.due_on nulls last, a.created_at limit 200`,
    { endedAt: 'moment' },
  );

/** How many needs are joined to a priority, and how many people they are of. */
export interface JoinedNeeds {
  needs: number;
  people: number;
}

const ask = composed((who, { id }: Given<{ id: string }>) => {
  const owner = who.organisationId;
  return {
    priorities:
      list<Priority>(sql`select s.id, s.title, s.about, s.starts_on as "startsOn", s.ends_on as "endsOn"
      from school_priority s where s.owner_id = ${owner} and s.id = ${id} and s.ended_at is null`),
    actions: actionsList(owner, id),
    programmes: list<{ slug: string; title: string }>(sql`select r.slug, c.name as title from programme r
      join item i on i.owner_id = ${owner} and i.id = r.id and i.ended_at is null
      join circle c on c.owner_id = ${owner} and c.id = r.id
      where r.owner_id = ${owner} and r.priority_id = ${id} and ${who.sees('i', programmePolicy)}
      order by c.name limit 50`),
    joined:
      list<JoinedNeeds>(sql`select count(*)::int as needs, count(distinct n.person_id)::int as people from (
        select n.person_id from need n join need_link l on l.owner_id = ${owner} and l.need_id = n.id
          and l.priority_id = ${id} where n.owner_id = ${owner} and n.ended_at is null
        union all select i.author_id from raised_need r join item i on i.owner_id = ${owner} and i.id = r.id
          and i.ended_at is null where r.owner_id = ${owner} and r.priority_id = ${id}) n`),
  };
});

/** A priority with what is done about it, and what was joined to it. */
export async function selectPriorityInFull(db: Db, who: Who, id: string) {
  const { priorities, actions, programmes, joined } = await ask(db, who, { id });
  return { priority: priorities[0], actions, programmes, joined: joined[0]! };
}

const askOne = composed(
  (who, { id, priority, today }: Given<{ id: string; priority: string; today: string }>) => ({
    actions: list<PlanAction>(
      sql`select ${columns} from priority_action a left join person p on p.id = a.person_id
      where a.owner_id = ${who.organisationId} and a.priority_id = ${priority} and a.id = ${id}`,
      { endedAt: 'moment' },
    ),
    staff: staffList(who.organisationId, today),
  }),
);

/** One of them, also when it was taken away, and whose it can be. */
export async function selectAction(
  db: Db,
  who: Who,
  at: { id: string; priority: string; today: string },
): Promise<{ action: PlanAction | undefined; staff: NamedPerson[] }> {
  const { actions, staff } = await askOne(db, who, at);
  return { action: actions[0], staff };
}

export type ActionFields = Pick<PlanAction, 'title' | 'personId' | 'dueOn' | 'state' | 'evidence'>;

const stored = ({ title, personId, dueOn, state, evidence }: ActionFields) => ({
  title,
  person_id: personId,
  due_on: dueOn,
  state,
  evidence,
});

/** What is kept of each version. */
const textsOf = ({ title, state, evidence }: ActionFields) => ({ title, state, evidence });

export async function insertAction(
  { tx, organisationId, who, now }: Change,
  priorityId: string,
  fields: ActionFields,
): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('priority_action')
    .values({
      owner_id: organisationId,
      id,
      priority_id: priorityId,
      ...stored(fields),
      version: 1,
      changed_by: who.personId,
      changed_at: now,
      created_at: now,
      ended_at: null,
    })
    .execute();
  await keepText(tx, { ownerId: organisationId, id }, 1, textsOf(fields), who.personId, now);
  return id;
}

/** Saves over the version that was shown; false when that is not the one that stands. */
export async function updateAction(
  { tx, organisationId, who, now }: Change,
  { id, version }: Pick<PlanAction, 'id' | 'version'>,
  fields: ActionFields,
): Promise<boolean> {
  const saved = await tx
    .updateTable('priority_action')
    .set({ ...stored(fields), version: version + 1, changed_by: who.personId, changed_at: now })
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!saved) return false;
  await keepText(tx, { ownerId: organisationId, id }, version + 1, textsOf(fields), who.personId, now);
  return true;
}

export const setActionEnded = (tx: Db, ownerId: string, id: string, at: Date | null): Promise<unknown> =>
  tx
    .updateTable('priority_action')
    .set({ ended_at: at })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
