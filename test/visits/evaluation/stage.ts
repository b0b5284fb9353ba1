import { insertItem } from '#platform/access/items.ts';
import type { Policy } from '#platform/access/policy.ts';
import type { Persona, World } from '#test/world.ts';

export const team: readonly Persona[] = ['teacher', 'partner', 'facilitator', 'cpd-leader'];
export const readers: readonly Persona[] = [...team, 'head', 'senior-leader'];
export const taking: readonly Persona[] = ['teacher', 'partner'];

/** What all parts of the visited evaluation stand on: its id, its address and the words in it. */
export interface Stage {
  world: World;
  id: string;
  /** '/programmes/reading-together/evaluation' */
  base: string;
  /** Words that everybody who reads the evaluation may read. */
  inTeam: string;
  item(policy: Policy, authorId: string, ownerId?: string): Promise<string>;
  /** The columns that every row has which people change. */
  touched: { version: number; created_at: Date; updated_by: string; updated_at: Date; ended_at: null };
}

export function stageIn(world: World): Omit<Stage, 'id'> {
  const { db, at, school, programme, people } = world;
  const teacher = people.teacher.personId;
  return {
    world,
    base: `/programmes/${programme.slug}/evaluation`,
    inTeam: world.canary('evaluation', readers),
    item: (policy, authorId, ownerId = school.id) =>
      insertItem(
        db,
        { ownerId, policy, authorId, circleId: ownerId === school.id ? programme.id : null },
        at,
      ),
    touched: { version: 1, created_at: at, updated_by: teacher, updated_at: at, ended_at: null },
  };
}
