import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { addDays } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { isOwnChild } from '../attendance.access.ts';
import { settingsList, usualSettings } from '../settings/settings.queries.ts';
import { firstDay } from './closed-days.ts';
import { type SaidAbsence, saidAbsences } from './said-absences.ts';

export interface Away {
  pupilId: string;
  name: string;
  online: boolean;
  /** The day with which the form begins. */
  first: string;
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
    children: list<{ pupilId: string; name: string; first: string }>(sql`select p.id as "pupilId", p.name,
        ${firstDay(owner, today)} as first from person p
      where p.id = ${pupil} and ${isOwnChild(who, sql`p.id`, today)}`),
    settings: settingsList(owner),
    said: list<SaidAbsence>(
      sql`${saidAbsences(who, { children: sql`${pupil}`, today, since })} order by a.from_on desc, a.id desc limit 30`,
    ),
  };
});

/** A child of this person with what was said of the last weeks and of days to come. Throws `NotFound` for any other child. */
export async function selectAway(db: Db, who: Who, pupil: string, today: string): Promise<Away> {
  if (!isId(pupil)) throw new NotFound();
  const { children, settings, said } = await ask(db, who, { pupil, today, since: addDays(today, -30) });
  if (!children[0]) throw new NotFound('No child of yours is at this address.');
  return { ...children[0], online: (settings[0] ?? usualSettings).online, said };
}
