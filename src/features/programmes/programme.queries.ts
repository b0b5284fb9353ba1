import { type Selectable, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Tables } from '#platform/db/schema.generated.ts';
import { draftColumn, type DraftFields, type Writer } from '#platform/drafts/drafts.ts';

/** A programme as stored. Days are 'YYYY-MM-DD'. */
export type Programme = Selectable<Tables['programme']>;
/** Its columns that are moments, for when it comes in a list. */
export const programmeMoments = {
  published_at: 'moment',
  closed_at: 'moment',
  updated_at: 'moment',
} as const;
/** One step of a programme as stored; minutes are for one teacher. */
export type Step = Selectable<Tables['programme_step']>;

/** The programme behind a word in an address, within one organisation. */
export const selectProgramme = (db: Db, ownerId: string, slug: string): Promise<Programme | undefined> =>
  db
    .selectFrom('programme')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('slug', '=', slug)
    .executeTakeFirst();

/** One step of a programme by its number, ended ones too. */
export const selectStepByNumber = (
  db: Db,
  programme: Pick<Programme, 'owner_id' | 'id'>,
  number: number,
): Promise<Step | undefined> =>
  db
    .selectFrom('programme_step')
    .selectAll()
    .where('owner_id', '=', programme.owner_id)
    .where('programme_id', '=', programme.id)
    .where('number', '=', number)
    .executeTakeFirst();

/** The steps of a programme in order of date, without those taken out. */
export const selectSteps = (db: Db, programme: Pick<Programme, 'owner_id' | 'id'>): Promise<Step[]> =>
  steps(db, programme).execute();

/** Under which key a change of a step is kept while one writes it. */
export const stepDraft = (stepId: string): string => `${stepDraftPrefix}${stepId}`;
const stepDraftPrefix = 'programme-step:';

/** The same, each with what this person was writing in its form and left unsent. */
export const selectStepsAndDraft = (
  db: Db,
  programme: Pick<Programme, 'owner_id' | 'id'>,
  writer: Writer,
): Promise<(Step & { draft: DraftFields | null })[]> =>
  steps(db, programme)
    .select(draftColumn(writer, sql`${stepDraftPrefix}::text || ${sql.ref('programme_step.id')}`).as('draft'))
    .execute();

const steps = (db: Db, programme: Pick<Programme, 'owner_id' | 'id'>) =>
  db
    .selectFrom('programme_step')
    .selectAll()
    .where('owner_id', '=', programme.owner_id)
    .where('programme_id', '=', programme.id)
    .where('ended_at', 'is', null)
    .orderBy('on_date')
    .orderBy('starts_at')
    .orderBy('number');
