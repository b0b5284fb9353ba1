import type { Db } from '#platform/db/database.ts';
import type { Side, SaidByQuestion } from './questions-form.ts';

export interface OwnAnswer {
  id: string;
  moment: 'end' | 'delayed';
  side: Side;
  said: SaidByQuestion;
  wordsShown: boolean;
  version: number;
  updatedAt: Date;
}

/** One's own answers to the questions of an evaluation; nobody else's are asked for. */
export const selectOwnAnswers = (
  db: Db,
  ownerId: string,
  evaluationId: string,
  personId: string,
): Promise<OwnAnswer[]> =>
  db
    .selectFrom('evaluation_answer')
    .select(['id', 'moment', 'side', 'said', 'words_shown as wordsShown', 'version', 'updated_at as updatedAt'])
    .where('owner_id', '=', ownerId)
    .where('evaluation_id', '=', evaluationId)
    .where('person_id', '=', personId)
    .execute() as Promise<OwnAnswer[]>;
