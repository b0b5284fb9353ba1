import assert from 'node:assert/strict';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import type { Browser, TestSite } from '#test/site.ts';
import { addCarers } from './add-carers.ts';
import { addSupportStaff } from './add-support-staff.ts';
import { type Bundle, fixtureBundle, rowsOf, writeBundle } from './bundle.ts';
import { timetableOf } from './timetable-of.ts';

/** A school of the bundles that ship with the tests, made whole: carers, support staff, homerooms. */
export const wholeBundle = async (): Promise<Bundle> =>
  addCarers(addSupportStaff(await fixtureBundle('one-school.zip')));

/**
 * Reads a bundle into the school as whoever looks after imports does it by hand; with `ending`, those who are missing
 * from it leave. Answers the run's page.
 */
export async function readIn(
  site: TestSite,
  browser: Browser,
  bundle: Bundle,
  { ending = false } = {},
): Promise<string> {
  const file = { field: 'files', name: 'roster.zip', body: Buffer.from(writeBundle(bundle)) };
  const sent = await browser.post('/school/imports', {}, [file]);
  assert.equal(sent.status, 303, sent.text);
  // A large one is read off the request, and compared once more after each answer.
  await deliver(site);
  // Which of the bundle's schools is ours is asked once; the one of our name is suggested.
  const own = /value="([^"]+)" checked/.exec((await browser.get(sent.to)).text)?.[1];
  if (own) await browser.post(`${sent.to}/answer`, { own });
  if (ending) await browser.post(`${sent.to}/absence`, { end: 'yes' });
  await deliver(site);
  const shown = /name="shown" value="([0-9a-f]+)"/.exec((await browser.get(sent.to)).text)?.[1] ?? '';
  const applied = await browser.post(`${sent.to}/apply`, { shown });
  assert.equal(applied.status, 303, applied.text);
  await deliver(site);
  return (await browser.get(sent.to)).text;
}

/** What a form sends unseen, as it was before it was written into the page. */
const hiddenIn = (page: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Reads a bundle into a new school whose office does it by hand. */
export async function importedSchool(site: TestSite, bundle: Bundle) {
  const home = await makeSchool(site.db, 'Pagac Elementary School');
  const office = await makePerson(site.db, home, {
    name: 'Dewi Jones',
    roles: ['administrator'],
    email: 'dewi@school.example',
  });
  const browser = await site.as(office);
  const report = await readIn(site, browser, bundle);
  return { home, office, browser, report };
}

/** Gives the office's school a timetable from a list, up to its preview. Answers its page and the preview. */
export async function previewTimetable(browser: Browser, bundle: Bundle) {
  const { to } = await browser.post('/school/timetable', {
    name: '2026–27',
    from: '2026-09-01',
    weeks: '1',
    model: 'five',
  });
  const schoolId = rowsOf(bundle, 'orgs.csv').find(({ type }) => type === 'school')!.sourcedId!;
  const list = { field: 'list', name: 'timetable.csv', body: timetableOf(bundle, schoolId) };
  return { timetable: to, preview: await browser.post(`${to}/import`, {}, [list]) };
}

/** Takes the lessons of a preview. */
export const takeLessons = (browser: Browser, timetable: string, preview: string) =>
  browser.post(`${timetable}/import/apply`, { list: hiddenIn(preview, 'list') });
