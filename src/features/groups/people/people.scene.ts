import assert from 'node:assert/strict';
import type { Mail } from '#platform/mail/mailer.ts';
import { runDueJobs } from '#platform/jobs/relay.ts';
import { byId, catalogue } from '#features/evidence/index.ts';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { jobsOf } from '#src/jobs.ts';
import { type Browser, type Fields, startOfTests, testSite } from '#test/site.ts';
import { makeWorld, type SignedIn } from '#test/world.ts';

/** A school in which groups are started from the catalogue's protocols, for the tests of who is in one. */
export async function scene() {
  const site = await testSite();
  const world = await makeWorld(site.db);
  const mail: Mail[] = [];
  site.services.mailer = {
    hasServer: true,
    send: async (each) => void mail.push(each),
    close: () => undefined,
  };
  const as = (who: SignedIn): Promise<Browser> => site.as(world.people[who]);
  const idOf = (who: SignedIn): string => world.people[who].personId;

  /** The relay does everything that is due. */
  const jobs = (): Promise<number> => runDueJobs(jobsOf(site.services, (line) => assert.fail(line)));

  /** Somebody starts a group; answers its address. */
  const start = async (protocol: string, by: SignedIn = 'teacher', more: Fields = {}): Promise<string> => {
    const answer = await (
      await as(by)
    ).post('/groups/new', {
      protocol,
      title: `Group of ${by} ${protocol}`,
      starts_on: '2026-11-18',
      terms: byId(catalogue().protocols, protocol).terms[0]!,
      joining: 'invited',
      seen: 'yes',
      ...more,
    });
    assert.equal(answer.status, 303, answer.text);
    return answer.to.replace('/people', '');
  };

  /** Somebody is asked into a group; nothing is answered yet. */
  const ask = async (href: string, who: SignedIn, by: SignedIn = 'teacher', part = 'participant') =>
    (await as(by)).post(`${href}/people/${idOf(who)}/invite`, { part, words: 'Come along.' });

  const answer = async (href: string, who: SignedIn, says: 'yes' | 'no' = 'yes', more: Fields = {}) =>
    (await as(who)).post(`${href}/answer`, { answer: says, ...more });

  /** Somebody is asked, and says yes. */
  const comeIn = async (href: string, who: SignedIn, by: SignedIn = 'teacher', part = 'participant') => {
    for (const each of [await ask(href, who, by, part), await answer(href, who)])
      assert.equal(each.status, 303, each.text);
  };

  /** A class that these people teach. */
  const teach = async (subject: string | null, yearLabel: string | null, ...who: SignedIn[]) => {
    const unit = { kind: 'class' as const, name: `${subject} ${yearLabel}`, subject, yearLabel };
    const [unitId] = await insertUnits(site.db, world.school.id, [unit], startOfTests);
    const rows = who.map((each) => ({ unitId: unitId!, personId: idOf(each), part: 'teacher' as const }));
    await insertMemberships(site.db, world.school.id, rows, startOfTests);
  };

  /** Who is in the group now, by part, as stored. */
  const inGroup = async (href: string): Promise<Record<string, string[]>> => {
    const rows = await site.db
      .selectFrom('circle_member as c')
      .innerJoin('programme as p', (join) =>
        join.onRef('p.owner_id', '=', 'c.owner_id').onRef('p.id', '=', 'c.circle_id'),
      )
      .innerJoin('person as n', 'n.id', 'c.person_id')
      .select(['c.part', 'n.name'])
      .where('c.owner_id', '=', world.school.id)
      .where('p.owner_id', '=', world.school.id)
      .where('p.slug', '=', href.split('/')[2]!)
      .where('c.ends_at', 'is', null)
      .orderBy('n.sort_name')
      .execute();
    const byPart = Map.groupBy(rows, ({ part }) => part);
    return Object.fromEntries([...byPart].map(([part, all]) => [part, all.map(({ name }) => name)]));
  };

  return { site, world, as, idOf, jobs, mail, start, ask, answer, comeIn, teach, inGroup };
}

/** What waits for somebody, by the addresses it leads to. */
export const waitingFor = async (browser: Browser): Promise<string> => {
  const { text } = await browser.get('/today');
  return text.slice(text.indexOf('Waiting for you'), text.indexOf('<h2>Today</h2>'));
};
