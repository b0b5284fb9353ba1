import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { saidIn } from './practice-form.ts';
import type { WrittenPractice } from './practice.ts';

/** A practice in words, for those whom the law lets open it. */
export async function presentPractice(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { rows } = await sql<WrittenPractice & { rehearsals: string[]; notes: string[] }>`
    select x.technique, x.words, x.where_used as "whereUsed", x.model, x.replaces,
      array(select r.words from practice_rehearsal r where r.owner_id = x.owner_id and r.practice_id = x.id
        and r.ended_at is null and r.words <> '' order by r.on_date, r.id) as rehearsals,
      array(select l.note from practice_look l where l.owner_id = x.owner_id and l.practice_id = x.id
        and l.note <> '' order by l.number) as notes
    from practice x where x.owner_id = ${ownerId} and x.id = ${id}`.execute(db);
  const practice = rows[0]!;
  return {
    title: practice.words,
    fields: [
      ...saidIn(practice)
        .filter(({ text }) => text)
        .map(({ label, text }) => ({ label, text })),
      ...practice.rehearsals.map((text) => ({ label: t('Rehearsed'), text })),
      ...practice.notes.map((text) => ({ label: t('Met again'), text })),
    ],
  };
}
