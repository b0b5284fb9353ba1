import assert from 'node:assert/strict';
import { type DraftSite, draftSite, stepFields } from '#test/draft-programme.ts';
import { joinCircle, makePerson, type TestPerson } from '#test/factories.ts';
import type { Browser } from '#test/site.ts';

/** The page of the first step's time, below the programme. */
export const when = '/steps/1/when';

/** A published programme with three participants and a facilitator; its first step is on Thursday 3 December. */
export async function running() {
  const draft = await draftSite();
  const { site, school, programmeId, here, lena } = draft;
  const join = async (name: string, part: string, kind: 'staff' | 'guest' = 'staff'): Promise<TestPerson> => {
    const person = await makePerson(site.db, school, { name, kind });
    await joinCircle(site.db, school, programmeId, person, part);
    return person;
  };
  const [ann, ben, cai] = [
    await join('Ann Puw', 'participant'),
    await join('Ben Rees', 'participant'),
    await join('Cai Moss', 'participant'),
  ];
  const fay = await join('Fay Lloyd', 'facilitator');
  const fields = await stepFields(draft, 1, {
    kind: 'meeting',
    title: 'Looking at work',
    lead: 'facilitator',
    on_date: '2026-12-03',
    starts_at: '15:45',
    minutes: '60',
    mode: 'in-person',
  });
  assert.equal((await lena.post(`${here}/design/steps/1`, fields)).status, 303);
  await lena.post(`${here}/publish`);
  return { ...draft, ann, ben, cai, fay, her: await site.as(fay), join };
}

/** Somebody writes down the days they work. */
export const works = async ({ site }: DraftSite, person: TestPerson, ...days: string[]): Promise<void> => {
  const sent = { version: 0, ...Object.fromEntries(days.map((day) => [day, 'yes'])) };
  const own = await site.as(person);
  assert.equal((await own.post(`/people/${person.personId}/working-pattern`, sent)).status, 303);
};

/** The page's words, without its markup. */
const wordsOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
export const read = async (browser: Browser, address: string): Promise<string> => {
  const answer = await browser.get(address);
  assert.equal(answer.status, 200, answer.text);
  return wordsOf(answer.text);
};
/** What the button of a day sends. */
export async function buttonOf(
  browser: Browser,
  address: string,
  day: string,
): Promise<Record<string, string>> {
  const form = (await browser.get(address)).text
    .split('<form')
    .find((each) => each.includes(`name="on_date" value="${day}"`));
  assert.ok(form, `a button for ${day}`);
  return Object.fromEntries(
    [...form.matchAll(/name="(on_date|starts_at|version)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
}
