import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { type ItemRow, itemList } from '#platform/access/select-item.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Item, Who } from '#platform/access/who.ts';
import { policyOf, type ProgrammeAbility, type programmePolicy } from './programme.policy.ts';
import { type Programme, programmeMoments, selectStepByNumber, type Step } from './programme.queries.ts';

export interface OpenedProgramme {
  item: Item;
  programme: Programme;
  /** Who may do what: another for a programme than for a group. */
  policy: typeof programmePolicy;
  /** Asks the policy about this programme once more, for what the page offers. */
  may(ability: ProgrammeAbility): boolean;
}

/** The programme called `slug` and its item, for a page that asks more in the same statement. */
export function programmeLists(
  who: Who,
  { slug, now }: { slug: Expression<string>; now: Expression<Date> },
): { programmes: List<Programme>; items: List<ItemRow> } {
  const ownerId = sql.val(who.organisationId);
  const named = sql`from programme p where p.owner_id = ${ownerId} and p.slug = ${slug}`;
  return {
    programmes: list<Programme>(sql`select p.* ${named}`, programmeMoments),
    items: itemList(who, { ownerId, id: sql<string>`(select p.id ${named})`, now }),
  };
}

const ask = composed((who, given: Given<{ slug: string; now: Date }>) => programmeLists(who, given));

/**
 * Opens the programme that the address names (`:programme`, its word) in the organisation one is in.
 * One statement. Throws `NotFound` when there is none, `NotAllowed` when `ability` is not the person's.
 */
export async function openProgramme(
  visit: Visit,
  ability: ProgrammeAbility = 'read',
): Promise<OpenedProgramme> {
  const slug = visit.params.programme ?? '';
  return openFoundProgramme(visit, await ask(visit.db, visit.who, { slug, now: visit.now }), ability);
}

/** The same for what only a programme that is led for others has: a plan in words, costs, publishing, copies. */
export async function openLedProgramme(
  visit: Visit,
  ability: ProgrammeAbility = 'read',
): Promise<OpenedProgramme> {
  const opened = await openProgramme(visit, ability);
  mustBeLed(opened.programme);
  return opened;
}

/** Throws `NotFound` for a group: its people have pages of their own for what they may do. */
export function mustBeLed({ sort }: Pick<Programme, 'sort'>): void {
  if (sort === 'group') throw new NotFound('There is no programme at this address.');
}

/** The same for one that was found with what else the page asked. */
export function openFoundProgramme(
  visit: Visit,
  { programmes: [programme], items }: { programmes: Programme[]; items: ItemRow[] },
  ability: ProgrammeAbility,
): OpenedProgramme {
  if (!programme) throw new NotFound('There is no programme or group at this address.');
  const policy = policyOf(programme.sort);
  const item = visit.admit(policy, items[0]);
  if (ability !== 'read') visit.who.must(ability, policy, item);
  return { item, programme, policy, may: (other) => visit.who.may(other, policy, item) };
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
