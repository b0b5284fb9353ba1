import { type RawBuilder, sql } from 'kysely';

/**
 * Of the notice `n`: whether it comes from this organisation or from somebody who belongs or belonged to it, as its
 * reader does. What comes from a colleague in another school cannot be opened in this one (`sharedHere`), so it does
 * not stand in its list nor in its letters, and waits in that school.
 */
export const fromHere = (organisationId: string): RawBuilder<boolean> =>
  sql<boolean>`(n.from_owner = ${organisationId} or exists (select 1 from member colleague
    where colleague.owner_id = ${organisationId} and colleague.person_id = n.from_owner))`;
