import { type RawBuilder, sql } from 'kysely';
import { standingsChanged } from '#platform/access/standing.ts';
import type { Db } from '#platform/db/database.ts';
import { idFrom } from '#platform/db/ids.ts';

export interface Copy {
  /** The word in its address. */
  slug: string;
  title: string;
  /** How many days later than the model everything in it is; fewer than none is earlier. */
  daysLater: number;
  /** Who is in it; the first keeps its plan. */
  people: readonly string[];
}

/**
 * Copies a group that was started through the site, as often as asked: the same rows with other ids, days and
 * people. Whole rows are copied, so that a column added later comes along. Steps of more than a fortnight before
 * `now` are done. The same copies make the same groups; only what the model itself holds comes from elsewhere.
 */
export async function copyGroup(
  db: Db,
  { ownerId, slug }: { ownerId: string; slug: string },
  copies: readonly Copy[],
  now: Date,
): Promise<void> {
  const those = JSON.stringify(copies.map((copy) => ({ ...copy, id: idOfGroup(ownerId, copy.slug) })));
  const wanted = sql`copy as (select c.id, c.slug, c.title, c."daysLater" as days, c.people, c.people[1] as first
    from jsonb_to_recordset(${those}::jsonb) as c(id uuid, slug text, title text, "daysLater" int, people uuid[]))`;
  const model = sql`programme m where m.owner_id = ${ownerId} and m.slug = ${slug}`;
  const modelId = sql`(select m.id from ${model})`;
  await db.transaction().execute(async (tx) => {
    // Each row's reference is looked up by a plan made while the tables were small, which would read them whole.
    await sql`set local enable_seqscan = off`.execute(tx);
    await copyRows(tx, 'circle', sql`m.id = ${modelId}`, sql`'id', copy.id, 'name', copy.title`);
    await sql`with ${wanted} insert into circle_member (owner_id, id, circle_id, person_id, part, starts_at)
      select ${ownerId}, ${idWithin(sql`copy.id`, sql`(each.place * 2 + part.place)::int`)}, copy.id, each.person,
        part.name, ${now}
      from copy, unnest(copy.people) with ordinality each(person, place),
        (values ('participant', 0), ('leader', 1)) part(name, place)
      where part.name = 'participant' or each.place = 1`.execute(tx);
    await sql`with ${wanted} insert into audience (owner_id, id, key, created_at)
      select ${ownerId}, copy.id, replace(a.key, ${modelId}::text, copy.id::text), ${now}
      from copy, audience a where a.owner_id = ${ownerId} and a.id = ${audienceOf(ownerId, modelId)}`.execute(
      tx,
    );
    await sql`with ${wanted} insert into audience_grant (owner_id, audience_id, principal, ability)
      select ${ownerId}, copy.id, replace(g.principal, ${modelId}::text, copy.id::text), g.ability
      from copy, audience_grant g
      where g.owner_id = ${ownerId} and g.audience_id = ${audienceOf(ownerId, modelId)}`.execute(tx);
    await copyRows(
      tx,
      'item',
      sql`m.id = ${modelId}`,
      sql`'id', copy.id, 'author_id', copy.first, 'circle_id', copy.id, 'audience_id', copy.id`,
    );
    await copyRows(
      tx,
      'programme',
      sql`m.id = ${modelId}`,
      sql`'id', copy.id, 'slug', copy.slug, 'title', copy.title, 'starts_on', m.starts_on + copy.days,
        'ends_on', m.ends_on + copy.days`,
    );
    const within = idWithin(sql`copy.id`, sql`m.number`);
    await copyRows(
      tx,
      'programme_step',
      sql`m.programme_id = ${modelId}`,
      sql`'id', ${within}, 'programme_id', copy.id, 'on_date', m.on_date + copy.days,
        'done_at', case when m.on_date + copy.days < ${now}::date - 14 then ${now}::timestamptz end`,
    );
    await copyRows(
      tx,
      'group_cycle',
      sql`m.programme_id = ${modelId}`,
      sql`'id', ${within}, 'programme_id', copy.id, 'begun_by', copy.first`,
    );
    // The item that the report of a cycle will be.
    const cycle = sql`(select c.number from group_cycle c where c.owner_id = ${ownerId} and c.id = m.id)`;
    await copyRows(
      tx,
      'item',
      sql`m.id in (select c.id from group_cycle c where c.owner_id = ${ownerId} and c.programme_id = ${modelId})`,
      sql`'id', ${idWithin(sql`copy.id`, cycle)}, 'author_id', copy.first, 'circle_id', copy.id`,
    );
    await standingsChanged(tx, ownerId);
  });

  /** Writes the rows of a table that are the model's once for each copy, with these values instead of its own. */
  async function copyRows(
    tx: Db,
    table: string,
    which: RawBuilder<unknown>,
    instead: RawBuilder<unknown>,
  ): Promise<void> {
    const { rows } = await sql<object>`select m.* from ${sql.table(table)} m
      where m.owner_id = ${ownerId} and ${which} limit 1`.execute(tx);
    const columns = Object.keys(rows[0]!);
    await sql`with ${wanted} insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
      select ${sql.join(columns.map((name) => sql.ref(`r.${name}`)))}
      from copy, ${sql.table(table)} m, jsonb_populate_record(m, jsonb_build_object(${instead})) r
      where m.owner_id = ${ownerId} and ${which}`.execute(tx);
  }
}

const audienceOf = (ownerId: string, id: unknown) =>
  sql`(select i.audience_id from item i where i.owner_id = ${ownerId} and i.id = ${id})`;

/** With room for the number of what is within it, which is never 0. */
const idOfGroup = (ownerId: string, slug: string): string => {
  const id = idFrom(`${ownerId} group ${slug}`);
  return `${id.slice(0, 15)}000${id.slice(18)}`;
};

/** An id that belongs to the numbered part of a group: the group's, with the number after what tells its version. */
const idWithin = (id: unknown, number: unknown) =>
  sql`(left(${id}::text, 15) || lpad(to_hex(${number}), 3, '0') || substr(${id}::text, 19))::uuid`;
