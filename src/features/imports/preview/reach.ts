import type { Db } from '#platform/db/database.ts';
import { NotFound } from '#platform/errors.ts';
import { sql } from 'kysely';
import type { OrganisationKind } from '#features/organisation/index.ts';

interface ReachedOrganisation {
  id: string;
  name: string;
  kind: OrganisationKind;
  path: string;
  zone: string;
  locale: string;
  currency: string;
  ended: boolean;
}

/** How far an import reaches: the organisation that imports and what belongs to it. Never beside or above. */
export interface Reach {
  home: ReachedOrganisation;
  /** Home and below. */
  organisations: readonly ReachedOrganisation[];
  /** Their ids. */
  owners: readonly string[];
  /** Where names that sources use may be kept: the above, and those that home belongs to. */
  keyOwners: readonly string[];
}

export async function selectReach(db: Db, organisationId: string): Promise<Reach> {
  const { rows } = await sql<ReachedOrganisation>`
    select o.id, o.name, o.kind, o.path, o.time_zone as zone, o.locale, o.currency, o.ended_at is not null as ended
    from organisation h join organisation o on o.path like h.path || '%'
    where h.id = ${organisationId}
    order by o.path`.execute(db);
  const home = rows.find(({ id }) => id === organisationId);
  if (!home) throw new NotFound();
  const owners = rows.map(({ id }) => id);
  const above = home.path.split('/').filter((id) => id !== '' && id !== organisationId);
  return { home, organisations: rows, owners, keyOwners: [...above, ...owners] };
}
