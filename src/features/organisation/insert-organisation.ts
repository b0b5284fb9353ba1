import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { comparable } from '#platform/i18n/comparable.ts';

export const organisationKinds = ['school', 'trust', 'local-authority', 'agency'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export interface NewOrganisation {
  id?: string | undefined;
  kind: OrganisationKind;
  name: string;
  /** The organisation it is part of, with that one's path. */
  parent?: { id: string; path: string } | undefined;
  /** IANA: 'Europe/London'. */
  timeZone: string;
  /** BCP 47: 'en-GB'. */
  locale: string;
  /** ISO 4217: 'GBP'. */
  currency: string;
}

/** Writes a school or what schools belong to. `path` holds the ids from the top of the tree down to itself. */
export async function insertOrganisation(
  tx: Db,
  organisation: NewOrganisation,
  now: Date,
): Promise<{ id: string; path: string }> {
  const id = organisation.id ?? newId(now);
  const path = `${organisation.parent?.path ?? '/'}${id}/`;
  await tx
    .insertInto('organisation')
    .values({
      id,
      kind: organisation.kind,
      parent_id: organisation.parent?.id ?? null,
      path,
      name: organisation.name,
      sort_name: comparable(organisation.name) || organisation.name.toLowerCase(),
      time_zone: organisation.timeZone,
      locale: organisation.locale,
      currency: organisation.currency,
      created_at: now,
      ended_at: null,
    })
    .execute();
  return { id, path };
}
