import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { principals, shareItem } from '#platform/access/items.ts';
import type { Purpose } from '#platform/access/purpose.ts';
import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { makeManager, makePerson, type TestPerson } from './factories.ts';
import { wordsOf } from './leaks.ts';
import type { Answer, Browser } from './site.ts';
import { type VisitedSite, visitedSite } from './visited-site.ts';
import type { World } from './world.ts';

/** What stands behind the wall to appraisal, and those who try to get at it. */

/** Something made for learning. */
export interface Behind {
  kind: string;
  ownerId: string;
  id: string;
  excludesManagers: boolean;
}

/** Those who have to do with appraisal or lead the school; the last holds every role and is the line manager besides. */
export const attackers = [
  'manager',
  'head',
  'cpd-leader',
  'co-ordinator',
  'administrator',
  'all in one',
] as const;
type Attacker = (typeof attackers)[number];

/** What these kinds hold is what people say in coaching, write to learn and show each other. */
const mostGuarded = [
  'coaching',
  'coaching-cycle',
  'relationship-pulse',
  'observation',
  'practice',
  'try-out',
  'recording',
] as const;

/** The whole site with what test/visits seeds, and the browsers of those who attack it. */
export interface WallSite extends VisitedSite {
  /** One thing of every kind that was made for learning, the teacher's own where she has one. */
  everything: Behind[];
  /** The same of the kinds that are guarded most. A grant names her line manager in each, and must not help. */
  guarded: Behind[];
  cycle: Behind;
  as(who: Attacker): Promise<Browser>;
  /** Somebody as the kernel knows them on a route for this purpose. */
  standing(person: TestPerson, purpose: Purpose): Promise<Who>;
  /** The words made for learning, that none of the attackers may read, which stand in an answer. */
  shows(answer: Answer): string[];
}

export async function wallSite(): Promise<WallSite> {
  const visited = await visitedSite();
  const { site, world } = visited;
  const { db, school, people } = world;
  const allInOne = await makePerson(db, school, {
    name: 'Alwen Hopkin',
    roles: ['head', 'senior-leader', 'cpd-leader', 'mentor-co-ordinator', 'administrator', 'data-manager'],
  });
  await makeManager(db, school, allInOne, people.teacher);
  const everything = await madeForLearning(world);
  const guarded = mostGuarded.map((kind) => {
    const found = everything.find((each) => each.kind === kind);
    assert.ok(found, `nothing of the kind ${kind} stands behind the wall`);
    return found;
  });
  for (const each of guarded.filter(({ excludesManagers }) => excludesManagers))
    await shareItem(
      db,
      each,
      [{ principal: principals.person(people.manager.personId), ability: 'read' }],
      world.at,
    );
  const secrets = secretsOf(world);
  // An attack on nothing proves nothing.
  assert.ok(secrets.length > 20, `only ${secrets.length} secret words are planted`);
  return {
    ...visited,
    everything,
    guarded,
    cycle: guarded.find(({ kind }) => kind === 'coaching-cycle')!,
    as: (who) => site.as(who === 'all in one' ? allInOne : people[who]),
    standing: async (person, purpose) =>
      new Who(
        await selectStanding(
          db,
          { ...person, locale: 'en-GB', theme: 'auto' },
          { ...school, zone: 'Europe/London', currency: 'GBP' },
          '2026-11-18',
        ),
        purpose,
      ),
    shows(answer) {
      const text = wordsOf(answer);
      return secrets.filter((secret) => text.includes(secret));
    },
  };
}

async function madeForLearning({ db, people }: World): Promise<Behind[]> {
  const { rows } = await sql<Behind>`/* job: test */
    select distinct on (i.kind) i.kind, i.owner_id as "ownerId", i.id, i.excludes_managers as "excludesManagers"
    from item i where i.purpose = 'learning'
    order by i.kind, i.author_id <> ${people.teacher.personId}, i.id`.execute(db);
  return rows;
}

const secretsOf = ({ canaries }: World): string[] =>
  canaries
    .filter(
      ({ purpose, seenBy }) =>
        purpose === 'learning' && !seenBy.some((who) => (attackers as readonly string[]).includes(who)),
    )
    .map(({ text }) => text);

/** The address of a route with this thing's ids in every place. */
export const addressWith = (path: string, { ownerId, id }: Behind): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => (name === 'person' || name === 'owner' ? ownerId : id));

export const isRefusal = ({ status }: Answer): boolean => status === 403 || status === 404;
