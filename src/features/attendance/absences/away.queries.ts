import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { addDays } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { isOwnChild } from '../attendance.access.ts';
import { settingsList, usualSettings } from '../settings/settings.queries.ts';
import type { Part, Sort } from '../attendance.ts';

/**
 * What a family reads of what was said about its child. Of another carer's it reads that the child is away and that the
 * school knows: neither why, nor what they asked for.
 */
export interface SaidAbsence {
  id: string;
  fromOn: string;
  untilOn: string;
  part: Part;
  /** One's own; null where somebody else said it. */
  sort: Sort | null;
  /** One's own; null where somebody else said it. */
  words: string | null;
  isMine: boolean;
  decision: 'agreed' | 'not-agreed' | null;
  answer: string | null;
  version: number;
}

export interface Away {
  pupilId: string;
  name: string;
  online: boolean;
  said: SaidAbsence[];
}

interface Asked {
  pupil: string;
  today: string;
  since: string;
}

const ask = composed((who, { pupil, today, since }: Given<Asked>) => {
  const owner = who.organisationId;
  return {
    children: list<{ pupilId: string; name: string }>(sql`select p.id as "pupilId", p.name from person p
      where p.id = ${pupil} and ${isOwnChild(who, sql`p.id`, today)}`),
    settings: settingsList(owner),
    said: list<SaidAbsence>(sql`select a.id, a.from_on as "fromOn", a.until_on as "untilOn", a.part,
        case when a.written_by = ${who.personId} then a.sort end as sort,
        case when a.written_by = ${who.personId} then a.words end as words, a.written_by = ${who.personId} as "isMine",
        a.decision, case when a.written_by = ${who.personId} then a.answer end as answer, a.version
      from pupil_absence a where a.owner_id = ${owner} and a.pupil_id = ${pupil} and a.taken_back_at is null
        and a.until_on >= ${since} and (a.written_by = ${who.personId} or a.sort <> 'leave' or a.decision = 'agreed')
        and ${isOwnChild(who, sql`a.pupil_id`, today)}
      order by a.from_on desc, a.id desc limit 30`),
  };
});

/** A child of this person with what was said of the last weeks and of days to come. Throws `NotFound` for any other child. */
export async function selectAway(db: Db, who: Who, pupil: string, today: string): Promise<Away> {
  if (!isId(pupil)) throw new NotFound();
  const { children, settings, said } = await ask(db, who, { pupil, today, since: addDays(today, -30) });
  if (!children[0]) throw new NotFound('No child of yours is at this address.');
  return { ...children[0], online: (settings[0] ?? usualSettings).online, said };
}
