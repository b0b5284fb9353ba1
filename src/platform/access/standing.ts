import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { current } from './current.ts';
import { furtherPrincipals } from './further-principals.ts';
import { principals } from './items.ts';
import type { MemberKind, Standing } from './who.ts';

/** What one person is in one organisation on a day: their roles, circles, units and the people they manage. One query. */
export async function selectStanding(
  db: Db,
  person: { personId: string; name: string; locale: string; theme: string },
  organisation: Standing['organisation'],
  today: string,
): Promise<Standing> {
  const [owner, me] = [organisation.id, person.personId];
  const { rows } = await sql<{
    kind: MemberKind | null;
    roles: string[];
    circles: { id: string; part: string }[];
    units: string[];
    manages: string[];
    further: string[];
  }>`
    select
      (select m.kind from member m where m.owner_id = ${owner} and m.person_id = ${me}
        and ${current('m', today)}) as kind,
      array(select distinct a.role from appointment a where a.owner_id = ${owner} and a.person_id = ${me}
        and ${current('a', today)}) as roles,
      coalesce((select json_agg(json_build_object('id', c.id, 'part', cm.part))
        from circle_member cm join circle c on c.owner_id = cm.owner_id and c.id = cm.circle_id
        where cm.owner_id = ${owner} and cm.person_id = ${me} and cm.ends_at is null and c.ended_at is null
        and not (c.excludes_managers and exists (
          select 1 from circle_member other join line_management lm
            on lm.owner_id = other.owner_id and lm.person_id = other.person_id
          where other.owner_id = ${owner} and other.circle_id = c.id and other.ends_at is null
            and lm.manager_id = ${me} and ${current('lm', today)}))), '[]'::json) as circles,
      array(select distinct ms.unit_id::text from membership ms where ms.owner_id = ${owner} and ms.person_id = ${me}
        and ${current('ms', today)}) as units,
      array(select distinct lm.person_id::text from line_management lm where lm.owner_id = ${owner}
        and lm.manager_id = ${me} and ${current('lm', today)}) as manages,
      ${furtherPrincipals(owner, me, today)} as further
  `.execute(db);
  const row = rows[0]!;
  // A person whose membership has ended keeps what is theirs and holds nothing of the organisation's.
  const belongs = row.kind !== null;
  const circles = new Map<string, Set<string>>();
  if (belongs) {
    for (const { id, part } of row.circles) circles.set(id, (circles.get(id) ?? new Set()).add(part));
  }
  const roles = belongs ? row.roles : [];
  const units = belongs ? row.units : [];
  return {
    ...person,
    theme: person.theme as Standing['theme'],
    organisation,
    kind: row.kind,
    roles: new Set(roles),
    circles,
    units,
    manages: row.manages,
    // What colleagues shared with them by name was shared with somebody who works there.
    principals: belongs
      ? [
          principals.person(me),
          ...(row.kind !== 'guest' ? [principals.kind(owner, row.kind!)] : []),
          ...roles.map((role) => principals.role(owner, role)),
          ...[...circles].flatMap(([id, parts]) => [
            principals.circle(id),
            ...[...parts].map((part) => principals.circle(id, part)),
          ]),
          ...units.map(principals.unit),
          ...row.further,
        ]
      : [],
  };
}

/**
 * Says that somebody's roles, circles, units or managers changed, so that nobody's remembered
 * standing is used again. Call it in the transaction of every such change.
 */
export async function standingsChanged(tx: Db, organisationId: string): Promise<void> {
  await tx
    .insertInto('access_epoch')
    .values({ owner_id: organisationId, epoch: 1 })
    .onConflict((conflict) =>
      conflict.column('owner_id').doUpdateSet((row) => ({ epoch: row('access_epoch.epoch', '+', 1) })),
    )
    .execute();
}
