import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingsChanged } from '#platform/access/standing.ts';
import { makeManager } from '#test/factories.ts';
import { signedIn, type SignedIn } from '#test/world.ts';
import { scene, waitingOn } from './agreements.scene.ts';

test('a teacher asks a colleague, who finds it on the first page and in the mail, and joins', async () => {
  const { propose, partner, teacher, jobs, mail, world } = await scene();
  const href = await propose('partner');
  await jobs();
  assert.deepEqual(
    mail.map(({ to, subject }) => [to, subject]),
    [[world.people.partner.email, 'A colleague would like to form a partnership with you']],
  );
  assert.doesNotMatch(mail[0]!.text, /Questions that make/);
  const today = await partner.get('/today');
  assert.match(today.text, /You are asked to form a partnership/);
  const page = await partner.get(href);
  assert.match(page.text, /Questions that make pupils think/);
  assert.match(page.text, /Join the partnership/);
  await partner.post(`${href}/answer`, { answer: 'accepted' });
  await jobs();
  assert.match((await teacher.get(href)).text, /Nothing is written yet/);
  const waits = waitingOn(await partner.get('/today'));
  assert.match(waits, /Write your learning agreement/);
  assert.doesNotMatch(waits, /You are asked/);
});

test('whose last day here is over is not offered as a partner, and cannot be asked', async () => {
  const { teacher, site, world, idOf } = await scene();
  const path = '/programmes/reading-together/agreements/new';
  assert.match((await teacher.get(path)).text, /Huw Parry/);
  await site.db
    .updateTable('member')
    .set({ ends_on: '2026-11-17' })
    .where('owner_id', '=', world.school.id)
    .where('person_id', '=', idOf('colleague'))
    .execute();
  assert.doesNotMatch((await teacher.get(path)).text, /Huw Parry/);
  assert.equal((await teacher.post(path, { partners: [idOf('colleague')], proposal: 'Talk.' })).status, 422);
});

test('saying no closes what two people began, and tells the one who asked and nobody else', async () => {
  const { propose, partner, teacher, jobs, mail, world } = await scene();
  const href = await propose('partner');
  await partner.post(`${href}/answer`, { answer: 'declined' });
  await jobs();
  assert.equal((await partner.get(href)).status, 403);
  assert.match((await teacher.get(href)).text, /This partnership is closed/);
  const declined = mail.filter(({ subject }) => subject === 'A colleague said not this time');
  assert.deepEqual(
    declined.map(({ to }) => to),
    [world.people.teacher.email],
  );
});

test('of three, one may say no and the two go on; nobody signs while somebody has not answered', async () => {
  const { propose, partner, as, teacher, whole } = await scene();
  const colleague = await as('colleague');
  const href = await propose('partner', 'colleague');
  await partner.post(`${href}/answer`, { answer: 'accepted' });
  await teacher.post(`${href}/write`, whole(0, { 'part-how': '' }));
  const refused = await teacher.post(`${href}/sign`, { version: 1 });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /whether they will join[^]*One part has no answer yet/, 'all is said at once');
  await teacher.post(`${href}/write`, whole(1));
  assert.equal((await teacher.post(`${href}/sign`, { version: 2 })).status, 422);
  await colleague.post(`${href}/answer`, { answer: 'declined' });
  assert.equal((await teacher.post(`${href}/sign`, { version: 2 })).status, 303);
  assert.equal((await partner.post(`${href}/sign`, { version: 2 })).status, 303);
  assert.match((await partner.get(href)).text, /In force since/);
});

test('three partners: it holds only when the third has signed too', async () => {
  const { propose, partner, as, teacher, whole } = await scene();
  const colleague = await as('colleague');
  const href = await propose('partner', 'colleague');
  for (const each of [partner, colleague]) await each.post(`${href}/answer`, { answer: 'accepted' });
  await teacher.post(`${href}/write`, whole(0));
  for (const each of [teacher, partner]) await each.post(`${href}/sign`, { version: 1 });
  assert.match((await teacher.get(href)).text, /waits for Huw Parry to sign/);
  await colleague.post(`${href}/sign`, { version: 1 });
  assert.match((await teacher.get(href)).text, /In force since/);
});

test('an invitation can be taken back while nobody has answered it', async () => {
  const { propose, partner, teacher, idOf } = await scene();
  const href = await propose('partner', 'colleague');
  assert.equal((await teacher.post(`${href}/invitations/${idOf('colleague')}/withdraw`)).status, 303);
  assert.equal((await partner.post(`${href}/answer`, { answer: 'accepted' })).status, 303);
  assert.equal((await teacher.post(`${href}/invitations/${idOf('partner')}/withdraw`)).status, 404);
});

test('a line manager cannot be a partner, and the reason is said kindly', async () => {
  const { site, world, teacher, idOf } = await scene();
  await makeManager(site.db, world.school, world.people.partner, world.people.teacher);
  const answer = await teacher.post('/programmes/reading-together/agreements/new', {
    partners: [idOf('partner')],
  });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Tomos Bevan is Ffion Puw’s line manager/);
});

test('somebody who becomes a partner’s line manager can no longer open the agreement, and it can be seen why', async () => {
  const { site, world, inForce, teacher, partner } = await scene();
  const href = await inForce();
  await makeManager(site.db, world.school, world.people.partner, world.people.teacher);
  await standingsChanged(site.db, world.school.id);
  for (const below of ['', '/write', '/history', '/evidence'])
    assert.equal((await partner.get(`${href}${below}`)).status, 403);
  assert.match((await teacher.get(href)).text, /Tomos Bevan can no longer take part here/);
});

test('a partner who leaves the school can no longer read it; of three, the two who stay bring it into force', async () => {
  const { site, world, propose, partner, as, teacher, whole, idOf } = await scene();
  const colleague = await as('colleague');
  const href = await propose('partner', 'colleague');
  for (const each of [partner, colleague]) await each.post(`${href}/answer`, { answer: 'accepted' });
  await teacher.post(`${href}/write`, whole(0));
  for (const each of [teacher, partner]) await each.post(`${href}/sign`, { version: 1 });
  await site.db
    .updateTable('member')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', world.school.id)
    .where('person_id', '=', idOf('colleague'))
    .execute();
  await standingsChanged(site.db, world.school.id);
  assert.equal((await colleague.get(href)).status, 403);
  assert.match((await teacher.get(href)).text, /Let version 1 begin/);
  await teacher.post(`${href}/sign`, { version: 1 });
  assert.match((await partner.get(href)).text, /In force since/);
});

test('nobody but its partners opens an agreement, whatever their role', async () => {
  const { inForce, as } = await scene();
  const href = await inForce();
  const others = signedIn.filter((who) => who !== 'teacher' && who !== 'partner');
  for (const who of others) {
    const browser = await as(who as SignedIn);
    for (const below of ['', '/write', '/history', '/evidence', '/review', '/own-concerns'])
      assert.ok([403, 404].includes((await browser.get(`${href}${below}`)).status), `${who} opened ${below}`);
    for (const below of ['sign', 'write', 'close', 'answer'])
      assert.ok(
        [403, 404].includes(
          (await browser.post(`${href}/${below}`, { version: 1, answer: 'accepted' })).status,
        ),
        `${who} did ${below}`,
      );
  }
});

test('asking twice, as with a double click, makes one partnership', async () => {
  const { propose, teacher, idOf } = await scene();
  await propose('partner');
  const again = await teacher.post('/programmes/reading-together/agreements/new', {
    partners: [idOf('partner')],
  });
  assert.equal(again.status, 422);
  assert.match(again.text, /have a partnership in this programme already/);
});

test('only those who take part can be asked, and three others are too many', async () => {
  const { teacher, as, idOf } = await scene();
  const address = '/programmes/reading-together/agreements/new';
  assert.equal((await teacher.post(address, { partners: [idOf('head')] })).status, 422);
  assert.equal((await teacher.post(address, { partners: [] })).status, 422);
  assert.equal((await (await as('specialist')).post(address, { partners: [idOf('partner')] })).status, 403);
});
