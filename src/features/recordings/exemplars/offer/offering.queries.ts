import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Visit } from '#platform/http/context.ts';
import { type ConsentStanding, filmedPupilsList } from '#features/consents/index.ts';
import { type Keeping, usualKeeping } from '../../making/keep.ts';
import type { Recording } from '../../recording.ts';
import { exemplarPurpose } from '../exemplar.ts';

/** Somebody who may be recognised in a recording, and what their family said about examples. */
export interface SeenPupil {
  personId: string;
  name: string;
  /** 'none' too for whoever is no pupil of the school any more: nobody is left to ask. */
  answer: ConsentStanding;
}

const ask = composed((who, given: Given<{ id: string; today: string }>) => {
  const seen = sql`select x.person_id from recording_pupil x
    where x.owner_id = ${who.organisationId} and x.recording_id = ${given.id} and x.shown = 'seen'`;
  return {
    seen: list<{ personId: string; name: string }>(
      sql`select p.id as "personId", p.name from person p where p.id in (${seen}) order by p.name, p.id`,
    ),
    standing: filmedPupilsList({
      organisationId: who.organisationId,
      purpose: sql.val(exemplarPurpose),
      today: given.today,
      personIds: sql`array(${seen})`,
    }),
    keeping:
      list<Keeping>(sql`select usual_days as "usualDays", longest_days as "longestDays", warn_days as "warnDays",
      version from recording_settings where owner_id = ${who.organisationId}`),
  };
});

/** Those who may be recognised in a recording, each with how it stands today for an example. One statement. */
export async function selectOffering(
  visit: Visit,
  { id }: Pick<Recording, 'id'>,
): Promise<{ pupils: SeenPupil[]; keeping: Keeping }> {
  const { seen, standing, keeping } = await ask(visit.db, visit.who, { id, today: visit.today });
  const answers = new Map(standing.map(({ personId, answer }) => [personId, answer]));
  return {
    pupils: seen.map((pupil) => ({ ...pupil, answer: answers.get(pupil.personId) ?? 'none' })),
    keeping: keeping[0] ?? usualKeeping,
  };
}
