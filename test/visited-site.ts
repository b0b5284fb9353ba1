import type { Asset } from '#platform/http/server.ts';
import { routesOf } from '#platform/http/server.ts';
import type { Route, TransferMethod } from '#platform/http/route.ts';
import { features } from '#src/features.ts';
import { testSite, type Browser, type TestSite } from './site.ts';
import {
  type GetVisit,
  type PostVisit,
  type TransferVisit,
  readVisitMap,
  type VisitMap,
} from './visit-map.ts';
import { makeWorld, type Persona, type World } from './world.ts';

export interface VisitedRoute {
  /** 'GET /agreements/:id' */
  key: string;
  method: TransferMethod;
  feature: string;
  route: Route;
  /** Of a GET: none when nobody described it. */
  visits: readonly GetVisit[];
  /** Of a POST. */
  attack: PostVisit | undefined;
  /** Of a method of a transfer. */
  transfer: TransferVisit | undefined;
}

/** The whole site with the world in it, and every route with what test/visits says of it. */
export interface VisitedSite {
  site: TestSite;
  demo: TestSite;
  world: World;
  routes: VisitedRoute[];
  /** What test/visits names and no feature has. */
  unknown: string[];
  /** The browser of one of the people; in the demo for the demo's pages. */
  browserOf(who: Persona, inDemo?: boolean): Promise<Browser>;
  /** The cookie that signs them in, in a real browser; none for nobody. */
  cookieOf(who: Persona, inDemo?: boolean): Promise<{ name: string; value: string } | null>;
}

export async function visitedSite(
  options: { assets?: ReadonlyMap<string, Asset> } = {},
): Promise<VisitedSite> {
  const site = await testSite(options);
  // So that the page which is shown while the demo is made can be looked at.
  site.services.demoHouse = demoHouse('preparing');
  const world = await makeWorld(site.db);
  const demo = await testSite({ ...options, demo: true });
  demo.services.demoHouse = demoHouse('absent');
  const demoWorld = await makeWorld(demo.db);
  const of = (inDemo: boolean) =>
    inDemo ? ([demo, demoWorld.people] as const) : ([site, world.people] as const);
  const map = await readVisitMap(world, site.services);
  const all = routesOf(features);
  const known = new Set(all.map(({ method, route }) => `${method} ${route.path}`));
  return {
    site,
    demo,
    world,
    routes: all.map(({ feature, method, route }) => describe(map, feature, method, route)),
    unknown: [...map.keys()].filter((key) => !known.has(key)),
    async browserOf(who, inDemo = false) {
      const [where, people] = of(inDemo);
      return who === 'nobody' ? where.visitor() : where.as(people[who]);
    },
    async cookieOf(who, inDemo = false) {
      const [where, people] = of(inDemo);
      return who === 'nobody' ? null : where.cookieOf(people[who]);
    },
  };
}

function describe(map: VisitMap, feature: string, method: TransferMethod, route: Route): VisitedRoute {
  const key = `${method} ${route.path}`;
  const said = map.get(key);
  return {
    key,
    method,
    feature,
    route,
    visits: said === undefined || 'fields' in said || 'sends' in said ? [] : [said].flat(),
    attack: said !== undefined && 'fields' in said ? said : undefined,
    transfer: said !== undefined && 'sends' in said ? said : undefined,
  };
}

const demoHouse = (is: 'preparing' | 'absent') => ({
  state: () => ({ is }),
  open: () => {},
  remove: async () => {},
  schoolAddress: 'http://school.example',
});
