import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { newId } from '#platform/db/ids.ts';
import { makeWorld, type SignedIn, type World } from '../world.ts';
import { startOfTests } from '../site.ts';
import { keptOn } from './kept-on-device.ts';
import type { Journey } from './journey.ts';

export const step = '/programmes/reading-together/steps/7';
export const lesson = `${step}/lesson`;
export const notes = `${lesson}/notes`;

export async function withLesson(walk: Journey): Promise<World> {
  const world = await makeWorld(walk.site.db);
  await world.db
    .insertInto('programme_step')
    .values({
      owner_id: world.school.id,
      id: newId(startOfTests),
      programme_id: world.programme.id,
      number: 7,
      kind: 'research-lesson',
      strand: 'pupils',
      lead: 'teachers',
      title: 'What a paragraph is about',
      prompt: '',
      on_date: '2026-11-18',
      place: 'Room 4',
      minutes: 60,
      in_school_day: true,
      mode: 'in-person',
      cycle: 1,
      required: true,
      created_at: startOfTests,
    })
    .execute();
  return world;
}

/** What has arrived, in the order of the alphabet. */
export const arrived = async ({ db, school }: World): Promise<string[]> =>
  (
    await db
      .selectFrom('observer_note')
      .select('text')
      .where('owner_id', '=', school.id)
      .where('ended_at', 'is', null)
      .execute()
  )
    .map(({ text }) => text)
    .sort();

export async function arrives(world: World, expected: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await arrived(world)).length >= expected.length) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.deepEqual(await arrived(world), expected);
}

/** A phone of its own. That its requests fail is what is tried here, so nobody counts that as a complaint. */
export class Phone {
  readonly #walk: Journey;
  readonly #world: World;
  readonly context: BrowserContext;
  page!: Page;

  constructor(walk: Journey, world: World, context: BrowserContext) {
    [this.#walk, this.#world, this.context] = [walk, world, context];
  }

  static async of(walk: Journey, world: World, who: SignedIn): Promise<Phone> {
    const browser = (await walk.browser(true)).page.context().browser()!;
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      reducedMotion: 'reduce',
      baseURL: walk.address,
      locale: 'en-GB',
    });
    context.setDefaultTimeout(15_000);
    const phone = new Phone(walk, world, context);
    await phone.signIn(who);
    await phone.open(notes);
    return phone;
  }

  async signIn(who: SignedIn): Promise<void> {
    const cookie = await this.#walk.site.cookieOf(this.#world.people[who]);
    await this.context.addCookies([{ ...cookie, url: this.#walk.address }]);
  }

  /** Opens an address in a new tab; the one before is closed. */
  async open(path: string): Promise<void> {
    await this.page?.close();
    this.page = await this.context.newPage();
    await this.page.goto(path);
  }

  async note(text: string, pupil = 'Pupil A', moment = 'First task'): Promise<void> {
    await this.page.getByLabel(pupil, { exact: true }).check();
    await this.page.getByLabel(moment, { exact: true }).check();
    await this.page.getByLabel('What you saw or heard').fill(text);
    await this.page.getByRole('button', { name: 'Note it' }).tap();
  }

  /** Waits until the list says this of a note. */
  async says(text: string, words: RegExp): Promise<void> {
    await this.page.locator('.own-notes li', { hasText: text }).filter({ hasText: words }).waitFor();
  }

  /** How many notes wait on the device. */
  async kept(): Promise<number> {
    return (await keptOn(this.page)).filter(({ name }) => name.startsWith('note:')).length;
  }
}
