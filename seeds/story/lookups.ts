import type { Player } from '../player.ts';

/** A step of a programme as the story needs it. */
export interface StoryStep {
  id: string;
  number: number;
  kind: string;
  mode: string;
  title: string;
  on: string;
  /** Which time through the protocol it belongs to. */
  cycle: number;
}

export async function programmeId({ db, school }: Player, slug: string): Promise<string> {
  const row = await db
    .selectFrom('programme')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The steps of a programme in their order. */
export async function stepsOf(player: Player, slug: string): Promise<StoryStep[]> {
  return player.db
    .selectFrom('programme_step')
    .select(['id', 'number', 'kind', 'mode', 'title', 'on_date as on', 'cycle'])
    .where('owner_id', '=', player.school.id)
    .where('programme_id', '=', await programmeId(player, slug))
    .where('ended_at', 'is', null)
    .orderBy('number')
    .execute();
}

/** The step called so. Throws when the template no longer has it. */
export function stepCalled(steps: readonly StoryStep[], title: string): StoryStep {
  const found = steps.find((step) => step.title === title);
  if (!found) throw new Error(`No step is called '${title}'.`);
  return found;
}

/** The partnership of somebody in a programme: the id of its agreement and of its circle. */
export async function partnershipOf(player: Player, slug: string, key: string): Promise<string> {
  const row = await player.db
    .selectFrom('agreement as a')
    .innerJoin('agreement_party as p', (join) =>
      join.onRef('p.owner_id', '=', 'a.owner_id').onRef('p.agreement_id', '=', 'a.id'),
    )
    .select('a.id')
    .where('a.owner_id', '=', player.school.id)
    .where('a.programme_id', '=', await programmeId(player, slug))
    .where('p.person_id', '=', player.school.people[key]!)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The pairing of this kind in which somebody works with others: the id that its addresses carry. */
export async function pairingOf({ db, school }: Player, key: string, kind: string): Promise<string> {
  const row = await db
    .selectFrom('pairing as p')
    .innerJoin('circle_member as m', (join) =>
      join.onRef('m.owner_id', '=', 'p.owner_id').onRef('m.circle_id', '=', 'p.circle_id'),
    )
    .select('p.circle_id as id')
    .where('p.owner_id', '=', school.id)
    .where('m.owner_id', '=', school.id)
    .where('m.person_id', '=', school.people[key]!)
    .where('p.kind', '=', kind)
    .where('p.agreed_at', 'is not', null)
    .where('p.ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The address a form led to, without what follows it in the page. */
export const addressIn = (to: string): string => to.split(/[?#]/)[0]!;
