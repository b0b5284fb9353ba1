import { type RawBuilder, sql } from 'kysely';
import type { Item, Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { insertItem } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import type { Step } from '#features/programmes/index.ts';
import { minutesPolicy } from './sessions.policy.ts';

/** One section of what is noted at a step. */
export interface Section {
  id: string;
  section: string;
  text: string;
  version: number;
  writtenBy: string;
  writtenAt: string;
}

/** What is noted at the step `s`, as JSON; nothing for those who may not read it. */
export const sectionsJson = (who: Who): RawBuilder<Section[]> => sql`coalesce((
  select json_agg(json_build_object('id', n.id, 'section', n.section, 'text', n.text, 'version', n.version,
    'writtenBy', p.name, 'writtenAt', n.written_at))
  from step_minutes n
  join item i on i.owner_id = n.owner_id and i.id = n.step_id
  join person p on p.id = n.written_by
  where n.owner_id = s.owner_id and n.step_id = s.id and i.ended_at is null
    and ${who.sees('i', minutesPolicy)}), '[]'::json)`;

/**
 * The minutes of a step, as an item of the step's id: made the first time, opened every time. `begun` says by whom
 * and when, where that is not to be this person now. Call it with the step locked. Throws `NotAllowed` for those who
 * may not read them.
 */
export async function openMinutes(
  change: Change,
  step: Step,
  begun: { authorId: string; at: Date } = { authorId: change.who.personId, at: change.now },
): Promise<Item> {
  await makeMinutes(change.tx, step, begun);
  return change.open(minutesPolicy, step.id);
}

/** The item of what is written at a step, made where it is not there yet. Call it with the step locked. */
export async function makeMinutes(
  tx: Db,
  step: Pick<Step, 'owner_id' | 'id' | 'programme_id'>,
  begun: { authorId: string; at: Date },
): Promise<void> {
  if (await hasMinutes(tx, step)) return;
  await insertItem(
    tx,
    {
      id: step.id,
      ownerId: step.owner_id,
      policy: minutesPolicy,
      authorId: begun.authorId,
      circleId: step.programme_id,
    },
    begun.at,
  );
}

const hasMinutes = async (tx: Db, step: Pick<Step, 'owner_id' | 'id'>): Promise<boolean> =>
  (await tx
    .selectFrom('item')
    .select('id')
    .where('owner_id', '=', step.owner_id)
    .where('id', '=', step.id)
    .executeTakeFirst()) !== undefined;

/** One section as it stands now, with who wrote it. */
export const selectSection = (tx: Db, step: Pick<Step, 'owner_id' | 'id'>, section: string) =>
  tx
    .selectFrom('step_minutes as n')
    .innerJoin('person as p', 'p.id', 'n.written_by')
    .selectAll('n')
    .select('p.name as writtenBy')
    .where('n.owner_id', '=', step.owner_id)
    .where('n.step_id', '=', step.id)
    .where('n.section', '=', section)
    .executeTakeFirst();
