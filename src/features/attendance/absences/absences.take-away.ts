import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Part, type Sort, sortInWords } from '../attendance.ts';
import { daysInWords } from './absence.ts';

interface Said {
  pupil: string;
  fromOn: string;
  untilOn: string;
  part: Part;
  sort: Sort;
  words: string;
  answer: string;
  at: Date;
}

/** What somebody said online about their own children, with the school's answers. Registers stay with the school. */
export async function takeAwayAbsences(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Said>`
    select p.name as pupil, a.from_on as "fromOn", a.until_on as "untilOn", a.part, a.sort, a.words, a.answer,
      a.created_at as at
    from pupil_absence a join person p on p.id = a.pupil_id
    where a.owner_id = any(${organisationIds}::uuid[]) and a.written_by = ${personId} and a.said_how = 'online'
      and a.taken_back_at is null
    order by a.created_at, a.id`.execute(db);
  if (rows.length === 0) return [];
  return [
    {
      title: t('What I told the school about absences'),
      entries: rows.map((said) => ({
        title: t('{name}: {days}', { name: said.pupil, days: daysInWords(said) }),
        at: said.at,
        fields: [
          { label: t('Why'), text: sortInWords(said.sort) },
          ...(said.words === '' ? [] : [{ label: t('In your own words'), text: said.words }]),
          ...(said.answer === '' ? [] : [{ label: t('The school:'), text: said.answer }]),
        ],
      })),
      stays: t('Registers and what the school settled stay with the school, which must keep them.'),
    },
  ];
}
