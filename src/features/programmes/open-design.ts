import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Visit } from '#platform/http/context.ts';
import { designIn, designList, type DesignWithLineage } from './design.queries.ts';
import { openFoundProgramme, type OpenedProgramme, programmeLists } from './open-programme.ts';
import type { ProgrammeAbility } from './programme.policy.ts';
import { templateOf } from './template-of.ts';

const ask = composed((who, given: Given<{ slug: string; now: Date; today: string }>) => ({
  ...programmeLists(who, given),
  designs: designList(who, given),
  told: list<{ programmeId: string }>(sql`select p.id as "programmeId" from programme p
    join notice n on n.owner_id = ${who.personId} and n.from_owner = ${who.organisationId}
      and n.kind = 'person.enrolled' and n.subject_key = p.id::text and n.done_at is null
    where p.owner_id = ${who.organisationId} and p.slug = ${given.slug}`),
}));

/**
 * Opens the programme that the address names, with everything its design says and whether the reader's list still
 * says that they are in it, in one statement. Throws as `openProgramme` does.
 */
export async function openDesign(
  visit: Visit,
  ability: ProgrammeAbility = 'read',
): Promise<{ opened: OpenedProgramme; design: DesignWithLineage; hasNotice: boolean }> {
  const { now, today } = visit;
  const found = await ask(visit.db, visit.who, { slug: visit.params.programme ?? '', now, today });
  const opened = openFoundProgramme(visit, found, ability);
  const template = await templateOf(visit.db, opened.programme);
  return {
    opened,
    design: designIn(opened.programme, found.designs[0]!, template),
    hasNotice: found.told.length > 0,
  };
}
