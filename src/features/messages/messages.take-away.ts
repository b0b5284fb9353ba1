import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

interface Written {
  text: string;
  title: string;
  people: string | null;
  at: Date;
}

/** What one wrote, with whom or in what; not what others wrote. */
export async function takeAwayMessages(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Written>`
    select m.text, c.title, m.written_at as at,
      (select string_agg(p.name, ', ' order by p.sort_name) from talk_person t join person p on p.id = t.person_id
        where t.owner_id = m.owner_id and t.talk_id = c.id and t.part <> 'watcher' and t.person_id <> ${personId})
        as people
    from message m join talk c on c.owner_id = m.owner_id and c.id = m.talk_id
    where m.owner_id = any(${organisationIds}::uuid[]) and m.author_id = ${personId} and m.undone_at is null
    order by m.written_at, m.id`.execute(db);
  if (rows.length === 0) return [];
  return [
    {
      title: t('Messages I wrote'),
      entries: rows.map(({ text, title, people, at }) => ({
        title: title || (people ?? t('A conversation')),
        at,
        fields: [{ label: t('Message'), text }],
      })),
      stays: t('The conversations, with what others wrote in them, stay with the school.'),
    },
  ];
}
