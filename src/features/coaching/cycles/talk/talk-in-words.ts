import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Together } from '../../together.ts';
import { titleOf } from './conversation.ts';
import { partsOf } from './parts.ts';

interface Row {
  on: string;
  written: { part: string; text: string }[];
  notes: { subject: string; words: string; author: string }[];
}

type Field = { label: string; text: string };

/** All that was written of the conversations of a pairing and of other support, for those whom the law lets open it. */
export async function talkInWords(db: Db, together: Together): Promise<Field[]> {
  const { ownerId, id } = together;
  const { rows } = await sql<Row>`
    select c.on_date as "on",
      coalesce((select json_agg(json_build_object('part', w.part, 'text', w.text)) from conversation_part w
        where w.owner_id = c.owner_id and w.conversation_id = c.id), '[]'::json) as written,
      coalesce((select json_agg(json_build_object('subject', n.subject, 'words', n.words, 'author', p.name)
          order by n.noted_at)
        from dialogue_note n join person p on p.id = n.author_id
        where n.owner_id = c.owner_id and n.conversation_id = c.id), '[]'::json) as notes
    from conversation c where c.owner_id = ${ownerId} and c.coaching_id = ${id} order by c.on_date, c.id`.execute(
    db,
  );
  const supports = await db
    .selectFrom('brokered_support')
    .select(['what', 'who', 'came_of_it'])
    .where('owner_id', '=', ownerId)
    .where('coaching_id', '=', id)
    .orderBy('offered_at')
    .execute();
  const parts = new Map(partsOf(together).map((part) => [part.id, part.title]));
  return [
    ...rows.flatMap((row) => [
      ...row.written.map(({ part, text }) => ({
        label: `${titleOf(row)}: ${parts.get(part) ?? part}`,
        text,
      })),
      ...row.notes.map(({ subject, words, author }) => ({
        label: t('{conversation}: noted by {name}', { conversation: titleOf(row), name: author }),
        text: [subject, words].filter(Boolean).join('\n'),
      })),
    ]),
    ...supports.map(({ what, who, came_of_it }) => ({
      label: t('Other support'),
      text: [what, who, came_of_it].filter(Boolean).join('\n'),
    })),
  ];
}
