import { joinCircle, makePerson, type TestPerson } from '#test/factories.ts';
import { testSite, type Answer, type Browser, type TestSite } from '#test/site.ts';
import { makeWorld, type SignedIn, type World } from '#test/world.ts';

/** For the tests of this room: a programme with its people, and somebody at a browser who plans and measures. */
export interface Scene {
  site: TestSite;
  world: World;
  /** '/programmes/reading-together/evaluation' */
  base: string;
  as(who: SignedIn): Promise<Browser>;
  /** More people who take part. */
  joiners(count: number): Promise<TestPerson[]>;
}

export async function scene(options: Parameters<typeof testSite>[0] = {}): Promise<Scene> {
  const site = await testSite(options);
  const world = await makeWorld(site.db);
  const browsers = new Map<SignedIn, Promise<Browser>>();
  return {
    site,
    world,
    base: `/programmes/${world.programme.slug}/evaluation`,
    as(who) {
      if (!browsers.has(who)) browsers.set(who, site.as(world.people[who]));
      return browsers.get(who)!;
    },
    async joiners(count) {
      const all: TestPerson[] = [];
      for (let made = 0; made < count; made++) {
        const person = await makePerson(site.db, world.school, {
          name: `Joiner ${String.fromCodePoint(65 + made)}`,
        });
        await joinCircle(site.db, world.school, world.programme.id, person, 'participant');
        all.push(person);
      }
      return all;
    },
  };
}

export const plan = {
  version: 0,
  pupils: 'Six readers in each class who guess at words',
  learning: 'They say what a paragraph is about in their own words.',
  noticing: 'They ask about words they do not know.',
  whoMeasures: 'Each teacher',
  comparison: 'none',
  comparisonAbout: '',
  baseline: '2026-09-14',
  middle: '2027-01-18',
  end: '2027-06-21',
  delayed: '2027-10-04',
};

export const questionsAsked = {
  version: 0,
  title: 'Questions pupils ask of a text',
  how: 'Ten minutes with a new text.',
  kind: 'number',
  unit: 'questions',
  lowest: '0',
  highest: '20',
  better: 'higher',
  whose: 'common',
};

/** The teacher plans the evaluation and chooses one measure that everybody takes. */
export async function planned(stage: Scene, change: Record<string, string> = {}): Promise<void> {
  const teacher = await stage.as('teacher');
  must(await teacher.post(`${stage.base}/plan/change`, { ...plan, ...change }));
  must(await teacher.post(`${stage.base}/measures`, questionsAsked));
}

export interface GroupSpec {
  name?: string;
  arm?: 'programme' | 'comparison';
  pupils: number;
}

/** Names a group of pupils P1, P2 …; gives its address and the ids of its pupils. */
export async function makeGroup(
  stage: Scene,
  browser: Browser,
  { name = 'Focus pupils', arm = 'programme', pupils }: GroupSpec,
): Promise<{ href: string; ids: string[] }> {
  const codes = Array.from({ length: pupils }, (_, index) => `Pupil ${index + 1}`).join('\n');
  const { to } = must(await browser.post(`${stage.base}/groups`, { name, arm, keeps: 'pupils', codes }));
  const number = Number(to.split('/').at(-1));
  const rows = await stage.site.db
    .selectFrom('evaluation_pupil as u')
    .innerJoin('evaluation_group as g', (join) =>
      join.onRef('g.owner_id', '=', 'u.owner_id').onRef('g.id', '=', 'u.group_id'),
    )
    .select('u.id')
    .where('u.owner_id', '=', stage.world.school.id)
    .where('g.number', '=', number)
    .orderBy('u.position')
    .execute();
  return { href: to, ids: rows.map(({ id }) => id) };
}

/** Writes the first measures down at one moment, each with these figures, and hands them in; null is an absent pupil. */
export async function handIn(
  browser: Browser,
  group: { href: string; ids: string[] },
  moment: string,
  figures: readonly (number | null)[],
  measures = 1,
): Promise<void> {
  const fields: Record<string, string> = {};
  for (let measure = 1; measure <= measures; measure++)
    for (const [index, id] of group.ids.entries()) {
      const figure = figures[index] ?? null;
      if (figure === null) fields[`missing-${measure}-${id}`] = 'absent';
      else fields[`figure-${measure}-${id}`] = String(figure);
    }
  must(await browser.post(`${group.href}/figures/${moment}`, { version: 0, ...fields, then: 'hand-in' }));
}

/** The answer of a change that was made; fails with the page when it was not. */
export function must(answer: Answer): Answer {
  if (answer.status !== 303)
    throw new Error(`Not done (${answer.status}):\n${wordsOf(answer).slice(0, 3000)}`);
  return answer;
}

/** A page as it reads: no markup, single spaces. */
export const wordsOf = ({ text }: Answer): string =>
  text
    .replace(/<style[^]*?<\/style>|<script[^]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
