import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { How } from '#features/try-outs/index.ts';
import type { Rehearsal, Step } from './step.ts';

type Moment = 'rehearsedAt' | 'revisitedAt' | 'endedAt' | 'updatedAt';
/** A step as JSON brings it: moments are text. */
export type StepRow = Omit<Step, Moment> & {
  rehearsedAt: string | null;
  revisitedAt: string | null;
  endedAt: string | null;
  updatedAt: string;
};

/** The steps of a goal as JSON, in their order. The one whose goal it is has them under their own id. */
export const stepsJson = (
  ownerId: RawBuilder<unknown>,
  cycleId: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  coalesce((select json_agg(json_build_object('id', s.id, 'words', s.words, 'where', s.where_tried, 'beyond', s.beyond,
      'seenFirst', s.seen_first, 'rehearsedAt', s.rehearsed_at, 'rehearsedHow', s.rehearsed_how, 'triedOn', s.tried_on,
      'triedWords', s.tried_words, 'revisitOn', s.revisit_on, 'revisitedAt', s.revisited_at,
      'revisitedHow', s.revisited_how, 'revisitedWords', s.revisited_words, 'version', s.version,
      'updatedAt', s.updated_at, 'endedAt', s.ended_at) order by s.position)
    from action_step s where s.owner_id = ${ownerId} and s.cycle_id = ${cycleId}), '[]'::json)`;

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

export const toStep = (row: StepRow): Step => ({
  ...row,
  rehearsedAt: moment(row.rehearsedAt),
  revisitedAt: moment(row.revisitedAt),
  endedAt: moment(row.endedAt),
  updatedAt: new Date(row.updatedAt),
});

/** Writes a new step after the others of its goal. */
export async function insertStep(
  tx: Db,
  step: {
    ownerId: string;
    id: string;
    cycleId: string;
    position: number;
    words: string;
    where: string;
    beyond: string;
  },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('action_step')
    .values({
      owner_id: step.ownerId,
      id: step.id,
      cycle_id: step.cycleId,
      position: step.position,
      words: step.words,
      where_tried: step.where,
      beyond: step.beyond,
      tried_words: '',
      revisited_words: '',
      version: 1,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

interface StepChange {
  words?: string;
  where_tried?: string;
  seen_first?: boolean | null;
  rehearsed_at?: Date | null;
  rehearsed_how?: Rehearsal | null;
  tried_on?: string | null;
  tried_words?: string;
  revisit_on?: string | null;
  revisited_at?: Date | null;
  revisited_how?: How | null;
  revisited_words?: string;
  ended_at?: Date | null;
}

/** Saves over the version that was shown. Answers whether it was still the one that stands. */
export async function updateStep(
  tx: Db,
  step: { ownerId: string; id: string },
  shown: number,
  changed: StepChange,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('action_step')
    .set({ ...changed, version: shown + 1, updated_at: now })
    .where('owner_id', '=', step.ownerId)
    .where('id', '=', step.id)
    .where('version', '=', shown)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
