import { composed, type Given } from '#platform/access/composed.ts';
import type { Visit } from '#platform/http/context.ts';
import { designIn, designList, type DesignWithLineage } from './design.queries.ts';
import { openFoundProgramme, type OpenedProgramme, programmeLists } from './open-programme.ts';
import type { ProgrammeAbility } from './programme.policy.ts';

const ask = composed((who, given: Given<{ slug: string; now: Date; today: string }>) => ({
  ...programmeLists(who, given),
  designs: designList(who, given),
}));

/**
 * Opens the programme that the address names, with everything its design says, in one statement. Throws as
 * `openProgramme` does.
 */
export async function openDesign(
  visit: Visit,
  ability: ProgrammeAbility = 'read',
): Promise<{ opened: OpenedProgramme; design: DesignWithLineage }> {
  const { now, today } = visit;
  const found = await ask(visit.db, visit.who, { slug: visit.params.programme ?? '', now, today });
  const opened = openFoundProgramme(visit, found, ability);
  return { opened, design: designIn(opened.programme, found.designs[0]!) };
}
