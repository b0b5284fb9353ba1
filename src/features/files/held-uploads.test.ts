import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logged, scene, written } from '#features/try-outs/try-outs.scene.ts';
import { runDueJobs } from '#platform/jobs/relay.ts';
import { deliver } from '#test/deliver.ts';
import { markupTroubles } from '#test/html-rules.ts';
import { sweepFiles } from './sweep-files.job.ts';

const newTryOut = '/my-learning/try-outs/new';
const file = (name: string, body: string | Buffer = name) => ({ field: 'files', name, body });
const withoutDay = () => written({ on_date: '' });

/** What the boxes of a form that came back say of its files. */
const heldIn = (page: string): string[] =>
  [...page.matchAll(/name="held_files"\s+value="([^"]+)"\s+checked/g)].map(([, value]) => value!);

test('files chosen in a form that comes back are kept, named, and go with it the next time', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const back = await ann.post(newTryOut, withoutDay(), [file('plan.txt'), file('sheet.txt')]);
  assert.equal(back.status, 422);
  assert.match(back.text, /Kept from before\. Untick a file to leave it out\./);
  assert.deepEqual(await markupTroubles(back.text), []);
  const held = heldIn(back.text);
  assert.equal(held.length, 2);

  const again = await ann.post(newTryOut, { ...withoutDay(), held_files: held }, [file('third.txt')]);
  assert.equal(heldIn(again.text).length, 3, 'a second time they are kept as well');

  const taken = await ann.post(newTryOut, written({ held_files: [held[0]!, heldIn(again.text)[2]!] }));
  const page = await ann.get(taken.to);
  assert.match(page.text, /plan\.txt/);
  assert.match(page.text, /third\.txt/);
  assert.doesNotMatch(page.text, /sheet\.txt/, 'what was unticked is left out');
  const link = /href="(\/files\/[^"]+)"><bdi>plan\.txt/.exec(page.text)![1]!;
  assert.equal((await ann.get(link)).text, 'plan.txt');
});

test('those that wait and those that are new are counted together, and what is too many is named', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const some = (count: number, of: string) => Array.from({ length: count }, (_, n) => file(`${of}${n}.txt`));
  const held = heldIn((await ann.post(newTryOut, withoutDay(), some(8, 'old'))).text);
  const again = await ann.post(newTryOut, written({ held_files: held }), some(3, 'new'));
  assert.equal(again.status, 422);
  assert.match(again.text, /“new2\.txt” is one too many: at most 10 files at a time\./);
  assert.equal(heldIn(again.text).length, 10);
});

test('a file that is chosen again though it waits, or chosen twice, waits once', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const held = heldIn((await ann.post(newTryOut, withoutDay(), [file('plan.txt'), file('plan.txt')])).text);
  assert.equal(held.length, 1);
  const again = await ann.post(newTryOut, { ...withoutDay(), held_files: held }, [
    file('plan.txt'),
    file('other.txt'),
    file('plan.txt', 'another plan'),
  ]);
  assert.equal(heldIn(again.text).length, 3, 'another file, or other words in it, waits as well');
  const taken = await ann.post(newTryOut, written({ held_files: heldIn(again.text) }), [file('plan.txt')]);
  assert.equal((await ann.get(taken.to)).text.match(/\.txt<\/bdi>/g)?.length, 3);
});

test('a name with quotation marks is read as it was given, as browsers send it', async () => {
  const { as } = await scene();
  const page = (await (await as('ann')).post(newTryOut, withoutDay(), [file('my %22best%22 plan.txt')])).text;
  assert.match(page, /my (&quot;|&#34;)best(&quot;|&#34;) plan\.txt<\/bdi/);
  assert.equal(heldIn(page).length, 1);
});

test('they are still there when one leaves the page and comes back to the draft', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  await ann.post(newTryOut, { ...withoutDay(), draft_key: 'try-out:new' }, [file('plan.txt')]);
  const page = await ann.get(newTryOut);
  assert.equal(heldIn(page.text).length, 1);
  assert.match(page.text, /plan\.txt/);
});

test('a draft kept by its button says which files to choose again', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  // A browser sends the names of chosen files where a form is sent as words alone.
  await ann.post('/drafts/keep', { ...written(), draft_key: 'try-out:new', files: ['plan.txt', 'b.txt'] });
  assert.match((await ann.get(newTryOut)).text, /Choose again: plan\.txt and b\.txt\./);
});

test('a form that needs a file takes the one that waits', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const address = await logged(ann);
  const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\0IEND\xae\x42\x60\x82', 'latin1');
  const back = await ann.post(`${address}/files`, {}, [file('work.png', png)]);
  assert.match(back.text, /Say that no pupil can be recognised/);
  const taken = await ann.post(`${address}/files`, { no_pupil_seen: 'yes', held_files: heldIn(back.text) });
  assert.equal(taken.status, 303, taken.text);
  assert.match((await ann.get(address)).text, /work\.png/);
});

test('a file that waits is its sender’s alone, and belongs to the form it was chosen in', async () => {
  const { as } = await scene();
  const [ann, tomos] = [await as('ann'), await as('tomos')];
  const held = heldIn((await ann.post(newTryOut, withoutDay(), [file('plan.txt')])).text);
  const stolen = await tomos.post(newTryOut, written({ held_files: held }));
  assert.equal(stolen.status, 422);
  assert.match(stolen.text, /“plan\.txt” is no longer kept here\. Choose it again\./);
  const elsewhere = await ann.post(`${await logged(ann)}/files`, { held_files: held });
  assert.equal(elsewhere.status, 422);
});

test('after a day it has gone, and the form says which file to choose again', async () => {
  const { site, as, people } = await scene();
  const held = heldIn((await (await as('ann')).post(newTryOut, withoutDay(), [file('plan.txt')])).text);
  const jobs = { services: site.services, handlers: [], recurring: [sweepFiles], log: assert.fail };
  await deliver(site);
  await runDueJobs(jobs);
  site.clock.now = new Date(Date.now() + 3 * 86_400_000);
  await runDueJobs(jobs);
  const answer = await (await as('ann')).post(newTryOut, written({ held_files: held }));
  assert.equal(answer.status, 422);
  assert.match(answer.text, /“plan\.txt” is no longer kept here/);
  assert.deepEqual(heldIn(answer.text), []);
  assert.equal(
    (
      await site.db
        .selectFrom('held_upload')
        .select('id')
        .where('owner_id', '=', people.ann.personId)
        .execute()
    ).length,
    0,
  );
});

test('a page under the name of a picture is refused beside the field; the other files and the words stay', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const back = await ann.post(newTryOut, written({ why: 'Worth keeping' }), [
    file('board.png', '<!doctype html><script>alert(1)</script>'),
    file('plan.txt'),
  ]);
  assert.equal(back.status, 422);
  assert.match(back.text, /“board\.png” is named like a picture, but what is in it is not one/);
  assert.match(back.text, /<a href="#f-[^"]*-files">/, 'the summary leads to the field');
  assert.match(back.text, /Worth keeping/);
  assert.equal(heldIn(back.text).length, 1);
  assert.doesNotMatch(heldIn(back.text)[0]!, /board/);
});

test('a page that is called one is taken, and the list says that it is downloaded', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const taken = await ann.post(newTryOut, written(), [file('lesson.html', '<!doctype html><p>A lesson')]);
  assert.match((await ann.get(taken.to)).text, /lesson\.html<\/bdi><\/a>[^]*downloaded, not shown here/);
});

test('one file too large does not take the words and the other files with it', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const back = await ann.post(newTryOut, written({ why: 'Worth keeping' }), [
    file('film.mp4', Buffer.alloc(26 * 1_048_576)),
    file('plan.txt'),
  ]);
  assert.equal(back.status, 422);
  assert.match(back.text, /“film\.mp4” is too large: at most 25 MB/);
  assert.match(back.text, /Worth keeping/);
  assert.equal(heldIn(back.text).length, 1);
});
