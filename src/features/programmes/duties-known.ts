import { type Expression, type RawBuilder, sql } from 'kysely';

type Day = string | Expression<unknown>;

/** When people are kept busy by duties, as a select of person_id, id, on_date, starts_at and ends_at ('08:50'). */
type Duties = (owner: string, days: { from: Day; until: Day }) => RawBuilder<unknown>;

let known: Duties = () => sql`select null::uuid as person_id, null::uuid as id, null::date as on_date,
  ''::text as starts_at, ''::text as ends_at where false`;

/**
 * The room of rotas says who is on duty. It asks cover who is away, and cover asks here what people have, so nothing
 * here can ask rotas.
 */
export const dutiesAreKnownBy = (select: Duties): void => void (known = select);

export const knownDuties: Duties = (owner, days) => known(owner, days);
