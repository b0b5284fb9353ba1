import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { type How, howWords } from '#features/try-outs/index.ts';
import { takeAwayExchange } from './exchange/exchange.take-away.ts';
import { saidIn } from './practice-form.ts';
import type { RehearsalHow, WrittenPractice } from './practice.ts';
import { rehearsalWords } from './stage-words.ts';
import { selectLibraryTitles, type Titles, titleIn } from './techniques/library-titles.queries.ts';

interface Row extends WrittenPractice {
  createdAt: Date;
  rehearsals: { onDate: string; how: RehearsalHow; words: string }[];
  looks: { on: string; how: How; note: string }[];
}

/** One's own practice: what one practised, pictured, rehearsed and found when meeting it again. */
export async function takeAwayPractice(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const titles = await selectLibraryTitles(db, organisationIds);
  return [
    ...(await practiceSection(db, personId, titles)),
    ...(await takeAwayExchange(db, personId, organisationIds, titles)),
  ];
}

async function practiceSection(db: Db, personId: string, titles: Titles): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Row>`
    select x.technique, x.words, x.where_used as "whereUsed", x.model, x.replaces, x.created_at as "createdAt",
      coalesce((select json_agg(json_build_object('onDate', r.on_date, 'how', r.how, 'words', r.words)
          order by r.on_date, r.id) from practice_rehearsal r where r.owner_id = x.owner_id and r.practice_id = x.id
          and r.ended_at is null), '[]'::json) as rehearsals,
      coalesce((select json_agg(json_build_object('on', l.looked_at::date, 'how', l.how, 'note', l.note)
          order by l.number) from practice_look l where l.owner_id = x.owner_id and l.practice_id = x.id
          and l.looked_at is not null), '[]'::json) as looks
    from practice x join item i on i.owner_id = x.owner_id and i.id = x.id
    where x.owner_id = ${personId} and i.ended_at is null order by x.created_at, x.id`.execute(db);
  if (rows.length === 0) return [];
  return [
    {
      title: t('My practice'),
      entries: rows.map((row) => ({
        title: row.words,
        at: row.createdAt,
        fields: [
          { label: t('The technique'), text: titleIn(row.technique, titles) },
          ...saidIn(row),
          ...row.rehearsals.map(({ onDate, how, words }) => ({
            label: t('Rehearsed on {day}', { day: formatDate(onDate) }),
            text: [rehearsalWords(how), words].filter(Boolean).join(': '),
          })),
          ...row.looks.map(({ on, how, note }) => ({
            label: t('Met again on {day}', { day: formatDate(on) }),
            text: [t(howWords[how]), note].filter(Boolean).join(': '),
          })),
        ]
          .filter(({ text }) => text)
          .map(({ label, text }) => ({ label, text })),
      })),
      stays: '',
    },
  ];
}
