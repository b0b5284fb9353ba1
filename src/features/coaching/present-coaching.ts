import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { textFields } from './agreement/agreement-parts.ts';
import { talkInWords } from './cycles/talk/talk-in-words.ts';
import { selectTogether } from './together.queries.ts';
import { kindInWords } from './together.ts';

/** Everything its people say and write together in a pairing, for those whom the law lets open it. */
export async function presentCoaching(db: Db, ownerId: string, id: string): Promise<Presented> {
  const together = (await selectTogether(db, ownerId, id))!;
  const said = await selectSaid(db, ownerId, id);
  const { look_again_on: lookAgain, ...parts } = Object.fromEntries(
    textFields(together).map((field) => [field.name, field]),
  );
  return {
    title: t('{kind}: {names}', {
      kind: kindInWords(together.kind),
      names: formatList(together.people.map(({ name }) => name)),
    }),
    fields: [
      { label: t('What was written when it was asked'), text: together.askedWords },
      ...Object.values(parts).map(({ label, text }) => ({ label, text })),
      { label: lookAgain!.label, text: together.lookAgainOn ? formatDate(together.lookAgainOn) : '' },
      ...(await talkInWords(db, together)),
      ...said.map(({ on, by, text }) => ({
        label: t('Written by {name}, {day}', { name: by, day: formatDate(on) }),
        text,
      })),
    ].filter(({ text }) => text !== ''),
  };
}

/** What was written at conversations, noted on them, and suggested as other support, in order of days. */
async function selectSaid(
  db: Db,
  ownerId: string,
  id: string,
): Promise<{ on: string; by: string; text: string }[]> {
  const { rows } = await sql<{ on: string; by: string; text: string }>`
    select c.on_date as "on", n.name as by, p.text from conversation c
    join conversation_part p on p.owner_id = c.owner_id and p.conversation_id = c.id
    join person n on n.id = p.written_by
    where c.owner_id = ${ownerId} and p.owner_id = ${ownerId} and c.coaching_id = ${id} and c.ended_at is null
    union all
    select c.on_date, n.name, d.words from conversation c
    join dialogue_note d on d.owner_id = c.owner_id and d.conversation_id = c.id
    join person n on n.id = d.author_id
    where c.owner_id = ${ownerId} and d.owner_id = ${ownerId} and c.coaching_id = ${id} and c.ended_at is null
      and d.ended_at is null
    union all
    select (b.offered_at at time zone g.time_zone)::date, n.name, concat_ws(' ', b.what, b.who, b.came_of_it) from brokered_support b
    join person n on n.id = b.offered_by join organisation g on g.id = b.owner_id
    where b.owner_id = ${ownerId} and b.coaching_id = ${id} and b.ended_at is null
    order by 1`.execute(db);
  return rows;
}
