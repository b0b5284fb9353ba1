import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { makePerson } from '#test/factories.ts';
import { line } from '#platform/http/input.ts';
import { html } from '#ui/html.ts';
import { coursesScene } from '../courses.scene.ts';
import { kind } from './kind.ts';
import { kinds } from './kinds.ts';

test('a discussion is heard by those in the course; one’s words are taken back, and answers keep their place', async () => {
  const { as, open, activity } = await coursesScene();
  const { part } = await open();
  const at = await activity(part, 'discussion', { title: 'Talk', text: 'Who built the wall?' });
  const [cai, mali, ned, ffion] = [await as('cai'), await as('mali'), await as('ned'), await as('ffion')];
  const said = await cai.post(`${at}/posts`, { words: 'Soldiers.' });
  const post = said.to.split('#p-')[1]!;
  assert.equal((await ned.post(`${at}/posts`, { words: 'Me too.' })).status, 403);
  await mali.post(`${at}/posts`, { words: 'And who fed them?', reply_to: post });
  assert.match((await ffion.get(at)).text, /Soldiers\.[^]*And who fed them\?/);
  assert.equal((await mali.post(`${at}/posts/${post}/end`)).status, 403);
  await cai.post(`${at}/posts/${post}/end`);
  const page = (await mali.get(at)).text;
  assert.doesNotMatch(page, /Soldiers/);
  assert.match(page, /This was taken back[^]*And who fed them/);
});

test('a survey is read by whoever leads from five answers on, without names, small counts hidden', async () => {
  const { as, open, activity, site, school } = await coursesScene();
  const { part } = await open({ title: 'How is it going?', whom: 'all-staff', unit: '' });
  const at = await activity(part, 'survey', {
    title: 'Ask',
    questions: 'Clear? | Yes | No\nWhat else?',
    text: '',
  });
  const more = await Promise.all(
    ['Ann Ash', 'Bob Birch', 'Col Cedar'].map((name) => makePerson(site.db, school, { name })),
  );
  const answer = async (person: { personId: string; organisationId: string }, clear: string, words: string) =>
    (await site.as(person)).post(`${at}/answers`, { q0: clear, q1: words });
  const ffion = await as('ffion');
  for (const person of more) assert.equal((await answer(person, 'Yes', '')).status, 303);
  assert.match((await ffion.get(at)).text, /Fewer than five have answered/);
  assert.equal((await ffion.get(`${at}/answers.csv`)).status, 404);
  assert.equal((await (await as('huw')).post(`${at}/answers`, { q0: 'Perhaps', q1: '' })).status, 422);
  await (await as('huw')).post(`${at}/answers`, { q0: 'Yes', q1: 'More time.' });
  await (await as('sioned')).post(`${at}/answers`, { q0: 'No', q1: '' });
  await (await as('sioned')).post(`${at}/answers`, { q0: 'Yes', q1: 'Thank you.' });
  const page = (await ffion.get(at)).text;
  assert.match(page, /5 have answered[^]*More time\.[^]*/);
  assert.doesNotMatch(page, /Sioned|Huw|Ann Ash/);
  assert.match((await ffion.get(`${at}/answers.csv`)).text, /What else\?,Thank you\./);
  assert.doesNotMatch((await (await as('huw')).get(at)).text, /Thank you/);
});

test('a page of the bank is shown as it stands there, also to pupils, and no more once it is taken out', async () => {
  const { as, open, activity } = await coursesScene();
  const ffion = await as('ffion');
  const written = await ffion.post('/resources', {
    title: 'Hypocaust',
    summary: '',
    subject: 'History',
    year: '4',
    text: 'Warm floors.',
    review_on: '',
  });
  const id = written.to.split('/')[2]!;
  const { part, at } = await open();
  const refused = await ffion.post(`${part}/activities`, {
    kind: 'page',
    title: 'Warm',
    text: '',
    resource: `/resources/${id}`,
  });
  assert.equal(refused.status, 422, 'it is not in the bank');
  await ffion.post(`/resources/${id}/share`);
  const page = await activity(part, 'page', {
    title: 'Warm',
    text: '',
    resource: `http://school.example/resources/${id}`,
  });
  const cai = await as('cai');
  assert.match((await cai.get(page)).text, /Warm floors/);
  assert.equal((await cai.get(`/resources/${id}`)).status, 403, 'the bank itself is for staff');
  await ffion.post(`/resources/${id}/take-out`);
  assert.doesNotMatch((await cai.get(page)).text, /Warm floors/);
  assert.equal((await cai.get(at)).status, 200);
});

test('a kind that nobody has thought of yet needs no more than its own file', async (t) => {
  const riddle = kind<{ asks: string }, null>({
    id: 'riddle',
    isOffered: true,
    icon: 'question',
    title: () => 'A riddle',
    plain: () => 'It asks.',
    settings: z.object({ asks: z.string() }),
    input: { asks: line('Ask.') },
    read: ({ asks }) => ({ asks: String(asks) }),
    fields: (f) => f.text({ name: 'asks', label: 'What it asks', required: true }),
    values: (settings) => settings,
    load: async () => null,
    draw: ({ asks }) => html`<p>${asks}</p>`,
  });
  kinds.push(riddle);
  t.after(() => kinds.splice(kinds.indexOf(riddle), 1));
  const { as, open, activity } = await coursesScene();
  const { at, part } = await open();
  const ffion = await as('ffion');
  assert.match((await ffion.get(`${part}/activities`)).text, /A riddle[^]*It asks\./);
  assert.equal(
    (await ffion.post(`${part}/activities`, { kind: 'riddle', title: 'One', asks: '' })).status,
    422,
  );
  const one = await activity(part, 'riddle', { title: 'One', asks: 'What has roads and no cars?' });
  const cai = await as('cai');
  assert.match((await cai.get(one)).text, /What has roads and no cars\?/);
  assert.equal((await cai.post(`${one}/progress`, { done: 'yes' })).status, 303);
  const { to } = await ffion.post(`${at}/copy`, { title: 'Again', starts_on: '' });
  assert.match((await ffion.get(to)).text, /A riddle/);
  kinds.splice(kinds.indexOf(riddle), 1);
  assert.match(
    (await cai.get(one)).text,
    /cannot be shown here any more/,
    'a program that has lost a kind says so',
  );
});
