import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { partsOf } from './clip-forms/clip-form.ts';
import { type NoteSort, sortInWords, timeInWords } from './note.ts';

interface Row {
  sort: NoteSort | 'answer' | 'clip' | 'reel';
  title: string;
  fromMs: number;
  toMs: number | null;
  text: string;
  form: string | null;
  answers: Record<string, string> | null;
  at: Date;
}

/**
 * What a person noted on recordings, answered, wrote about clips and put into reels: their own words, and nobody else's. A
 * transcript stays: what pupils said in it is not theirs.
 */
export async function takeAwayNotes(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const owners = [...organisationIds];
  // That of a recording which is closed may say whom it is about.
  const title = sql`case when exists (select 1 from recording_pupil cp where cp.owner_id = r.owner_id
      and cp.recording_id = r.id and cp.shown = 'seen' and cp.taken_back_at is not null)
    and not exists (select 1 from item i where i.owner_id = r.owner_id and i.id = r.id and i.author_id = ${personId})
    then '' else r.title end`;
  const { rows } = await sql<Row>`
    select n.sort, ${title} as title, n.from_ms as "fromMs", n.to_ms as "toMs", n.text, null as form, null::jsonb as answers,
      n.created_at as at
    from recording_note n join recording r on r.owner_id = n.owner_id and r.id = n.recording_id
    where n.owner_id = any(${owners}::uuid[]) and n.person_id = ${personId} and n.ended_at is null and n.text <> ''
    union all
    select 'answer', ${title}, n.from_ms, n.to_ms, a.text, null, null, a.created_at
    from recording_reply a join recording_note n on n.owner_id = a.owner_id and n.id = a.note_id
    join recording r on r.owner_id = a.owner_id and r.id = a.recording_id
    where a.owner_id = any(${owners}::uuid[]) and a.person_id = ${personId} and a.ended_at is null
    union all
    select 'clip', ${title}, f.from_ms, f.to_ms, '', f.form, f.answers, f.updated_at
    from recording_clip_form f join recording r on r.owner_id = f.owner_id and r.id = f.recording_id
    where f.owner_id = any(${owners}::uuid[]) and f.person_id = ${personId} and f.ended_at is null
    union all
    select 'reel', ${title}, c.from_ms, c.to_ms, c.title, null, null, c.created_at
    from recording_clip c join recording r on r.owner_id = c.owner_id and r.id = c.recording_id
    where c.owner_id = any(${owners}::uuid[]) and c.person_id = ${personId} and c.ended_at is null
    order by at`.execute(db);
  if (rows.length === 0) return [];
  return [
    {
      title: t('What I noted on recordings'),
      entries: rows.map((row) => ({
        title: t('{title}, {time}', { title: row.title || t('A recording'), time: timeInWords(row) }),
        at: row.at,
        fields: fieldsOf(row),
      })),
      stays: t(
        'A recording is in the keeping of the school, with the notes on it. Your copy holds your own words.',
      ),
    },
  ];
}

function fieldsOf({ sort, text, form, answers }: Row): { label: string; text: string }[] {
  if (sort === 'answer') return [{ label: t('Answer'), text }];
  if (sort === 'reel') return [{ label: t('In my reel'), text }];
  if (sort !== 'clip') return [{ label: sortInWords(sort), text }];
  return partsOf({ form: form ?? '', answers })
    .filter(({ id }) => answers?.[id])
    .map(({ id, title }) => ({ label: title, text: answers?.[id] ?? '' }));
}
