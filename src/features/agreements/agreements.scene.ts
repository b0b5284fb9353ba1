import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Mail } from '#platform/mail/mailer.ts';
import { runDueJobs } from '#platform/jobs/relay.ts';
import { jobsOf } from '#src/jobs.ts';
import { joinCircle } from '#test/factories.ts';
import { type Browser, type Fields, testSite } from '#test/site.ts';
import { makeWorld, type SignedIn } from '#test/world.ts';

/** A programme with three teachers in it, for the tests of this room. */
export async function scene() {
  const site = await testSite();
  const world = await makeWorld(site.db);
  const mail: Mail[] = [];
  site.services.mailer = {
    hasServer: true,
    send: async (each) => void mail.push(each),
    close: () => undefined,
  };
  await joinCircle(site.db, world.school, world.programme.id, world.people.colleague, 'participant');
  const as = (who: SignedIn): Promise<Browser> => site.as(world.people[who]);
  const idOf = (who: SignedIn): string => world.people[who].personId;
  const [teacher, partner] = [await as('teacher'), await as('partner')];

  /** The relay does everything that is due. */
  const jobs = (): Promise<number> => runDueJobs(jobsOf(site.services, (line) => assert.fail(line)));

  /** The teacher asks these people; answers the address of the agreement. */
  const propose = async (...others: SignedIn[]): Promise<string> => {
    const answer = await teacher.post('/programmes/reading-together/agreements/new', {
      partners: others.map(idOf),
      proposal: 'Questions that make pupils think.',
    });
    assert.equal(answer.status, 303, answer.text);
    return answer.to;
  };

  /** Teacher and partner are partners; nothing is written. */
  const partnership = async (): Promise<string> => {
    const href = await propose('partner');
    assert.equal((await partner.post(`${href}/answer`, { answer: 'accepted' })).status, 303);
    return href;
  };

  /** A whole text: every part that must be answered is. */
  const whole = (version: number, more: Fields = {}): Fields => ({
    version,
    'part-focus': 'Asking questions that cannot be answered with one word.',
    focus_topic: 'yes',
    focus_own: 'My quiet pupils',
    focus_pupils: 'Four readers in Year 5',
    focus_looks: 'They say why',
    focus_know: 'Tallies of answers with a because',
    'part-how': 'One new question a lesson.',
    places: ['log', 'pupil-work'],
    'part-record': 'Sticky notes on the wall',
    'part-observations': 'Once a fortnight.',
    obs_on_0: '2026-11-25',
    obs_at_0: '10:15',
    obs_who_0: `${idOf('teacher')} ${idOf('partner')}`,
    obs_place_0: 'Room 4',
    'part-feedback': 'The same day, twenty minutes, library.',
    prep_colleagues: 'yes',
    prep_who_colleagues: idOf('partner'),
    prep_by_colleagues: '2026-11-20',
    prep_own_0: 'Book the library',
    prep_key_0: '',
    'part-review': 'Over coffee.',
    review_on: '2026-12-11',
    'part-peer-coaching-record': 'A page each after every observation.',
    ...more,
  });

  /** Written and signed by both: in force. */
  const inForce = async (more: Fields = {}): Promise<string> => {
    const href = await partnership();
    const saved = await teacher.post(`${href}/write`, whole(0, more));
    assert.equal(saved.status, 303, saved.text);
    assert.equal((await teacher.post(`${href}/sign`, { version: 1 })).status, 303);
    assert.equal((await partner.post(`${href}/sign`, { version: 1 })).status, 303);
    return href;
  };

  return { site, world, as, idOf, teacher, partner, jobs, propose, partnership, whole, inForce, mail };
}

/** Three partners whose agreement is in force; the partner is the one who leaves. */
export async function ofThree() {
  const all = await scene();
  const colleague = await all.as('colleague');
  const href = await all.propose('partner', 'colleague');
  for (const each of [all.partner, colleague]) await each.post(`${href}/answer`, { answer: 'accepted' });
  await all.teacher.post(`${href}/write`, all.whole(0));
  for (const each of [all.teacher, all.partner, colleague])
    assert.equal((await each.post(`${href}/sign`, { version: 1 })).status, 303);
  all.site.clock.move(60_000);
  const leave = async (why = '') => {
    const answer = await all.partner.post(`${href}/leave`, { why });
    assert.equal(answer.status, 303, answer.text);
    await all.jobs();
    all.site.clock.move(60_000);
    return answer;
  };
  return { ...all, colleague, href, leave };
}

/**
 * Does these things at once while somebody else holds a row, who lets go as soon as all of them wait for it or are
 * done: each has begun then before any was carried out. `hold` locks the row.
 */
export async function atOnce<T>(
  db: Db,
  hold: (tx: Db) => Promise<unknown>,
  ...acts: (() => Promise<T>)[]
): Promise<T[]> {
  let done = false;
  const all = await db.transaction().execute(async (tx) => {
    await hold(tx);
    const answers = Promise.all(acts.map((act) => act())).finally(() => (done = true));
    for (let i = 0; i < 100 && !done && (await waiting(db)) < acts.length; i++) await setTimeout(20);
    return { answers };
  });
  return all.answers;
}

const waiting = async (db: Db): Promise<number> =>
  (
    await sql<{ n: number }>`select count(*)::int as n from pg_locks l join pg_stat_activity a using (pid)
      where not l.granted and a.datname = current_database()`.execute(db)
  ).rows[0]!.n;

/** The first observation that a page of an agreement leads to. */
export const visitIn = (text: string): string => /href="(\/observations\/[0-9a-f-]{36})"/.exec(text)![1]!;

export const idIn = (href: string): string => href.split('/').at(-1)!;

/** The part of the first page that says what waits. */
export const waitingOn = (page: { text: string }): string =>
  page.text.slice(page.text.indexOf('Waiting for you'), page.text.indexOf('<h2>Today</h2>'));
