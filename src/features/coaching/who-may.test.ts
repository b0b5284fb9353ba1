import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fields } from '#test/site.ts';
import { signedIn, type SignedIn } from '#test/world.ts';
import { scene } from './core.scene.ts';

/** For each thing one can do in a pairing of teacher and partner: who gets it. Everybody else is refused. */
const table: readonly { what: string; below: string; send?: Fields; who: readonly SignedIn[] }[] = [
  { what: 'open the home', below: '', who: ['teacher', 'partner'] },
  { what: 'read the agreement', below: '/agreement', who: ['teacher', 'partner'] },
  { what: 'read its history', below: '/agreement/history', who: ['teacher', 'partner'] },
  { what: 'open the form', below: '/agreement/write', who: ['teacher', 'partner'] },
  { what: 'say a quiet word', below: '/quiet', who: ['teacher', 'partner'] },
  // What is sent is wrong on purpose: whoever may is told what is wrong, and nothing changes for the next.
  {
    what: 'write the agreement',
    below: '/agreement/write',
    send: { version: 0, look_again_on: '2026-01-01' },
    who: ['teacher', 'partner'],
  },
  { what: 'sign', below: '/agreement/sign', send: { version: 0 }, who: ['teacher', 'partner'] },
  { what: 'send a quiet word', below: '/wish', send: { wish: 'shout' }, who: ['teacher', 'partner'] },
  { what: 'answer', below: '/answer', send: { answer: 'yes' }, who: [] },
  { what: 'come back', below: '/come-back', send: {}, who: [] },
];

for (const { what, below, send, who } of table)
  test(`${who.length > 0 ? who.join(' and ') : 'nobody'} can ${what}, whatever the role of the others`, async () => {
    const { as, together } = await shared;
    const href = await together;
    for (const persona of signedIn) {
      const browser = await as(persona);
      const { status } = send
        ? await browser.post(`${href}${below}`, send)
        : await browser.get(`${href}${below}`);
      const refused = status === 403 || status === 404;
      assert.equal(!refused, who.includes(persona), `${persona}: ${status}`);
      if (send && !refused) assert.equal(status, 422, persona);
    }
  });

test('an address that names nothing, or another thing than a pairing, is nothing', async () => {
  const { as, world } = await shared;
  const teacher = await as('teacher');
  for (const id of ['x', crypto.randomUUID(), world.programme.id, world.people.teacher.personId])
    for (const below of ['', '/agreement', '/quiet', '/answer'])
      assert.equal((await teacher.get(`/coaching/${id}${below}`)).status, 404, `${id}${below}`);
});

/** One school and one pairing for all rows: nothing that is sent changes anything. */
const shared = scene().then((made) => ({ ...made, together: made.together() }));
