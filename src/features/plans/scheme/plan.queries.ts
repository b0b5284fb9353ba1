import { type Expression, type SqlBool, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { insertItem } from '#platform/access/items.ts';
import { itemList, type ItemRow } from '#platform/access/select-item.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { filesInJson, type KeptFile } from '#features/files/index.ts';
import { resourcePolicy } from '#features/resources/index.ts';
import { planGrants } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import type { Lesson, LessonResource, Plan, PlanKin, Point, TemplatePart, WrittenPart } from '../plan.ts';
import { pointsList } from '../points/point.queries.ts';
import { type Suggestion, suggestionsList } from '../suggestions/suggestion.queries.ts';
import { type Look, looksList } from '../looks/look.queries.ts';

const planMoments = { readyAt: 'moment', changedAt: 'moment' } as const;

/** The columns of a plan under `s`, its item under `i`, with `a` and `c` for who began and who changed it. */
const planColumns = sql`s.id, s.title, s.subject, s.year_key as "yearKey", s.starts_on as "startsOn",
  s.ends_on as "endsOn", s.parts, s.lesson_text as "lessonText", s.copied_from as "copiedFrom",
  s.ready_at as "readyAt", s.version, i.author_id as "authorId", a.name as author, c.name as "changedBy",
  s.changed_at as "changedAt"`;

const lessonsList = (owner: string, scheme: Expression<string>): List<Lesson> =>
  list<Lesson>(sql`select l.id, l.position, l.title, l.on_date as "onDate", l.text, l.version from planned_lesson l
    where l.owner_id = ${owner} and l.scheme_id = ${scheme} and l.ended_at is null order by l.position, l.id limit 200`);

const ask = composed((who, { id, now }: Given<{ id: string; now: Date }>) => {
  const owner = who.organisationId;
  const kin = (condition: Expression<SqlBool>) =>
    list<PlanKin>(sql`select k.id, k.title, k.starts_on as "startsOn", a.name as author from scheme k
      join item i on i.owner_id = ${owner} and i.id = k.id and i.ended_at is null join person a on a.id = i.author_id
      where k.owner_id = ${owner} and ${condition} and ${who.sees('i', planPolicy)}
      order by k.starts_on desc, k.id limit 20`);
  return {
    items: itemList(who, { ownerId: sql`${owner}::uuid`, id, now }),
    plans: list<Plan & { files: KeptFile[] }>(
      sql`select ${planColumns}, ${filesInJson('i')} as files
        from scheme s join item i on i.owner_id = ${owner} and i.id = s.id
        join person a on a.id = i.author_id join person c on c.id = s.changed_by
        where s.owner_id = ${owner} and s.id = ${id}`,
      planMoments,
    ),
    parts: list<WrittenPart>(
      sql`select p.id, p.key, p.text, p.version, c.name as "changedBy", p.changed_at as "changedAt"
        from scheme_part p join person c on c.id = p.changed_by where p.owner_id = ${owner} and p.scheme_id = ${id}`,
      { changedAt: 'moment' },
    ),
    lessons: lessonsList(owner, id),
    lessonsAway: list<{ id: string; title: string }>(sql`select l.id, l.title from planned_lesson l
      where l.owner_id = ${owner} and l.scheme_id = ${id} and l.ended_at is not null order by l.position limit 100`),
    points: pointsList(owner, id),
    resources: lessonResourcesList(who, id),
    copiedFrom: kin(
      sql<SqlBool>`k.id = (select s.copied_from from scheme s where s.owner_id = ${owner} and s.id = ${id})`,
    ),
    copiedAs: kin(sql<SqlBool>`k.copied_from = ${id}`),
    suggestions: suggestionsList(who, id),
    looks: looksList(owner, id),
  };
});

/** Resources of the lessons of a plan that this person may open. */
const lessonResourcesList = (who: Who, scheme: Expression<string>): List<LessonResource> =>
  list<LessonResource>(sql`select p.lesson_id as "lessonId", r.id, r.title from planned_resource p
    join resource r on r.owner_id = ${who.organisationId} and r.id = p.resource_id
    join item i on i.owner_id = ${who.organisationId} and i.id = r.id and i.ended_at is null
    where p.owner_id = ${who.organisationId} and p.scheme_id = ${scheme} and p.lesson_id is not null
      and ${who.sees('i', resourcePolicy)}
    order by p.added_at, p.id limit 400`);

/** A plan with everything that its page shows; nothing is decided here. */
export interface WholePlan {
  row: ItemRow | undefined;
  plan: (Plan & { files: KeptFile[] }) | undefined;
  parts: WrittenPart[];
  lessons: Lesson[];
  /** Those that were taken away and can be brought back. */
  lessonsAway: { id: string; title: string }[];
  points: Point[];
  resources: LessonResource[];
  copiedFrom: PlanKin | undefined;
  copiedAs: PlanKin[];
  suggestions: Suggestion[];
  looks: Look[];
}

export async function selectPlan(db: Db, who: Who, id: string, now: Date): Promise<WholePlan> {
  const { items, plans, copiedFrom, ...rest } = await ask(db, who, { id, now });
  return { row: items[0], plan: plans[0], copiedFrom: copiedFrom[0], ...rest };
}

/** What the form of a plan sends. */
export interface PlanFields {
  title: string;
  subject: string;
  yearKey: string;
  startsOn: string;
  endsOn: string;
}

const columnsOf = ({ title, subject, yearKey, startsOn, endsOn }: PlanFields) => ({
  title,
  subject,
  year_key: yearKey,
  starts_on: startsOn,
  ends_on: endsOn,
  heading: comparable(title, subject),
});

/** Begins a plan with its teachers. Answers its id. */
export async function insertPlan(
  tx: Db,
  { ownerId, authorId, teacherIds }: { ownerId: string; authorId: string; teacherIds: readonly string[] },
  fields: PlanFields,
  by: { parts: readonly TemplatePart[]; lessonText: string; copiedFrom?: string },
  now: Date,
): Promise<string> {
  const grants = planGrants(ownerId, teacherIds);
  const id = await insertItem(tx, { ownerId, policy: planPolicy, authorId, grants }, now);
  await tx
    .insertInto('scheme')
    .values({
      owner_id: ownerId,
      id,
      ...columnsOf(fields),
      parts: JSON.stringify(by.parts),
      lesson_text: by.lessonText,
      copied_from: by.copiedFrom ?? null,
      ready_at: null,
      version: 1,
      changed_by: authorId,
      changed_at: now,
      created_at: now,
    })
    .execute();
  return id;
}

/** Saves over the version that was shown; false when that is not the one that stands. */
export async function updatePlan(
  { tx, now, organisationId, who }: Change,
  { id, version }: { id: string; version: number },
  fields: PlanFields,
): Promise<boolean> {
  const saved = await tx
    .updateTable('scheme')
    .set({ ...columnsOf(fields), version: version + 1, changed_by: who.personId, changed_at: now })
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Says from when on others can rely on it, or with null that it is being written again. */
export const setReady = (tx: Db, ownerId: string, id: string, at: Date | null): Promise<unknown> =>
  tx
    .updateTable('scheme')
    .set({ ready_at: at })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
