import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';

async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const people = {
    leader: await makePerson(site.db, school, { name: 'Bethan Rees', roles: ['cpd-leader'] }),
    ffion: await makePerson(site.db, school, { name: 'Ffion Puw' }),
    huw: await makePerson(site.db, school, { name: 'Huw Parry' }),
  };
  const as = (name: keyof typeof people) => site.as(people[name]);
  const leader = await as('leader');
  await leader.post('/school/priorities', {
    title: 'Reading sources',
    about: '',
    starts_on: '2026-09-01',
    ends_on: '',
  });
  const at = /href="(\/school\/priorities\/[0-9a-f-]{36})"/.exec(
    (await leader.get('/school/priorities')).text,
  )![1]!;
  const add = async (title: string): Promise<string> => {
    await leader.post(`${at}/actions`, {
      title,
      person: people.ffion.personId,
      due_on: '2026-12-04',
      state: 'to-do',
      evidence: '',
    });
    return new RegExp(`href="([^"]+)"><bdi>${title}`).exec((await leader.get(at)).text)![1]!;
  };
  return { site, people, as, at, add };
}

test('an action is given to somebody, who says how it stands and what shows it; the rest is the leaders’ to say', async () => {
  const { as, at, add, people } = await scene();
  const action = await add('Weigh two sources');
  const [ffion, huw] = [await as('ffion'), await as('huw')];
  const sent = {
    state: 'done',
    evidence: 'Eleven of twelve groups did.',
    title: 'Mine',
    person: people.huw.personId,
    due_on: '',
    version: '1',
  };
  assert.equal((await huw.post(action, sent)).status, 403);
  assert.equal((await ffion.post(action, sent)).status, 303);
  const page = (await huw.get(at)).text;
  assert.match(
    page,
    /Weigh two sources[^]*Done, <bdi>Ffion Puw<\/bdi>, by 4 Dec[^]*Eleven of twelve groups did/,
  );
  assert.equal((await ffion.post(action, sent)).status, 409, 'the version has moved on');
  assert.equal((await ffion.post(`${action}/end`)).status, 403);
  assert.equal((await (await as('leader')).post(`${action}/end`)).status, 303);
  assert.doesNotMatch((await huw.get(at)).text, /Weigh two sources/);
});

test('needs of fewer than five of the staff are joined without a number', async () => {
  const { as, at } = await scene();
  const [ffion, leader] = [await as('ffion'), await as('leader')];
  await ffion.post('/raised-needs', { words: 'To weigh sources', sort: 'own', subject: '' });
  const raised = (await leader.get('/school/raised-needs')).text;
  const join = /action="([^"]+\/join)"/.exec(raised)![1]!;
  await leader.post(join, { priority: at.split('/')[3]!, programme: '', answer: '' });
  const page = (await (await as('huw')).get(at)).text;
  assert.match(page, /Needs of fewer than five of the staff are joined to it/);
  assert.doesNotMatch(page, /weigh sources|Ffion/);
});
