import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { insertItem, principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { observationPolicy } from '#features/observations/index.ts';
import { startOfTests } from '../site.ts';
import { makeWorld, type SignedIn, type World } from '../world.ts';
import type { Journey } from './journey.ts';
import { type KeptOnDevice, keptOn } from './kept-on-device.ts';

export interface Visit extends World {
  observationId: string;
  /** The page of the visit. */
  visit: string;
  /** The page for recording it. */
  record: string;
}

/** The specialist observes Ffion today, with an instrument that she chose. */
export async function withVisit(walk: Journey, instrument = 'one-thing-tried'): Promise<Visit> {
  const world = await makeWorld(walk.site.db);
  const { db, school, people, programme } = world;
  const ownerId = school.id;
  const observationId = await insertItem(
    db,
    {
      ownerId,
      policy: observationPolicy,
      authorId: people.teacher.personId,
      circleId: programme.id,
      excludesManagers: true,
      grants: [{ principal: principals.person(people.specialist.personId), ability: 'edit' }],
    },
    startOfTests,
  );
  await db
    .insertInto('observation')
    .values({
      owner_id: ownerId,
      id: observationId,
      circle_id: programme.id,
      kind: 'specialist',
      observed_id: people.teacher.personId,
      observer_id: people.specialist.personId,
      proposed_by: people.teacher.personId,
      on_date: '2026-11-18',
      starts_at: '10:15',
      minutes: 40,
      place: 'Room 4',
      pupils: 'Year 5',
      focus: 'The long wait',
      version: 1,
      created_at: startOfTests,
      changed_at: startOfTests,
      accepted_at: startOfTests,
    })
    .execute();
  await db
    .insertInto('observation_instrument')
    .values({
      owner_id: ownerId,
      id: newId(startOfTests),
      observation_id: observationId,
      instrument,
      pupils: JSON.stringify([{ label: 'Pupil A', expected: '' }]),
      seats: JSON.stringify({ rows: 1, columns: 3, names: { '1-1': 'Ann', '1-2': 'Bo', '1-3': 'Cai' } }),
      version: 1,
      updated_at: startOfTests,
    })
    .execute();
  const visit = `/observations/${observationId}`;
  return { ...world, observationId, visit, record: `${visit}/record` };
}

/** What stands, as `part choice text`, in the order of the alphabet. */
export const arrived = async ({ db, school, observationId }: Visit): Promise<string[]> =>
  (
    await db
      .selectFrom('observation_entry')
      .select(['part', 'body'])
      .where('owner_id', '=', school.id)
      .where('observation_id', '=', observationId)
      .where('ended_at', 'is', null)
      .execute()
  )
    .map(({ part, body }) => {
      const { choice = '', seat = '', text = '' } = body as Record<string, string | undefined>;
      return [part, choice, seat, text].filter(Boolean).join(' ');
    })
    .sort();

export async function arrives(visit: Visit, expected: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await arrived(visit)).length >= expected.length) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.deepEqual(await arrived(visit), expected);
}

/** A phone of its own, whose requests may fail. */
export class ObserverPhone {
  readonly #walk: Journey;
  readonly #visit: Visit;
  readonly context: BrowserContext;
  page!: Page;

  constructor(walk: Journey, visit: Visit, context: BrowserContext) {
    [this.#walk, this.#visit, this.context] = [walk, visit, context];
  }

  /** The observer opens the page for recording and says that they have prepared. */
  static async of(walk: Journey, visit: Visit): Promise<ObserverPhone> {
    const browser = (await walk.browser(true)).page.context().browser()!;
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      reducedMotion: 'reduce',
      baseURL: walk.address,
      locale: 'en-GB',
    });
    context.setDefaultTimeout(15_000);
    const phone = new ObserverPhone(walk, visit, context);
    await phone.signIn('specialist');
    await phone.open(visit.record);
    const prepared = phone.page.getByRole('button', { name: 'I have prepared for it' });
    if ((await prepared.count()) > 0) await prepared.tap();
    await phone.page.locator('observe-lesson .own-notes').waitFor();
    return phone;
  }

  async signIn(who: SignedIn): Promise<void> {
    const cookie = await this.#walk.site.cookieOf(this.#visit.people[who]);
    await this.context.addCookies([{ ...cookie, url: this.#walk.address }]);
  }

  /** Opens an address in a new tab; the one before was thrown away. */
  async open(path: string): Promise<void> {
    await this.page?.close({ runBeforeUnload: false });
    this.page = await this.context.newPage();
    await this.page.goto(path);
  }

  press = (name: string | RegExp): Promise<void> => this.page.getByRole('button', { name }).first().tap();

  async write(text: string, prompt = /What did pupils do or say then/): Promise<void> {
    await this.page.getByLabel(prompt).check();
    await this.page.getByLabel('What you saw or heard').fill(text);
    await this.press('Note it');
  }

  /** Waits until the list says this of an entry. */
  async says(text: string | RegExp, words: RegExp): Promise<void> {
    await this.page
      .locator('.own-notes li')
      .filter({ hasText: text })
      .filter({ hasText: words })
      .first()
      .waitFor();
  }

  /** Until the page that opens without a connection, and the visit, are kept. */
  async readyWithout(): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      const names = (await this.kept()).map(({ name }) => name);
      if (
        names.some((name) => name.startsWith('visit:')) &&
        names.some((name) => name.endsWith('/observations/capture'))
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The page that opens without a connection was never kept.');
  }

  kept = (): Promise<KeptOnDevice[]> => keptOn(this.page);
}
