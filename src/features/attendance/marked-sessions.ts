import { type Expression, type RawBuilder, sql } from 'kysely';

export type Day = string | Expression<unknown>;
export interface Span {
  from: Day;
  until: Day;
}

/** What a mark counts as. */
export type Category = 'present' | 'approved' | 'authorised' | 'unauthorised' | 'unable' | 'not-possible';

/** Whether a marked session under `alias` is a possible one: what cannot be attended does not count against anybody. */
export const isPossible = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.category`)} in ('present', 'approved', 'authorised', 'unauthorised'))`;

/** Whether it was attended: at school, or educated elsewhere with the school's approval. */
export const isAttended = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.category`)} in ('present', 'approved'))`;

/** Whether it was missed, with or without leave. */
export const isAway = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.category`)} in ('authorised', 'unauthorised'))`;

/** Codes of unauthorised absence whose reason is known: on holiday, not accepted, late after the register closed. */
const reasonKnown = ['G', 'O', 'U', 'W'];

/** Whether nobody has said yet why: away without leave, by a code that gives no reason. */
export const isUnexplained = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.category`)} = 'unauthorised'
    and ${sql.ref(`${alias}.national`)} <> all(${reasonKnown}::text[]))`;

/** Whether it was late, before the register closed or after. */
export const isLate = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.national`)} in ('L', 'U') or ${sql.ref(`${alias}.minutes`)} > 0)`;

/** The name of the pupil's form on a day; where there is none, of a class. */
export const formName = (owner: string, pupil: RawBuilder<unknown>, today: Day): RawBuilder<string | null> =>
  sql<
    string | null
  >`(select fu.name from membership fm join unit fu on fu.owner_id = ${owner} and fu.id = fm.unit_id
      and fu.kind in ('form', 'class') and fu.ended_at is null
    where fm.owner_id = ${owner} and fm.person_id = ${pupil} and fm.part = 'pupil' and fm.ended_at is null
      and (fm.starts_on is null or fm.starts_on <= ${today}) and (fm.ends_on is null or fm.ends_on >= ${today})
    order by fu.kind = 'form' desc, fu.sort_name limit 1)`;
