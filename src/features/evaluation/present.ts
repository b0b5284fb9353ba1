import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { askingWords, type AskingMoment } from './asking-moment.ts';
import { missingWords, type Missing } from './group.ts';
import { momentWords, type Moment } from './moments.ts';
import { type SaidByQuestion, saidTexts, type Side } from './questions-form.ts';

/** Items of this room in words, for those whom the law lets open one. */

export async function presentGroup(db: Db, ownerId: string, id: string): Promise<Presented> {
  const group = await db
    .selectFrom('evaluation_group')
    .select('name')
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const figures = await db
    .selectFrom('evaluation_value as v')
    .innerJoin('evaluation_measure as m', (join) =>
      join.onRef('m.owner_id', '=', 'v.owner_id').onRef('m.id', '=', 'v.measure_id'),
    )
    .leftJoin('evaluation_pupil as u', (join) =>
      join.onRef('u.owner_id', '=', 'v.owner_id').onRef('u.id', '=', 'v.subject_id'),
    )
    .select(['u.code', 'm.title', 'v.moment', 'v.value', 'v.missing'])
    .where('v.owner_id', '=', ownerId)
    .where('v.group_id', '=', id)
    .where('v.ended_at', 'is', null)
    .orderBy('u.position')
    .orderBy('m.number')
    .orderBy('v.id')
    .execute();
  return {
    title: group.name,
    fields: figures.map(({ code, title, moment, value, missing }) => ({
      label: t('{who}: {measure}, {moment}', {
        who: code ?? t('Whole group'),
        measure: title,
        moment: momentWords(moment as Moment),
      }),
      text: value === null ? missingWords(missing as Missing) : formatNumber(value),
    })),
  };
}

export async function presentKey(db: Db, ownerId: string, id: string): Promise<Presented> {
  const key = await db
    .selectFrom('evaluation_key')
    .select(['organisation_id', 'group_id', 'names'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const names = key.names as Record<string, string>;
  const pupils = await db
    .selectFrom('evaluation_pupil')
    .select(['id', 'code'])
    .where('owner_id', '=', key.organisation_id)
    .where('group_id', '=', key.group_id)
    .orderBy('position')
    .execute();
  return {
    title: t('Who is who'),
    fields: pupils.flatMap(({ id: pupil, code }) =>
      names[pupil] ? [{ label: code, text: names[pupil] }] : [],
    ),
  };
}

export async function presentAnswers(db: Db, ownerId: string, id: string): Promise<Presented> {
  const answer = await db
    .selectFrom('evaluation_answer')
    .select(['moment', 'side', 'said'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    title: askingWords(answer.moment as AskingMoment),
    fields: saidTexts(answer.said as unknown as SaidByQuestion, answer.side as Side).map(
      ({ label, text }) => ({
        label,
        text,
      }),
    ),
  };
}
