import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import type { Browser } from '#test/site.ts';
import { runDueJobs } from '#platform/jobs/relay.ts';
import { logged, scene, written } from '#features/try-outs/try-outs.scene.ts';
import { sweepFiles } from './sweep-files.job.ts';

/** One dot, as PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const file = (name: string, body: string | Buffer, type = 'application/octet-stream') => ({
  field: 'files',
  name,
  body,
  type,
});

async function withFile(ann: Browser, address: string, name: string, body: string | Buffer): Promise<string> {
  const answer = await ann.post(`${address}/files`, { no_pupil_seen: 'yes', shows: 'pupils' }, [
    file(name, body),
  ]);
  assert.equal(answer.status, 303, answer.text);
  const links = [...(await ann.get(address)).text.matchAll(/href="(\/files\/[^"]+)"/g)];
  return links.at(-1)![1]!;
}

test('a file is for those who may read what it hangs on, and each opening by others is written down', async () => {
  const { site, school, people, as, toPartners } = await scene();
  const [ann, tomos] = [await as('ann'), await as('tomos')];
  const address = await logged(ann, { readers: [toPartners] });
  const link = await withFile(ann, address, 'work.png', png);
  assert.equal((await ann.get(link)).status, 200);
  assert.equal((await tomos.get(link)).status, 200);
  const outsiders = [
    await as('beth'),
    await as('huw'),
    await as('specialist'),
    await site.as(
      await makePerson(site.db, school, { roles: ['head', 'cpd-leader', 'senior-leader', 'administrator'] }),
    ),
    await site.as(await makePerson(site.db, await makeSchool(site.db, 'Hill Lane'), { roles: ['head'] })),
  ];
  for (const outsider of outsiders) {
    assert.equal((await outsider.get(link)).status, 403);
    assert.equal((await outsider.post(`${link}/end`)).status, 403);
  }
  assert.match((await site.visitor().get(link)).to, /^\/sign-in/);
  assert.equal((await tomos.post(`${link}/end`)).status, 403, 'a reader cannot take it away');
  const log = await site.db
    .selectFrom('access_log')
    .select(['reader_id', 'manner'])
    .where('owner_id', '=', people.ann.personId)
    .where('manner', '=', 'file')
    .execute();
  assert.deepEqual(log, [{ reader_id: people.tomos.personId, manner: 'file' }]);
});

test('a file goes with its try-out, and can be taken away and brought back by itself', async () => {
  const { site, as, toPartners } = await scene();
  const [ann, tomos] = [await as('ann'), await as('tomos')];
  const address = await logged(ann, { readers: [toPartners] });
  const link = await withFile(ann, address, 'plan.txt', 'A plan');
  await ann.post(`${link}/end`);
  assert.equal((await ann.get(link)).status, 404);
  assert.equal((await tomos.get(link)).status, 404);
  assert.equal((await tomos.post(`${link}/bring-back`)).status, 403);
  await ann.post(`${link}/bring-back`);
  assert.equal((await tomos.get(link)).status, 200);
  await ann.post(`${address}/end`);
  assert.equal((await tomos.get(link)).status, 404);
  assert.equal((await ann.get(link)).status, 200);
  await deliver(site);
});

test('the address of a file under another owner, or of nothing, is nothing', async () => {
  const { as, people } = await scene();
  const ann = await as('ann');
  const link = await withFile(ann, await logged(ann), 'plan.txt', 'A plan');
  const id = link.split('/').at(-1)!;
  assert.equal((await ann.get(`/files/${people.tomos.personId}/${id}`)).status, 404);
  assert.equal((await ann.get(`/files/${people.ann.organisationId}/${id}`)).status, 404);
  assert.equal((await ann.get(`/files/${people.ann.personId}/nonsense`)).status, 404);
});

test('a page or a drawing with a script in it comes as a download that runs nothing', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  for (const [name, body] of [
    ['lesson.html', '<!doctype html><script>alert(1)</script>'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ] as const) {
    const { headers } = await ann.get(await withFile(ann, await logged(ann), name, body));
    assert.equal(headers['content-type'], 'application/octet-stream', name);
    assert.match(headers['content-disposition']!, /^attachment/);
    assert.match(headers['content-security-policy']!, /sandbox; default-src 'none'/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
  }
});

test('a player gets the part it asks for, and a browser that has the file is told so', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const link = await withFile(ann, await logged(ann), 'notes.txt', '0123456789');
  const part = await ann.get(link, { range: 'bytes=2-4' });
  assert.deepEqual([part.status, part.text, part.headers['content-range']], [206, '234', 'bytes 2-4/10']);
  assert.equal((await ann.get(link, { range: 'bytes=99-' })).status, 416);
  const { headers } = await ann.get(link);
  assert.equal((await ann.get(link, { 'if-none-match': headers.etag! })).status, 304);
});

test('a photo is taken only when no pupil can be recognised in it, and the words are not lost', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const refused = await ann.post('/my-learning/try-outs/new', written({ why: 'Worth keeping' }), [
    file('class.png', png),
  ]);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Say that no pupil can be recognised/);
  assert.match(refused.text, /Worth keeping/);
  const taken = await ann.post('/my-learning/try-outs/new', written({ no_pupil_seen: 'yes' }), [
    file('work.png', png),
  ]);
  assert.equal(taken.status, 303);
  assert.match((await ann.get(taken.to)).text, /<img[^>]+alt="The picture work\.png"/);
});

test('a huge file is refused kindly', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const address = await logged(ann);
  const huge = await ann.post(`${address}/files`, { no_pupil_seen: 'yes' }, [
    file('film.mp4', Buffer.alloc(26 * 1_048_576)),
  ]);
  assert.ok([413, 422].includes(huge.status), String(huge.status));
  assert.match(huge.text, /too large|larger than 25 MB/);
  assert.doesNotMatch((await ann.get(address)).text, /film\.mp4/);
});

test('at night, what nothing came to stand for is cleared away after a day', async () => {
  const { site, as } = await scene();
  const ann = await as('ann');
  const link = await withFile(ann, await logged(ann), 'kept.txt', 'kept');
  const orphan = await site.services.storage.put(Buffer.from('orphan'), { maxBytes: 100 });
  const jobs = { services: site.services, handlers: [], recurring: [sweepFiles], log: assert.fail };
  await deliver(site);
  await runDueJobs(jobs);
  site.clock.now = new Date(Date.now() + 3 * 86_400_000);
  await runDueJobs(jobs);
  await assert.rejects(site.services.storage.open(orphan.sha256));
  assert.equal((await (await as('ann')).get(link)).text, 'kept');
});

test('the same file attached a second time is not there twice, and one that was taken away can come again', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const address = await logged(ann);
  const shown = async () => [...(await ann.get(address)).text.matchAll(/href="(\/files\/[^"]+)"/g)];
  const attach = (name: string, body: string) =>
    ann.post(`${address}/files`, { shows: 'own' }, [file(name, body)]);
  await attach('plan.txt', 'The plan');
  assert.equal((await attach('plan (2).txt', 'The plan')).status, 303);
  const page = await ann.get(address);
  assert.match(page.text, /This was attached already, so it is not there twice\./);
  const links = [...page.text.matchAll(/href="(\/files\/[^"]+)"/g)];
  assert.equal(links.length, 1);
  await attach('plan.txt', 'Another plan');
  assert.equal((await shown()).length, 2);
  await ann.post(`${links[0]![1]}/end`);
  await attach('plan.txt', 'The plan');
  assert.equal((await shown()).length, 2);
});
