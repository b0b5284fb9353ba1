import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { itemList } from '#platform/access/select-item.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Item } from '#platform/access/who.ts';
import { programmePolicy, type ProgrammeAbility } from './programme.policy.ts';
import { type Programme, programmeMoments, selectStepByNumber, type Step } from './programme.queries.ts';

export interface OpenedProgramme {
  item: Item;
  programme: Programme;
  /** Asks the policy about this programme once more, for what the page offers. */
  may(ability: ProgrammeAbility): boolean;
}

const ask = composed((who, { slug, now }: Given<{ slug: string; now: Date }>) => {
  const ownerId = sql.val(who.organisationId);
  const named = sql`from programme p where p.owner_id = ${ownerId} and p.slug = ${slug}`;
  return {
    programmes: list<Programme>(sql`select p.* ${named}`, programmeMoments),
    items: itemList(who, { ownerId, id: sql<string>`(select p.id ${named})`, now }),
  };
});

/**
 * Opens the programme that the address names (`:programme`, its word) in the organisation one is in.
 * One statement. Throws `NotFound` when there is none, `NotAllowed` when `ability` is not the person's.
 */
export async function openProgramme(
  visit: Visit,
  ability: ProgrammeAbility = 'read',
): Promise<OpenedProgramme> {
  const { programmes, items } = await ask(visit.db, visit.who, {
    slug: visit.params.programme ?? '',
    now: visit.now,
  });
  const [programme] = programmes;
  if (!programme) throw new NotFound('There is no programme at this address.');
  const item = await visit.admit(programmePolicy, items[0]);
  if (ability !== 'read') visit.who.must(ability, programmePolicy, item);
  return { item, programme, may: (other) => visit.who.may(other, programmePolicy, item) };
}

/**
 * The step that the address names (`:number`) in a programme already opened. Throws `NotFound` when
 * there is none or it was taken out.
 */
export async function selectStep(visit: Visit, programme: Programme): Promise<Step> {
  const step = await selectAnyStep(visit, programme);
  if (step.ended_at) throw new NotFound('This step was taken out of the programme.');
  return step;
}

/** The same, also when the step was taken out. */
export async function selectAnyStep(visit: Visit, programme: Programme): Promise<Step> {
  const number = Number(visit.params.number);
  const step =
    Number.isSafeInteger(number) && number > 0 && number < 100_000
      ? await selectStepByNumber(visit.db, programme, number)
      : undefined;
  if (!step) throw new NotFound('There is no step at this address.');
  return step;
}
