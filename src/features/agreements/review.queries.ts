import type { Db } from '#platform/db/database.ts';
import type { Agreement } from './agreement.ts';

export interface Review {
  round: number;
  version: number;
  keep: string;
  change: string;
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
      'p.name as writtenBy',
      'r.written_at as writtenAt',
    ])
    .where('r.owner_id', '=', ownerId)
    .where('r.agreement_id', '=', id)
    .orderBy('r.round', 'desc')
    .limit(50)
    .execute();
