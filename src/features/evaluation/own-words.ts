import { sql } from 'kysely';
import type { Change } from '#platform/http/context.ts';
import type { OwnKind } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref } from './addresses.ts';
import { askingWords, type AskingMoment } from './asking-moment.ts';
import { lockEvaluationOf } from './evaluation.queries.ts';
import type { SaidByQuestion, Side } from './questions-form.ts';
import type { Report } from './report.ts';
import { type TakenBack, withoutWords } from './without-words.ts';

interface Facts {
  title: string;
  slug: string;
  moment: AskingMoment;
  side: Side;
  closed: boolean;
}

const shown = 'shown';

/**
 * One's own words about a programme, which one lets be read in its evaluation: in the list of what one shares.
 * They can be taken back after the questions were closed too, and then go from the published page as well.
 */
export const ownWords: OwnKind = {
  facts: (
    alias,
    organisationIds,
  ) => sql`(select json_build_object('title', wp.title, 'slug', wp.slug, 'moment', w.moment, 'side', w.side,
      'closed', exists (select 1 from evaluation_asking wa where wa.owner_id = w.owner_id
        and wa.evaluation_id = w.evaluation_id and wa.moment = w.moment and wa.closed_at is not null))
    from evaluation_answer w
    join evaluation we on we.owner_id = w.owner_id and we.id = w.evaluation_id
    join programme wp on wp.owner_id = we.owner_id and wp.id = we.programme_id
    where w.owner_id = any(${organisationIds}::uuid[]) and w.owner_id = ${sql.ref(`${alias}.owner_id`)}
      and w.id = ${sql.ref(`${alias}.id`)})`,
  title: ({ title, moment }: Facts) =>
    t('Your own words about {programme}: {moment}', { programme: title, moment: askingWords(moment) }),
  href: (facts: Facts) => evaluationHref(facts, 'questions'),
  shown: {
    when: (alias, organisationIds) => sql<boolean>`exists (select 1 from evaluation_answer sw
      where sw.owner_id = any(${organisationIds}::uuid[]) and sw.owner_id = ${sql.ref(`${alias}.owner_id`)}
        and sw.id = ${sql.ref(`${alias}.id`)} and sw.words_shown
        and jsonb_path_exists(sw.said, '$.*.words ? (@ != "")'))`,
    to: readersInWords,
  },
  async setReaders(change, item, { more = {} }) {
    // As publishing does, so that nothing is published of words that are taken back meanwhile.
    await lockEvaluationOf(change.tx, item);
    const { rows } = await sql<Answer>`
      update evaluation_answer w set words_shown = ${more.words === shown}, version = w.version + 1
      from evaluation_answer before
      where w.owner_id = ${item.ownerId} and w.id = ${item.id} and before.owner_id = ${item.ownerId} and before.id = w.id
      returning w.evaluation_id as "evaluationId", w.moment, w.side, w.said, before.words_shown as "wereShown"`.execute(
      change.tx,
    );
    const answer = rows[0]!;
    if (more.words !== shown) await takeOutOfPublished(change, item.ownerId, answer);
    await change.record({
      ownerId: item.ownerId,
      kind: more.words === shown ? 'evaluation.words-shown' : 'evaluation.words-taken-back',
      itemId: item.id,
      body: { evaluationId: answer.evaluationId, moment: answer.moment },
    });
    return { grants: [], more: { words: answer.wereShown ? shown : null } };
  },
};

function readersInWords({ side, closed }: Facts): string {
  if (side === 'leader')
    return closed
      ? t('readers of the evaluation')
      : t('readers of the evaluation, once the questions are closed');
  return closed
    ? t('readers of the evaluation, without your name, once five others have written too')
    : t(
        'readers of the evaluation, without your name, once the questions are closed and five others have written too',
      );
}

interface Answer extends TakenBack {
  evaluationId: string;
  wereShown: boolean;
}

/** The published page is a copy: what stood there of these words goes from it. */
async function takeOutOfPublished({ tx }: Change, ownerId: string, answer: Answer): Promise<void> {
  const published = await tx
    .selectFrom('evaluation_publication')
    .select(['id', 'report'])
    .where('owner_id', '=', ownerId)
    .where('evaluation_id', '=', answer.evaluationId)
    .where('ended_at', 'is', null)
    .execute();
  if (published.length === 0) return;
  const others = await tx
    .selectFrom('evaluation_answer')
    .select('said')
    .where('owner_id', '=', ownerId)
    .where('evaluation_id', '=', answer.evaluationId)
    .where('moment', '=', answer.moment)
    .where('side', '=', answer.side)
    .where('words_shown', '=', true)
    .execute();
  const stillShown = others.map(({ said }) => said as unknown as SaidByQuestion);
  for (const { id, report } of published)
    await tx
      .updateTable('evaluation_publication')
      .set({ report: JSON.stringify(withoutWords(report as unknown as Report, answer, stillShown)) })
      .where('owner_id', '=', ownerId)
      .where('id', '=', id)
      .execute();
}
