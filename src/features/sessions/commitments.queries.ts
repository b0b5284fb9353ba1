import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import type { Tables } from '#platform/db/schema.generated.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { minutesPolicy } from './sessions.policy.ts';

/** Said later of what one promised. No answer is wrong. */
export const outcomes = ['tried', 'partly', 'not-yet'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Commitment {
  id: string;
  personId: string;
  name: string;
  trying: string;
  pupils: string;
  /** Why they promised more at a time than the source advises; '' where they did not. */
  beyond: string;
  dueOn: string;
  version: number;
  /** The meeting at which it was made. */
  made: { number: number; title: string; on: string };
  outcome: Outcome | null;
  report: string;
  reportedAt: string | null;
}

/** Commitments under a condition on `c` (commitment) and `m` (the meeting it was made at), as JSON. */
const commitments = (who: Who, which: RawBuilder<unknown>): RawBuilder<Commitment[]> => sql`coalesce((
  select json_agg(json_build_object('id', c.id, 'personId', c.person_id, 'name', p.name, 'trying', c.trying,
    'pupils', c.pupils, 'beyond', c.beyond, 'dueOn', c.due_on, 'version', c.version, 'outcome', c.outcome, 'report', c.report,
    'reportedAt', c.reported_at, 'made', json_build_object('number', m.number, 'title', m.title, 'on', m.on_date))
    order by p.sort_name, c.made_at)
  from commitment c
  join programme_step m on m.owner_id = c.owner_id and m.id = c.step_id
  join item i on i.owner_id = c.owner_id and i.id = c.step_id
  join person p on p.id = c.person_id
  where c.owner_id = s.owner_id and c.programme_id = s.programme_id and c.ended_at is null
    and ${which} and i.ended_at is null and ${who.sees('i', minutesPolicy)}), '[]'::json)`;

/** What was promised at the meeting `s`. */
export const madeHereJson = (who: Who): RawBuilder<Commitment[]> => commitments(who, sql`c.step_id = s.id`);

/**
 * What the meeting `s` opens with: everything promised at an earlier one that nobody has spoken of yet,
 * or that was reported at this one.
 */
export const toReportJson = (who: Who): RawBuilder<Commitment[]> =>
  commitments(
    who,
    sql`c.step_id <> s.id and (m.on_date, m.number) < (s.on_date, s.number)
      and (c.reported_step_id = s.id or c.outcome is null)`,
  );

/** How many promises of one's own in a programme one has not reported on yet. */
export async function countOpenPromises(
  tx: Db,
  programme: { owner_id: string; id: string },
  personId: string,
): Promise<number> {
  const { open } = await tx
    .selectFrom('commitment')
    .select(sql<number>`count(*)::int`.as('open'))
    .where('owner_id', '=', programme.owner_id)
    .where('programme_id', '=', programme.id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('outcome', 'is', null)
    .executeTakeFirstOrThrow();
  return open;
}

/** One's own commitment that the address names (`:commitment`). Throws `NotFound` for anybody else's. */
export async function selectOwnCommitment(change: Change): Promise<Selectable<Tables['commitment']>> {
  const { commitment = '' } = change.params;
  const row = isId(commitment)
    ? await change.tx
        .selectFrom('commitment')
        .selectAll()
        .where('owner_id', '=', change.organisationId)
        .where('id', '=', commitment)
        .where('person_id', '=', change.who.personId)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('There is no commitment of yours at this address.');
  return row;
}
