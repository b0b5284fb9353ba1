import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';

/** A group of Ann’s on lesson study, whose plan hands on to the lesson and whose record to the next goals. */
async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, { name: 'Ann Puw' });
  const outsider = await makePerson(site.db, school, { name: 'Huw Parry' });
  const browser = await site.as(ann);
  await browser.post('/groups/new', {
    protocol: 'lesson-study',
    title: 'Fractions',
    starts_on: '2026-11-23',
    terms: '1',
    joining: 'invited',
    seen: 'yes',
  });
  const steps = await site.db
    .selectFrom('programme_step')
    .select(['number', 'template_step', 'cycle'])
    .where('owner_id', '=', school.id)
    .execute();
  const addressOf = (templateStep: string) =>
    `/programmes/fractions/steps/${steps.find((step) => step.template_step === templateStep)!.number}`;
  return { site, school, browser, outsider, addressOf };
}

test('what was planned together is read again at the lesson, and by nobody outside', async () => {
  const { site, browser, outsider, addressOf } = await scene();
  const plan = addressOf('research-lesson-plan');
  const page = await browser.get(plan);
  const [, section] = /writing\/([\w-]+)/.exec(page.text) ?? [];
  assert.ok(section, 'the plan has sections');
  const saved = await browser.post(`${plan}/minutes/${section}`, {
    text: 'They will want to halve the half.',
    version: '0',
  });
  assert.equal(saved.status, 303, saved.text);
  const lesson = await browser.get(addressOf('research-lesson'));
  assert.match(lesson.text, /Carried over to here/);
  assert.match(lesson.text, /They will want to halve the half\./);
  const other = await (await site.as(outsider)).get(addressOf('research-lesson'));
  assert.equal(other.status, 200);
  assert.doesNotMatch(other.text, /They will want to halve the half\.|Carried over to here/);
});

test('the record of a cycle stands where the next one sets its goals', async () => {
  const { site, school, browser, addressOf } = await scene();
  const record = addressOf('record-of-cycle');
  const [, section] = /writing\/([\w-]+)/.exec((await browser.get(record)).text) ?? [];
  assert.ok(section, 'the record has sections');
  await browser.post(`${record}/minutes/${section}`, { text: 'Pictures came first.', version: '0' });
  const begun = await browser.post('/groups/fractions/cycles', {
    question: 'And with decimals?',
    starts_on: '2027-02-01',
    after: '1',
  });
  assert.equal(begun.status, 303, begun.text);
  const goals = await site.db
    .selectFrom('programme_step')
    .select('number')
    .where('owner_id', '=', school.id)
    .where('template_step', '=', 'goals')
    .where('cycle', '=', 2)
    .executeTakeFirstOrThrow();
  const page = await browser.get(`/programmes/fractions/steps/${goals.number}`);
  assert.match(page.text, /Pictures came first\./);
  assert.match(page.text, /in cycle 1/);
});
