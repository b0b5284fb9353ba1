import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runDueJobs } from '../jobs/relay.ts';
import { selectAddressees, writeTo } from '../notices/write-to.ts';
import { testDatabase } from '#test/database.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { startOfTests } from '#test/site.ts';
import { bareServices } from '#test/bare-services.ts';
import { sendMail } from './send-later.ts';

const { db } = await testDatabase();
const school = await makeSchool(db);
const [ann, bea, cai] = [
  await makePerson(db, school, { name: 'Ann Rees' }),
  await makePerson(db, school, { name: 'Bea Ali' }),
  await makePerson(db, school, { name: 'Cai Evans' }),
];

test('one letter that fails holds up no other, is tried again alone, and leaves no words behind', async () => {
  let now = startOfTests;
  let refused: string | null = bea.email;
  const sent: string[] = [];
  const mailer = {
    hasServer: true,
    send: async ({ to }: { to: string }) => {
      if (to === refused) throw new Error('no such mailbox');
      sent.push(to);
    },
    close: () => undefined,
  };
  const services = bareServices(db, { mailer, now: () => now });
  const jobs = { services, handlers: [sendMail], log: () => undefined };
  const tell = async (): Promise<void> => {
    const people = [ann, bea, cai].map(({ personId }) => personId);
    for (const person of await selectAddressees(services, school.id, people))
      await writeTo(services, person, 'event-1', () => ({
        subject: 'A lesson about volcanoes',
        paragraphs: ['Something to read.'],
        link: { label: 'Read', href: '/today' },
        because: 'You get this because this is a test.',
      }));
  };
  await tell();
  await runDueJobs(jobs);
  assert.deepEqual(sent.toSorted(), [ann.email, cai.email].toSorted());

  refused = null;
  now = new Date(now.getTime() + 60_000);
  await tell();
  await runDueJobs(jobs);
  await runDueJobs(jobs);
  assert.deepEqual(sent.toSorted(), [ann.email, bea.email, cai.email].toSorted(), 'each once');

  const kept = await db
    .selectFrom('outbox')
    .select(['body', 'done_at'])
    .where('owner_id', '=', school.id)
    .execute();
  assert.equal(kept.length, 3);
  assert.ok(kept.every(({ done_at }) => done_at !== null));
  assert.doesNotMatch(JSON.stringify(kept), /volcanoes|example/);
});

test('whoever begins later is written to from their first day on', async () => {
  const { personId } = await makePerson(db, school, { name: 'Dai Pugh' });
  await db
    .updateTable('member')
    .set({ starts_on: '2027-01-04' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', personId)
    .execute();
  const written = async (at: string) =>
    (await selectAddressees({ db, now: () => new Date(at) }, school.id, [personId])).length;
  assert.equal(await written('2027-01-03T23:30:00Z'), 0);
  assert.equal(await written('2027-01-04T00:30:00Z'), 1);
});
