import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isQuiet, type QuietTime } from '#platform/notices/quiet-time.ts';
import { scene } from './messages.scene.ts';
import { arrival } from './quiet.ts';

const school: QuietTime = { hours: { from: '18:00', until: '07:30' }, days: [6, 7] };
const at = (now: string, quiets: readonly QuietTime[] = [school], zone = 'Europe/London'): string =>
  arrival(quiets, { now: new Date(now), zone, urgent: false }).toISOString();

test('what is written in the day arrives in a minute, in the evening in the morning, on Friday night on Monday', () => {
  assert.equal(at('2026-11-18T10:00:00Z'), '2026-11-18T10:01:00.000Z');
  assert.equal(at('2026-11-18T21:00:00Z'), '2026-11-19T07:30:00.000Z');
  assert.equal(at('2026-11-20T18:30:00Z'), '2026-11-23T07:30:00.000Z');
  assert.equal(at('2026-11-20T17:59:30Z'), '2026-11-23T07:30:00.000Z', 'its minute ends in quiet hours');
});

test('over a change of the clocks it arrives at half past seven by the clock of the school', () => {
  assert.equal(at('2026-10-23T19:00:00Z'), '2026-10-26T07:30:00.000Z', 'back to winter time');
  assert.equal(at('2027-03-26T19:00:00Z'), '2027-03-29T06:30:00.000Z', 'on to summer time');
});

test('one’s own quiet time is kept beside the school’s, and where both leave no moment it arrives all the same', () => {
  const mornings: QuietTime = { hours: { from: '07:00', until: '09:00' }, days: [1] };
  assert.equal(at('2026-11-20T19:00:00Z', [school, mornings]), '2026-11-24T09:00:00.000Z');
  const never: QuietTime = { hours: { from: '07:30', until: '18:00' }, days: [] };
  assert.equal(at('2026-11-18T10:00:00Z', [school, never]), '2026-11-18T10:01:00.000Z');
});

test('at no hour of a year does anything arrive in a quiet time', () => {
  for (let hour = 0; hour < 24 * 365; hour += 7) {
    const now = new Date(Date.UTC(2026, 8, 1, hour));
    const arrives = arrival([school], { now, zone: 'Europe/London', urgent: false });
    assert.ok(arrives > now && !isQuiet(school, arrives, 'Europe/London'), now.toISOString());
  }
});

test('over a weekend it is said when it will arrive, nobody reads it before, and staff alone pass it over', async () => {
  const { as, to, site, done, waiting, jobs } = await scene();
  site.clock.set('2026-11-20T19:00:00Z');
  const talk = await done('lowri', to('ffion', 'cai'), { text: 'Cai is ill.', urgent: 'yes' });
  assert.match((await (await as('lowri')).get(talk)).text, /It will arrive on Monday 23 November at 07:30/);
  site.clock.set('2026-11-22T12:00:00Z');
  await jobs();
  assert.doesNotMatch((await (await as('ffion')).get('/messages')).text, /Cai is ill/);
  await done('ffion', to('tomos'), { text: 'The boiler is out.', urgent: 'yes' });
  site.clock.move(61_000);
  assert.match((await (await as('tomos')).get('/messages')).text, /The boiler is out/);
  site.clock.set('2026-11-23T07:31:00Z');
  await jobs();
  assert.match((await (await as('ffion')).get('/messages')).text, /Cai is ill/);
  assert.match(await waiting('ffion'), /Read the message from Lowri Roberts/);
});
