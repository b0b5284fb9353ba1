import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import { standingsChanged } from '#platform/access/standing.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { CarerFacts } from './carer.ts';

/** A link of a pupil who is here, as it stands. */
export interface KeptCarer extends CarerFacts {
  relationId: string;
  adultId: string;
  name: string;
  version: number;
  createdAt: Date;
}

/** The link in the address, held until the change is written. Throws `NotFound` where it is none of this pupil's. */
export async function lockCarer(
  tx: Db,
  owner: string,
  { pupilId, relationId }: { pupilId: string; relationId: string },
  today: string,
): Promise<KeptCarer> {
  if (!isId(pupilId) || !isId(relationId)) throw new NotFound();
  const { rows } = await sql<KeptCarer>`
    select f.id as "relationId", f.adult_id as "adultId", p.name, f.version, f.created_at as "createdAt", f.relationship, f.told,
      f.called_in as "calledIn", f.not_called as "notCalled", f.lives_with as "livesWith", f.responsibility, f.restriction,
      f.restriction_from as "restrictionFrom", f.restriction_until as "restrictionUntil"
    from family_relation f join person p on p.id = f.adult_id
    join member m on m.owner_id = ${owner} and m.person_id = f.pupil_id and m.kind = 'pupil' and ${notOver('m', today)}
    where f.owner_id = ${owner} and f.id = ${relationId} and f.pupil_id = ${pupilId} and f.ended_at is null
    for update of f`.execute(tx);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/**
 * Writes what is said of a carer now and keeps how it stood, whole. Whom they stand for is worked out anew from this
 * moment, on every page and in every letter.
 */
export async function saveCarer(
  tx: Db,
  owner: string,
  before: KeptCarer,
  facts: CarerFacts,
  { changedBy, now }: { changedBy: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('contact_version')
    .values({
      owner_id: owner,
      relation_id: before.relationId,
      version: before.version,
      ...columnsOf(before),
      changed_by: changedBy,
      changed_at: now,
    })
    .execute();
  const newWords =
    facts.restriction !== before.restriction ||
    facts.restrictionFrom !== before.restrictionFrom ||
    facts.restrictionUntil !== before.restrictionUntil;
  await tx
    .updateTable('family_relation')
    .set({
      ...columnsOf(facts),
      version: before.version + 1,
      ...(newWords && { restriction_by: facts.restriction === null ? null : changedBy }),
    })
    .where('owner_id', '=', owner)
    .where('id', '=', before.relationId)
    .execute();
  await standingsChanged(tx, owner);
}

const columnsOf = (facts: CarerFacts) => ({
  relationship: facts.relationship,
  told: [...facts.told],
  called_in: facts.calledIn,
  not_called: facts.notCalled,
  lives_with: facts.livesWith,
  responsibility: facts.responsibility,
  restriction: facts.restriction,
  restriction_from: facts.restrictionFrom,
  restriction_until: facts.restrictionUntil,
});

/** How it stood in a version that was changed since; undefined where there was none. */
export async function selectVersion(
  tx: Db,
  owner: string,
  relationId: string,
  version: number,
): Promise<CarerFacts | undefined> {
  const { rows } = await sql<CarerFacts>`
    select v.relationship, v.told, v.called_in as "calledIn", v.not_called as "notCalled", v.lives_with as "livesWith", v.responsibility,
      v.restriction, v.restriction_from as "restrictionFrom", v.restriction_until as "restrictionUntil"
    from contact_version v
    where v.owner_id = ${owner} and v.relation_id = ${relationId} and v.version = ${version}`.execute(tx);
  return rows[0];
}

/** Who changed what is said of a carer last, and when; undefined where nobody did. */
export async function selectLastChange(
  tx: Db,
  owner: string,
  relationId: string,
): Promise<{ writerId: string; writtenBy: string; writtenAt: Date } | undefined> {
  return tx
    .selectFrom('contact_version as v')
    .innerJoin('person as p', 'p.id', 'v.changed_by')
    .select(['v.changed_by as writerId', 'p.name as writtenBy', 'v.changed_at as writtenAt'])
    .where('v.owner_id', '=', owner)
    .where('v.relation_id', '=', relationId)
    .orderBy('v.version', 'desc')
    .limit(1)
    .executeTakeFirst();
}
