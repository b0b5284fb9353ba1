import type { RawBuilder } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { LinkAction } from '#ui/actions.ts';
import type { OwnEvidence } from '#features/evidence/index.ts';

/** What a person has of their own of one sort, as it stands under one of the seven sources: names and days, no more. */
export interface EvidenceList {
  readonly sort: OwnEvidence;
  /** "Recordings of your lessons" */
  heading(): string;
  /**
   * A select of exactly these columns, of what is this person's own and was not taken away:
   *
   *   id uuid
   *   day date      of the lesson where there was one, otherwise of the writing
   *   facts jsonb   whatever `title` and `href` need
   */
  select(who: Who): RawBuilder<unknown>;
  /** What one of them is called, in the reader's language. */
  title(facts: never): string;
  href(facts: never, id: string): string;
  /** Where all of them stand; nothing for those who cannot go there. */
  all(who: Who): LinkAction | undefined;
}

/** One thing of a person's own, as the database gives it; the day is 'YYYY-MM-DD'. */
export interface EvidenceRow {
  id: string;
  day: string;
  facts: never;
}
