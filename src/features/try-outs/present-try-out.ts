import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { titleOf } from './addresses.ts';
import { saidIn, type Written } from './try-out-form.ts';

type Row = Pick<Written, 'texts' | 'pupils' | 'technique' | 'heldConstant' | 'changed'> & {
  school: string;
  notes: string[];
};

/** A try-out in words, with what was said beside it, for those whom the law lets open it. */
export async function presentTryOut(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { rows } = await sql<Row>`
    select t.texts, t.pupils, t.technique, t.held_constant as "heldConstant", t.changed, t.organisation_id as school,
      array(select r.note from try_out_revisit r where r.owner_id = t.owner_id and r.try_out_id = t.id
        and r.note <> '' order by r.number) as notes
    from try_out t where t.owner_id = ${ownerId} and t.id = ${id}`.execute(db);
  const row = rows[0]!;
  const comments = await db
    .selectFrom('try_out_comment as c')
    .innerJoin('person as p', 'p.id', 'c.author_id')
    .select(['p.name', 'c.words'])
    .where('c.owner_id', '=', row.school)
    .where('c.try_out_owner_id', '=', ownerId)
    .where('c.try_out_id', '=', id)
    .where('c.ended_at', 'is', null)
    .orderBy('c.created_at')
    .execute();
  return {
    title: titleOf({ technique: row.technique, tried: row.texts.tried }),
    fields: [
      ...saidIn(row)
        .filter(({ text }) => text)
        .map(({ label, text }) => ({ label, text })),
      ...row.notes.map((text) => ({ label: t('Looked at again'), text })),
      ...comments.map(({ name, words }) => ({ label: t('{name} said', { name }), text: words })),
    ],
  };
}
