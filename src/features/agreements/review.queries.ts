import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { draftColumn, type DraftFields, type Writer } from '#platform/drafts/drafts.ts';
import type { Agreement } from './agreement.ts';

export interface Review {
  round: number;
  version: number;
  keep: string;
  change: string;
  writerId: string;
  writtenBy: string;
  writtenAt: Date;
}

/** What was said when the partners looked at their agreement again, newest first. */
export const selectReviews = (
  db: Db,
  { ownerId, id }: Pick<Agreement, 'ownerId' | 'id'>,
): Promise<Review[]> =>
  db
    .selectFrom('agreement_review as r')
    .innerJoin('person as p', 'p.id', 'r.written_by')
    .select([
      'r.round',
      'r.version',
      'r.keep',
      'r.change',
      'r.written_by as writerId',
      'p.name as writtenBy',
      'r.written_at as writtenAt',
    ])
    .where('r.owner_id', '=', ownerId)
    .where('r.agreement_id', '=', id)
    .orderBy('r.round', 'desc')
    .limit(50)
    .execute();

/** Under which key a review is kept while one writes it. */
export const reviewDraft = ({ id }: { id: string }): string => `agreement-review:${id}`;

/** The same, with what this person was writing and has not sent: one statement. */
export async function selectReviewsAndDraft(
  db: Db,
  agreement: Pick<Agreement, 'ownerId' | 'id'>,
  writer: Writer,
): Promise<{ reviews: Review[]; draft: DraftFields | null }> {
  const { rows } = await sql<{ reviews: (Review & { writtenAt: string })[]; draft: DraftFields | null }>`
    select coalesce((select json_agg(json_build_object('round', r.round, 'version', r.version, 'keep', r.keep,
          'change', r.change, 'writerId', r.written_by, 'writtenBy', p.name, 'writtenAt', r.written_at) order by r.round desc)
        from agreement_review r join person p on p.id = r.written_by
        where r.owner_id = ${agreement.ownerId} and r.agreement_id = ${agreement.id}), '[]'::json) as reviews,
      ${draftColumn(writer, reviewDraft(agreement))} as draft`.execute(db);
  const { reviews, draft } = rows[0]!;
  return { reviews: reviews.map((review) => ({ ...review, writtenAt: new Date(review.writtenAt) })), draft };
}
