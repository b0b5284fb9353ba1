import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import { standingsChanged } from '#platform/access/standing.ts';
import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId, newId } from '#platform/db/ids.ts';

/** A link between a child and a grown-up of the family, seen from one of the two. */
export interface FamilyLink {
  id: string;
  /** The other of the two. */
  personId: string;
  name: string;
  /** Whether the other is the child. */
  isChild: boolean;
  /** What the grown-up is to the child; null when nobody said. */
  relationship: string | null;
  hasAccount: boolean;
}

/** The family of one person who is here: a pupil's parents and carers, or a grown-up's children. */
export async function selectFamily(db: Db, owner: string, personId: string): Promise<FamilyLink[]> {
  const { rows } = await sql<FamilyLink>`
    select f.id, p.id as "personId", p.name, p.id = f.pupil_id as "isChild", f.relationship,
      exists (select 1 from credential c where c.person_id = p.id) as "hasAccount"
    from family_relation f
    join person p on p.id = case when f.pupil_id = ${personId} then f.adult_id else f.pupil_id end
    join member m on m.owner_id = ${owner} and m.person_id = p.id and m.ended_at is null
    where f.owner_id = ${owner} and (f.pupil_id = ${personId} or f.adult_id = ${personId}) and f.ended_at is null
    order by p.sort_name, p.id`.execute(db);
  return rows;
}

/** Grown-ups of the list who may be the one to be added: they have the same name. */
export interface Namesake {
  personId: string;
  name: string;
  /** 'family', 'staff' or 'guest': what they are here. */
  kind: MemberKind;
  /** The names of their children here. */
  children: string[];
}

/** Grown-ups of the school, staff and guests among them, who are sorted under this name. */
export async function selectNamesakes(db: Db, owner: string, name: string): Promise<Namesake[]> {
  const { rows } = await sql<Namesake>`
    select p.id as "personId", p.name, m.kind,
      array(select k.name from family_relation f join person k on k.id = f.pupil_id
        where f.owner_id = ${owner} and f.adult_id = p.id and f.ended_at is null order by k.sort_name) as children
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${owner} and m.kind <> 'pupil' and m.ended_at is null and m.sort_name = ${name}
    order by p.id limit 5`.execute(db);
  return rows;
}

/** Writes that a grown-up is family of a pupil; a link that had ended is there again. Returns its id. */
export async function insertFamilyLink(
  tx: Db,
  owner: string,
  { adultId, pupilId, relationship }: { adultId: string; pupilId: string; relationship: string | null },
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto('family_relation')
    .values({
      owner_id: owner,
      id: newId(now),
      adult_id: adultId,
      pupil_id: pupilId,
      relationship,
      source: null,
      created_at: now,
      ended_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'adult_id', 'pupil_id']).doUpdateSet({ ended_at: null, relationship }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await standingsChanged(tx, owner);
  return id;
}

/** A link of this pupil, ended or not. */
export interface KeptLink {
  id: string;
  adultId: string;
  /** Of the pupil or the grown-up, who is here no longer; null when both are. */
  hasLeft: string | null;
  endedAt: Date | null;
}

/** The link of a pupil with this id, held until the change is written; undefined when there is none. */
export async function lockFamilyLink(
  tx: Db,
  owner: string,
  { id, pupilId }: { id: string; pupilId: string },
  today: string,
): Promise<KeptLink | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<KeptLink>`
    select f.id, f.adult_id as "adultId", f.ended_at as "endedAt",
      (select n.name from member m join person n on n.id = m.person_id
        where m.owner_id = ${owner} and m.person_id in (f.adult_id, f.pupil_id) and not ${notOver('m', today)}
        limit 1) as "hasLeft"
    from family_relation f
    where f.owner_id = ${owner} and f.id = ${id} and f.pupil_id = ${pupilId}
    for update of f`.execute(tx);
  return rows[0];
}

/** Ends a link at this instant, or with `null` takes the ending back. */
export async function setFamilyLinkEnded(
  tx: Db,
  owner: string,
  id: string,
  endedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('family_relation')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();
  await standingsChanged(tx, owner);
}
