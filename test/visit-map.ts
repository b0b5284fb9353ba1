import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Storage } from '#platform/storage/storage.ts';
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

/** 'GET /agreements/:id' → how it is visited; 'POST /agreements/:id/sign' → how it is attacked. */
export type Visits = { [route: `GET ${string}`]: GetVisit | readonly GetVisit[] } & {
  [route: `POST ${string}`]: PostVisit;
};

/**
 * A file test/visits/<feature>.visits.ts exports this as `visits`: it seeds what its routes show,
 * with `world.canary(purpose, seenBy)` as the words in it, and says how each route is visited.
 * `storage` is that of the site, for routes that send files.
 */
export type SeedVisits = (world: World, storage: Storage) => Promise<Visits>;

export type VisitMap = ReadonlyMap<string, GetVisit | readonly GetVisit[] | PostVisit>;

/** All that the features say of their routes. A route named twice is a mistake. */
export async function readVisitMap(world: World, storage: Storage): Promise<VisitMap> {
  const map = new Map<string, GetVisit | readonly GetVisit[] | PostVisit>();
  const folder = join(import.meta.dirname, 'visits');
  const files = (await Array.fromAsync(glob('*.visits.ts', { cwd: folder }))).toSorted();
  for (const file of files) {
    const module = (await import(pathToFileURL(join(folder, file)).href)) as { visits: SeedVisits };
    for (const [route, visit] of Object.entries(await module.visits(world, storage))) {
      if (map.has(route)) throw new Error(`${route} is in test/visits twice; the second time in ${file}.`);
      map.set(route, visit);
    }
  }
  return map;
}

/** What to write for a route that nobody has described. */
export const missingVisit = (feature: string, method: string, path: string): string =>
  `test/visits/${feature}.visits.ts says nothing of ${method} ${path}. Add, with a real address and the people: ` +
  (method === 'GET'
    ? `'GET ${path}': { path: \`…\`, seenBy: ['teacher'] },`
    : `'POST ${path}': { path: \`…\`, fields: {}, by: ['teacher'] },`);
