import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { askingWords, type AskingMoment } from './asking-moment.ts';
import { type SaidByQuestion, saidTexts, type Side } from './questions-form.ts';

interface Row {
  title: string;
  moment: AskingMoment;
  side: Side;
  said: SaidByQuestion;
  wordsShown: boolean;
  at: Date;
}

interface KeptGroup {
  programme: string;
  sharedWith: string[];
  at: Date;
}

/** What one said oneself, and with whom one shares figures. The figures of pupils, what their groups are called and who is who stay: they are about pupils. */
export async function takeAwayEvaluation(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Row>`
    select p.title, w.moment, w.side, w.said, w.words_shown as "wordsShown", w.updated_at as at
    from evaluation_answer w
    join evaluation e on e.owner_id = w.owner_id and e.id = w.evaluation_id
    join programme p on p.owner_id = e.owner_id and p.id = e.programme_id
    where w.owner_id = any(${organisationIds}::uuid[]) and w.person_id = ${personId}
    order by w.updated_at`.execute(db);
  const groups = await selectKeptGroups(db, personId, organisationIds);
  if (rows.length + groups.length === 0) return [];
  return [
    {
      title: t('What I said about programmes, and whom I show figures'),
      entries: [
        ...rows.map(({ title, moment, side, said, wordsShown, at }) => ({
          title: t('{programme}: {moment}', { programme: title, moment: askingWords(moment) }),
          at,
          fields: [
            ...saidTexts(said, side).map(({ label, text }) => ({ label, text })),
            {
              label: t('My own words'),
              text: wordsShown ? t('May be read by others, without my name.') : t('Are read by nobody else.'),
            },
          ],
        })),
        ...groups.map(({ programme, sharedWith, at }) => ({
          title: t('{programme}: a group of pupils whose figures I keep', { programme }),
          at,
          fields: [
            {
              label: t('Shared with'),
              text: sharedWith.length > 0 ? formatList(sharedWith) : t('Nobody'),
            },
          ],
        })),
      ],
      stays: t(
        'Figures of pupils, and your list of who is who, stay with the school: they are about pupils.',
      ),
    },
  ];
}

async function selectKeptGroups(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<KeptGroup[]> {
  const { rows } = await sql<KeptGroup>`
    select p.title as programme, g.created_at as at,
      array(select n.name from audience_grant a join person n on a.principal = 'person:' || n.id
        where a.owner_id = i.owner_id and a.audience_id = i.audience_id order by n.sort_name) as "sharedWith"
    from evaluation_group g
    join item i on i.owner_id = g.owner_id and i.id = g.id
    join evaluation e on e.owner_id = g.owner_id and e.id = g.evaluation_id
    join programme p on p.owner_id = e.owner_id and p.id = e.programme_id
    where g.owner_id = any(${organisationIds}::uuid[]) and g.teacher_id = ${personId} and i.ended_at is null
    order by g.created_at, g.id`.execute(db);
  return rows;
}
