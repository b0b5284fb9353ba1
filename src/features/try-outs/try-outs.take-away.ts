import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { filesInJson, type KeptFile } from '#features/files/index.ts';
import { titleOf } from './addresses.ts';
import { saidIn, type Written } from './try-out-form.ts';
import { type How, howWords } from './widening.ts';

type Row = Pick<Written, 'texts' | 'pupils' | 'technique' | 'heldConstant' | 'changed' | 'onDate'> & {
  files: KeptFile[];
  looks: { how: string; note: string }[];
};

/** One's own try-outs, with one's own material. What shows pupils or their work stays with the school. */
export async function takeAwayTryOuts(db: Db, personId: string): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Row>`
    select t.texts, t.pupils, t.technique, t.held_constant as "heldConstant", t.changed, t.on_date as "onDate",
      ${filesInJson('i')} as files,
      coalesce((select json_agg(json_build_object('how', r.how, 'note', r.note) order by r.number)
        from try_out_revisit r where r.owner_id = t.owner_id and r.try_out_id = t.id
          and r.looked_at is not null), '[]'::json) as looks
    from try_out t join item i on i.owner_id = t.owner_id and i.id = t.id
    where t.owner_id = ${personId} and i.ended_at is null order by t.on_date, t.id`.execute(db);
  if (rows.length === 0) return [];
  const staying = rows.flatMap(({ files }) => files).filter(({ ofPupils }) => ofPupils);
  return [
    {
      title: t('My try-outs'),
      entries: rows.map((row) => ({
        title: titleOf({ ...row, tried: row.texts.tried }),
        at: new Date(`${row.onDate}T00:00:00Z`),
        fields: [
          ...saidIn(row).filter(({ text }) => text),
          ...row.looks.map(({ how, note }) => ({
            label: t('Looked at again'),
            text: [t(howWords[how as How]), note].filter(Boolean).join(': '),
          })),
        ].map(({ label, text }) => ({ label, text })),
        files: row.files.filter(({ ofPupils }) => !ofPupils).map(({ name, sha256 }) => ({ name, sha256 })),
      })),
      stays: staysInWords(staying),
    },
  ];
}

function staysInWords(staying: readonly KeptFile[]): string {
  const talk = t('What others asked and answered beside your try-outs stays with the school.');
  if (staying.length === 0) return talk;
  const files = tn(
    staying.length,
    'One file shows pupils or their work and stays with the school: {names}.',
    '{n} files show pupils or their work and stay with the school: {names}.',
    { names: staying.map(({ name }) => name).join(', ') },
  );
  return `${files} ${talk}`;
}
