import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinCircle, makePerson, type TestPerson } from '#test/factories.ts';
import { draftSite } from '#test/draft-programme.ts';

const audienceIn = (page: { text: string }): string =>
  /<details class="audience">[^]*?<\/details>/.exec(page.text)![0];

test('the list of programmes says who sees it, to staff and to a guest, what is true for each', async () => {
  const { site, school, lena, here, programmeId } = await draftSite();
  const guest = await makePerson(site.db, school, { kind: 'guest' });
  await joinCircle(site.db, school, programmeId, guest, 'specialist');
  const theirs = audienceIn(await (await site.as(guest)).get('/programmes'));
  assert.match(theirs, /Only you/);
  assert.doesNotMatch(theirs, /All staff/);
  const learning = async (who: TestPerson) => (await (await site.as(who)).get('/my-learning')).text;
  const ofSchool = /school’s programmes|programmes of the school/;
  assert.doesNotMatch(await learning(guest), ofSchool, 'in no published programme');
  assert.equal((await lena.post(`${here}/publish`)).status, 303);
  assert.match(await learning(guest), /href="\/programmes"\s*>My programmes</);
  assert.doesNotMatch(await learning(guest), ofSchool);
  const colleague = await makePerson(site.db, school);
  assert.match(audienceIn(await (await site.as(colleague)).get('/programmes')), /All staff of/);
  assert.match(await learning(colleague), ofSchool);
});
