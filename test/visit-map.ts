import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Route } from '#platform/http/route.ts';
import type { Services } from '#platform/http/context.ts';
import type { Persona, World } from './world.ts';

/** How a page, a file or a feed is visited. */
export interface GetVisit {
  /** A real address under the route's pattern. */
  path: string;
  /** Who should get it. The first is the one in whose browser it is looked at. Everybody else must be refused. */
  seenBy: readonly Persona[];
  /** Who may get it as well without it being made for them; they must still not read others' canaries. */
  openTo?: readonly Persona[];
  /** Set when those who should see it are sent on: where to. */
  leadsTo?: RegExp;
  /** Set for a page that only the demo has. */
  demo?: true;
  /** Set when texts made for learning rightly appear on a route of another purpose: why (a person's own archive). */
  carriesLearning?: string;
  /** Set when the page asks more than four questions of the database: how many, and why. */
  queries?: { most: number; why: string };
}

/** How a change is attacked: by everybody but those who may make it. */
export interface PostVisit {
  path: string;
  /** What the rightful person would send, with the ids of what is theirs: it must pass the route's schema. */
  fields: Record<string, string | number | readonly string[]>;
  /** Who may do it; 'signed-in' for changes to nothing but one's own things. */
  by: readonly Persona[] | 'signed-in';
  /** Set when the fields cannot be given here, as where a file must come along: why. */
  fieldsIncomplete?: string;
}

/** How a method of a transfer is attacked: by everybody but those who may use it. */
export interface TransferVisit {
  path: string;
  /** What the rightful person's program would send. */
  sends: { headers?: Record<string, string>; body?: string };
  by: readonly Persona[];
}

/**
 * 'GET /agreements/:id' → how it is visited; 'POST /agreements/:id/sign' → how it is attacked;
 * 'PATCH /uploads/:id' → how that method of a transfer is attacked, each by itself.
 */
export type Visits = { [route: `GET ${string}`]: GetVisit | readonly GetVisit[] | TransferVisit } & {
  [route: `POST ${string}`]: PostVisit | TransferVisit;
} & { [route: `${'HEAD' | 'PUT' | 'PATCH' | 'DELETE'} ${string}`]: TransferVisit };

export type Visited = Visits[keyof Visits];

/**
 * A file test/visits/<feature>.visits.ts exports this as `visits`: it seeds what its routes show,
 * with `world.canary(purpose, seenBy)` as the words in it, and says how each route is visited.
 * `kept` is what the site keeps files and recordings in, for routes that send them.
 */
export type SeedVisits = (world: World, kept: KeptHere) => Promise<Visits>;

export type KeptHere = Pick<Services, 'storage' | 'vault' | 'keys'>;

export type VisitMap = ReadonlyMap<string, Visited>;

/** All that the features say of their routes. A route named twice is a mistake. */
export async function readVisitMap(world: World, kept: KeptHere): Promise<VisitMap> {
  const map = new Map<string, Visited>();
  const folder = join(import.meta.dirname, 'visits');
  const files = (await Array.fromAsync(glob('*.visits.ts', { cwd: folder }))).toSorted();
  for (const file of files) {
    const module = (await import(pathToFileURL(join(folder, file)).href)) as { visits: SeedVisits };
    for (const [route, visit] of Object.entries(await module.visits(world, kept))) {
      if (map.has(route)) throw new Error(`${route} is in test/visits twice; the second time in ${file}.`);
      map.set(route, visit);
    }
  }
  return map;
}

/** What to write for a route that nobody has described. */
export const missingVisit = (feature: string, method: string, { path, sort }: Route): string =>
  `test/visits/${feature}.visits.ts says nothing of ${method} ${path}. Add, with a real address and the people: ` +
  `'${method} ${path}': { path: \`…\`, ${describes[sort]} },`;

const describes: Readonly<Record<Route['sort'], string>> = {
  page: "seenBy: ['teacher']",
  bytes: "seenBy: ['teacher']",
  action: "fields: {}, by: ['teacher']",
  transfer: "sends: {}, by: ['teacher']",
};
