import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
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

/** The section of a session that is led, as against those of a meeting's agenda. */
export const notesSection = 'notes';

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
 * The minutes of a step, as an item of the step's id: made the first time, opened every time.
 * Call it with the step locked. Throws `NotAllowed` for those who may not read them.
 */
export async function openMinutes(change: Change, step: Step) {
  const { tx } = change;
  if (!(await hasMinutes(tx, step)))
    await insertItem(
      tx,
      {
        id: step.id,
        ownerId: step.owner_id,
        policy: minutesPolicy,
        authorId: change.who.personId,
        circleId: step.programme_id,
      },
      change.now,
    );
  return change.open(minutesPolicy, step.id);
}

const hasMinutes = async (tx: Db, step: Step): Promise<boolean> =>
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
