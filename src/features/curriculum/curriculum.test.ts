import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';
import { frameworkHref } from './addresses.ts';

async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const people = {
    leader: await makePerson(site.db, school, { name: 'Bethan Rees', roles: ['cpd-leader'] }),
    ffion: await makePerson(site.db, school, { name: 'Ffion Puw' }),
    cai: await makePerson(site.db, school, { name: 'Cai Roberts', kind: 'pupil' }),
  };
  const as = (name: keyof typeof people) => site.as(people[name]);
  /** Brought in by Bethan; answers its id. */
  const bring = async (files: { name: string; content: string }[], title = ''): Promise<string> => {
    const { to, status, text } = await (
      await as('leader')
    ).post(
      '/curriculum/new',
      { title },
      files.map(({ name, content }) => ({ field: 'files', name, body: content })),
    );
    assert.equal(status, 303, text);
    return to.split('/')[2]!;
  };
  return { site, as, bring };
}

const table = (rows: string): string => `Code,Statement,Parent,Subject,Years\n${rows}`;

test('what ships is read, looked over and used; others see it from then on', async () => {
  const { as } = await scene();
  const [leader, ffion, cai] = [await as('leader'), await as('ffion'), await as('cai')];
  const { to } = await leader.post('/curriculum/ships', { curriculum: 'england-0.1.0' });
  const id = to.split('/')[2]!;
  const draft = (await leader.get(to)).text;
  assert.match(draft, /Nobody plans by this yet/);
  assert.match(draft, /Department for Education/);
  assert.match(draft, /3 things of the files were not carried[^]*stand for several statements/);
  assert.equal((await ffion.get(to)).status, 404);
  assert.doesNotMatch((await ffion.get('/curriculum')).text, /National Curriculum/);
  assert.equal((await ffion.post(frameworkHref(id, 'use'))).status, 403);
  assert.equal((await leader.post(frameworkHref(id, 'use'))).status, 303);
  const year4 = (await ffion.get(`${frameworkHref(id)}?year=4`)).text;
  assert.match(year4, /Roman Empire and its impact on Britain/);
  assert.doesNotMatch(year4, /within living memory/, 'Key Stage 1');
  assert.match((await ffion.get(`${frameworkHref(id)}?words=stone%20age`)).text, /Stone Age to the Iron Age/);
  assert.equal((await cai.get(frameworkHref(id))).status, 403);
});

test('a newer version says what is new, worded anew and gone; the older one stays as it was', async () => {
  const { as, bring } = await scene();
  const leader = await as('leader');
  const first = await bring([
    { name: 'Our_history.csv', content: table('H1,The Romans,,History,4\nH2,The Vikings,,History,4\n') },
  ]);
  await leader.post(frameworkHref(first, 'use'));
  const second = await bring([
    {
      name: 'Our history.csv',
      content: table('H1,The Romans in Wales,,History,4\nH3,The Tudors,,History,5\n'),
    },
  ]);
  const page = (await leader.get(frameworkHref(second))).text;
  assert.match(page, /1 statement is new[^]*The Tudors/);
  assert.match(page, /1 statement is worded anew[^]*The Romans in Wales[^]*Before: The Romans/);
  assert.match(page, /1 statement is gone[^]*The Vikings/);
  await leader.post(frameworkHref(second, 'use'));
  assert.match((await leader.get('/curriculum')).text, /Earlier versions/);
  assert.match((await leader.get(frameworkHref(first))).text, /The Vikings/);
});

test('what cannot be read changes nothing and says where', async () => {
  const { as } = await scene();
  const leader = await as('leader');
  const refused = async (content: string, name = 'a.ttl'): Promise<string> => {
    const { status, text } = await leader.post('/curriculum/new', {}, [
      { field: 'files', name, body: content },
    ]);
    assert.equal(status, 422, name);
    return text;
  };
  assert.match(
    await refused('@prefix a: <http://a/> .\na:b a:c "unended .'),
    /We could not read “a\.ttl” as Turtle/,
  );
  assert.match(await refused('{"CFDocument": 3}', 'a.json'), /look at CFDocument/);
  assert.match(await refused('Colour,Taste\nred,sweet', 'a.csv'), /must name the columns/);
  assert.match(await refused('@prefix a: <http://a/> .\na:b a a:Thing .'), /name no statements/);
  assert.match((await leader.get('/curriculum')).text, /No curriculum is here yet/);
});
