import { type RawBuilder, sql } from 'kysely';

/**
 * What else stands for a person in an organisation, as a `select` of one column of texts that names its owner. What the
 * kernel knows by itself stands in `standing.ts`; a feature that knows more (whose children are where) says it here.
 */
export type PrincipalSource = (
  organisationId: string,
  personId: string,
  today: string,
) => RawBuilder<unknown>;

const sources: PrincipalSource[] = [];

/** Adds principals that grants may name. Call `standingsChanged` beside each write of what they are read from. */
export function addPrincipals(source: PrincipalSource): void {
  sources.push(source);
}

/** All of them, as one array within the statement that reads a standing. */
export const furtherPrincipals: PrincipalSource = (organisationId, personId, today) =>
  sources.length === 0
    ? sql`'{}'::text[]`
    : sql`array(${sql.join(
        sources.map((source) => source(organisationId, personId, today)),
        sql` union `,
      )})`;
