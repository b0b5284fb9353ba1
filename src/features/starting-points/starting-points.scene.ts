import assert from 'node:assert/strict';
import { newId } from '#platform/db/ids.ts';
import { joinCircle, makePerson, makeSchool } from '#test/factories.ts';
import { testSite, type Browser, type Fields } from '#test/site.ts';

const secret = 'I dread the quiet table';

/** A teacher in a programme with a specialist from outside; her starting points are written and private. */
export async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, { name: 'Ann Rees' });
  const specialist = await makePerson(site.db, school, { name: 'Sian Lloyd', kind: 'guest' });
  const programme = newId();
  await joinCircle(site.db, school, programme, ann, 'participant', { name: 'Reading together' });
  await joinCircle(site.db, school, programme, specialist, 'specialist');
  const asAnn = await site.as(ann);
  const address = await write(asAnn, { programme });
  return {
    site,
    school,
    ann,
    specialist,
    programme,
    asAnn,
    asSpecialist: await site.as(specialist),
    address,
  };
}

export async function write(browser: Browser, more: Fields = {}): Promise<string> {
  const answer = await browser.post('/my-learning/starting-points', {
    title: 'Before reading',
    pupils: secret,
    skills: 'I can model aloud',
    ...more,
  });
  assert.equal(answer.status, 303, answer.text);
  return answer.to;
}

export const share = (browser: Browser, address: string, principal: string) =>
  browser.post(`${address}/share`, { with: principal });
