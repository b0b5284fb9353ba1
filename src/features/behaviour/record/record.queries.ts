import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { notOver } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { readsPupil } from '../behaviour.access.ts';
import { type FollowUp, followUpColumns, fromFollowUps } from '../follow-ups/follow-up.queries.ts';
import { eventColumns, eventMoments, fromEvents, type StaffEvent } from '../noting/event.queries.ts';
import { fromGiven, givenColumns, type GivenReward } from '../rewards/rewards.queries.ts';

/** What helps a pupil, by one of those who teach them. */
export interface HelpNote {
  id: string;
  words: string;
  shared: boolean;
  writtenBy: string;
  writtenById: string;
  version: number;
  changedAt: Date;
}

export interface PupilRecord {
  personId: string;
  name: string;
  yearLabel: string | null;
  wentWell: StaffEvent[];
  wentWrong: StaffEvent[];
  given: GivenReward[];
  followUps: FollowUp[];
  notes: HelpNote[];
}

interface Asked {
  pupilId: string;
  today: string;
  from: string;
  until: string;
  limit: number;
}

const ask = composed((who, given: Given<Asked>) => {
  const { pupilId, today, from, until, limit } = given;
  const owner = who.organisationId;
  const reads = readsPupil(who, sql`${pupilId}::uuid`, today);
  const events = (tone: 'positive' | 'negative') =>
    list<StaffEvent>(
      sql`select ${eventColumns(who, today)} ${fromEvents(owner)}
        where e.owner_id = ${owner} and e.pupil_id = ${pupilId} and e.tone = ${sql.lit(tone)} and e.ended_at is null
          and e.happened_on between ${from} and ${until} and ${reads}
        order by e.happened_on desc, e.happened_at desc nulls last, e.id desc limit ${limit}`,
      eventMoments,
    );
  return {
    pupils: list<{ personId: string; name: string; yearLabel: string | null }>(sql`
      select m.person_id as "personId", p.name, m.year_label as "yearLabel"
      from member m join person p on p.id = m.person_id
      where m.owner_id = ${owner} and m.person_id = ${pupilId} and m.kind = 'pupil' and ${notOver('m', today)}
        and ${reads}`),
    wentWell: events('positive'),
    wentWrong: events('negative'),
    given: list<GivenReward>(
      sql`select ${givenColumns(who, today)} ${fromGiven}
        where g.owner_id = ${owner} and g.pupil_id = ${pupilId} and g.ended_at is null
          and g.given_on between ${from} and ${until} and ${reads}
        order by g.given_on desc, g.id desc limit ${limit}`,
      { endedAt: 'moment' },
    ),
    followUps: list<FollowUp>(sql`select ${followUpColumns(who, today)} ${fromFollowUps}
      where f.owner_id = ${owner} and f.pupil_id = ${pupilId} and f.state <> 'not-needed'
        and (f.state = 'planned' or f.on_date between ${from} and ${until}) and ${reads}
      order by f.on_date desc, f.starts_at desc, f.id limit ${limit}`),
    notes: list<HelpNote>(
      sql`select h.id, h.words, h.shared, w.name as "writtenBy", h.written_by as "writtenById", h.version,
          h.changed_at as "changedAt"
        from behaviour_help_note h join person w on w.id = h.written_by
        where h.owner_id = ${owner} and h.pupil_id = ${pupilId} and h.ended_at is null and ${reads}
        order by h.created_at, h.id limit 50`,
      { changedAt: 'moment' },
    ),
  };
});

/** What was noted of a pupil between two days, for staff who read of them. Throws `NotFound` for none of these. */
export async function selectRecord(
  db: Db,
  who: Who,
  pupilId: string,
  { today, from, until, limit }: Omit<Asked, 'pupilId'>,
): Promise<PupilRecord> {
  if (!isId(pupilId)) throw new NotFound();
  const { pupils, ...rest } = await ask(db, who, { pupilId, today, from, until, limit });
  if (!pupils[0]) throw new NotFound();
  return { ...pupils[0], ...rest };
}
