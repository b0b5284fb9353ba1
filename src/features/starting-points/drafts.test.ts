import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '#test/site.ts';
import { scene, share } from './starting-points.scene.ts';

const keep = (browser: Browser, key: string, fields: Record<string, string>) =>
  browser.post('/drafts/keep', { draft_key: key, ...fields });

test('what was being written is there when one comes back, for its writer alone, until it is saved', async () => {
  const { site, programme, asAnn, asSpecialist, address } = await scene();
  const list = '/my-learning/starting-points';
  await keep(asAnn, 'starting-points:new', { title: 'Begun in a corridor' });
  assert.match((await asAnn.get(`${list}/new`)).text, /Begun in a corridor/);

  const id = address.split('/').at(-1)!;
  await keep(asAnn, `starting-points:${id}`, { title: 'Before reading', pupils: 'Owen looks away' });
  assert.match((await asAnn.get(`${address}/edit`)).text, /Owen looks away/);
  assert.doesNotMatch((await asAnn.get(address)).text, /Owen looks away/, 'not saved yet');

  await share(asAnn, address, `circle:${programme}:specialist`);
  await keep(asSpecialist, `interview:${id}`, { held_on: '2026-11-17', pupils: 'She says Owen hides' });
  const interview = (await asSpecialist.get(`${address}/interview`)).text;
  assert.match(interview, /She says Owen hides/);
  assert.doesNotMatch(interview, /Owen looks away/, 'the author’s own draft is not the reader’s');
  site.queries.length = 0;
  await asSpecialist.get(`${address}/interview`);
  assert.ok(site.queries.length <= 4, String(site.queries.length));

  const sent = { held_on: '2026-11-17', pupils: 'Owen', draft_key: `interview:${id}` };
  const notes = (await asSpecialist.post(`${address}/interview`, sent)).to;
  const notesId = notes.split('/').at(-1)!;
  await keep(asSpecialist, `interview-notes:${notesId}`, {
    held_on: '2026-11-17',
    beliefs: 'Quiet is thinking',
  });
  assert.match((await asSpecialist.get(`${notes}/edit`)).text, /Quiet is thinking/);
  await keep(asAnn, `interview-reply:${notesId}`, { reply: 'And Mali too' });
  assert.match((await asAnn.get(notes)).text, /And Mali too/);
  assert.doesNotMatch((await asSpecialist.get(notes)).text, /And Mali too|Quiet is thinking/);

  await asAnn.post(`${notes}/reply`, {
    reply: 'Mali as well',
    version: 1,
    draft_key: `interview-reply:${notesId}`,
  });
  assert.doesNotMatch((await asAnn.get(notes)).text, /And Mali too/);
});
