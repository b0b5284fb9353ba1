import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { formatTime, t } from '#platform/i18n/i18n.ts';
import type { Step } from '#features/programmes/index.ts';
import { minutesPolicy } from './sessions.policy.ts';

/** Somebody else who opened a section to write in it and has not saved it yet. */
export interface WritingNow {
  section: string;
  name: string;
  since: string;
}

/** After so long without a word nobody is taken to be writing any more. */
const minutesWithoutAWord = 10;

/** Who else is writing at the step `s`, by section, as JSON; nothing for those who may not read it. */
export const writingNowJson = (who: Who, now: Date): RawBuilder<WritingNow[]> => sql`coalesce((
  select json_agg(json_build_object('section', w.section, 'name', p.name, 'since', w.since) order by w.since)
  from section_writing w
  join item i on i.owner_id = w.owner_id and i.id = w.step_id
  join person p on p.id = w.person_id
  where w.owner_id = s.owner_id and w.step_id = s.id and w.until > ${now} and w.person_id <> ${who.personId}
    and i.ended_at is null and ${who.sees('i', minutesPolicy)}), '[]'::json)`;

/** "Amina is writing here, since 14:02." Two or more are told one after another. */
export const writingWords = (writing: readonly WritingNow[], section: string): string =>
  writing
    .filter((each) => each.section === section)
    .map(({ name, since }) =>
      t('{name} is writing here, since {time}.', { name, time: formatTime(new Date(since)) }),
    )
    .join(' ');

type Place = Pick<Step, 'owner_id' | 'id'>;

/**
 * Says that a person is writing in a section, from now or for longer, and forgets what has run out. It keeps nobody
 * else out.
 */
export async function takeSection(
  tx: Db,
  step: Place,
  section: string,
  personId: string,
  now: Date,
): Promise<void> {
  const until = new Date(now.getTime() + minutesWithoutAWord * 60_000);
  await tx
    .deleteFrom('section_writing')
    .where('owner_id', '=', step.owner_id)
    .where('step_id', '=', step.id)
    .where('until', '<=', now)
    .execute();
  await tx
    .insertInto('section_writing')
    .values({ owner_id: step.owner_id, step_id: step.id, section, person_id: personId, since: now, until })
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'step_id', 'section', 'person_id']).doUpdateSet({ until }),
    )
    .execute();
}

/** They are not writing in it any more: it is saved, or left. */
export async function leaveSection(tx: Db, step: Place, section: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('section_writing')
    .where('owner_id', '=', step.owner_id)
    .where('step_id', '=', step.id)
    .where('section', '=', section)
    .where('person_id', '=', personId)
    .execute();
}
