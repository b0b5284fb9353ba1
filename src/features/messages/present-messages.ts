import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';

/** A conversation whole, with what was taken back and held, for those whom the law lets open it. */
export async function presentTalk(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { rows } = await sql<{ title: string; people: string | null }>`
    select c.title, (select string_agg(p.name, ', ' order by p.sort_name) from talk_person t
        join person p on p.id = t.person_id where t.owner_id = ${ownerId} and t.talk_id = c.id) as people
    from talk c where c.owner_id = ${ownerId} and c.id = ${id}`.execute(db);
  const { rows: messages } = await sql<{
    author: string;
    text: string;
    at: Date;
    takenBack: boolean;
    undone: boolean;
    held: boolean;
  }>`
    select a.name as author, m.text, m.written_at as at, m.taken_back_at is not null as "takenBack",
      m.undone_at is not null as undone, m.held
    from message m join person a on a.id = m.author_id
    where m.owner_id = ${ownerId} and m.talk_id = ${id} order by m.written_at, m.id`.execute(db);
  const { title, people } = rows[0]!;
  return {
    title: title || (people ?? t('A conversation')),
    fields: [
      { label: t('Between'), text: people ?? '' },
      ...messages.map(({ author, text, at, takenBack, undone, held }) => ({
        label: [
          author,
          formatMoment(at),
          takenBack ? t('taken back by its author') : '',
          undone ? t('not sent') : '',
          held ? t('held') : '',
        ]
          .filter(Boolean)
          .join(', '),
        text,
      })),
    ],
  };
}

/** A report with the message it is about. */
export async function presentReport(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { rows } = await sql<{ text: string; answer: string; message: string; author: string; at: Date }>`
    select r.text, r.answer, m.text as message, a.name as author, r.created_at as at
    from message_report r join message m on m.owner_id = ${ownerId} and m.id = r.message_id
    join person a on a.id = m.author_id
    where r.owner_id = ${ownerId} and r.id = ${id}`.execute(db);
  const row = rows[0]!;
  return {
    title: t('A report about a message'),
    fields: [
      { label: t('When'), text: formatMoment(row.at) },
      { label: t('What was said'), text: row.text },
      { label: t('Written by'), text: row.author },
      { label: t('The message'), text: row.message },
      { label: t('Words for whoever reported it'), text: row.answer },
    ],
  };
}
