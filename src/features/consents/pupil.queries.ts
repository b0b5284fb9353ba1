import { type Expression, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { notOver } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Answer, How, Standing } from './consent.ts';
import { mayReadPupil } from './consents.access.ts';
import { standingIn } from './standing.ts';
import { yearEnd } from './year-end.ts';

/** One answer in a pupil's history. */
export interface KeptConsent {
  id: string;
  purpose: string;
  answer: Answer;
  givenBy: string;
  how: How;
  givenOn: string;
  until: string | null;
  recordedBy: string;
  createdAt: Date;
  withdrawnAt: Date | null;
  /** Who wrote down that it is taken back, and who had said so. */
  withdrawnBy: string | null;
  withdrawnById: string | null;
  withdrawnWord: string | null;
  endedAt: Date | null;
  /** Another answer came in its place; where it ended without, it was taken out again as a slip. */
  wasReplaced: boolean;
  /** How it stands today, had no other come after it. */
  standing: Standing;
}

export interface PupilConsents {
  personId: string;
  name: string;
  yearLabel: string | null;
  /** The last day of the school year that consents asked for now are given for. */
  yearEnd: string | null;
  /** Newest first. */
  consents: KeptConsent[];
}

/** One pupil with every answer there was. Throws `NotFound` where there is none, or none this person reads of. */
export async function selectPupil(db: Db, who: Who, personId: string, today: string): Promise<PupilConsents> {
  if (!isId(personId)) throw new NotFound();
  const { pupils, consents } = await ask(db, who, { personId, today });
  if (!pupils[0]) throw new NotFound();
  return { ...pupils[0], consents };
}

const ask = composed((who, given: Given<{ personId: string; today: string }>) => {
  const owner = who.organisationId;
  const { personId, today } = given;
  const here = readable(who, given);
  return {
    pupils: list<Omit<PupilConsents, 'consents'>>(sql`
      select m.person_id as "personId", p.name, m.year_label as "yearLabel", ${yearEnd(owner, today)} as "yearEnd"
      from member m join person p on p.id = m.person_id where ${here}`),
    consents: list<KeptConsent>(
      sql`select c.id, c.purpose, c.answer, c.given_by as "givenBy", c.how, c.given_on as "givenOn", c.until,
          w.name as "recordedBy", c.created_at as "createdAt", c.withdrawn_at as "withdrawnAt",
          b.name as "withdrawnBy", c.withdrawn_by as "withdrawnById", c.withdrawn_word as "withdrawnWord",
          c.ended_at as "endedAt", c.ended_by_batch is not null as "wasReplaced", ${standingIn('c', today)} as standing
        from consent c join person w on w.id = c.recorded_by left join person b on b.id = c.withdrawn_by
        where c.owner_id = ${owner} and c.person_id = ${personId} and exists (
          select 1 from member m where ${here})
        order by c.created_at desc, c.id desc limit 500`,
      { createdAt: 'moment', withdrawnAt: 'moment', endedAt: 'moment' },
    ),
  };
});

const readable = (
  who: Who,
  { personId, today }: { personId: Expression<string>; today: Expression<string> },
) =>
  sql`m.owner_id = ${who.organisationId} and m.person_id = ${personId} and m.kind = 'pupil' and ${notOver('m', today)}
    and ${mayReadPupil(who, 'm', today)}`;
