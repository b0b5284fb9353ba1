import assert from 'node:assert/strict';
import { catalogue } from '#features/evidence/index.ts';
import type { Mail } from '#platform/mail/mailer.ts';
import { runDueJobs } from '#platform/jobs/relay.ts';
import { jobsOf } from '#src/jobs.ts';
import { type Answer, type Browser, type Fields, testSite } from '#test/site.ts';
import { makeWorld, type SignedIn } from '#test/world.ts';
import { partsOf } from './agreement/agreement-parts.ts';
import type { Kind } from './together.ts';

/** A school in which people find one another, for the tests of this room. */
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
  const nameOf = (who: SignedIn): string => world.people[who].name;

  /** The relay does everything that is due. */
  const jobs = (): Promise<number> => runDueJobs(jobsOf(site.services, (line) => assert.fail(line)));

  const done = (answer: Answer): Answer => {
    assert.equal(
      answer.status,
      303,
      answer.text
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, 800),
    );
    return answer;
  };

  /** These people have finished every part of the preparation. */
  const prepare = async (...people: SignedIn[]): Promise<void> => {
    for (const who of people) {
      const browser = await as(who);
      for (const { id } of catalogue().coaching.preparation)
        done(await browser.post(`/coaching/preparation/${id}/done`));
    }
  };

  /** What a form of asking sends. */
  const asking = (kind: Kind, others: readonly SignedIn[], more: Fields = {}): Fields => ({
    kind,
    ...(kind === 'mentoring' && { for: 'progression' }),
    with: idOf(others[0]!),
    ...(others[1] && { and: idOf(others[1]) }),
    words: 'Questions that make pupils think.',
    ...more,
  });

  /** Somebody asks others; answers the address of the home. */
  const ask = async (
    kind: Kind,
    others: readonly SignedIn[],
    { by = 'teacher', ...more }: Fields & { by?: SignedIn } = {},
  ): Promise<string> => done(await (await as(by)).post('/coaching/ask', asking(kind, others, more))).to;

  const answer = async (
    href: string,
    who: SignedIn,
    says: 'yes' | 'no' = 'yes',
    more: Fields = {},
  ): Promise<Answer> => (await as(who)).post(`${href}/answer`, { answer: says, ...more });

  /** They work together: asked, prepared, and everybody said yes. Answers the address of the home. */
  const together = async (
    kind: Kind = 'specialist-coaching',
    others: readonly SignedIn[] = ['partner'],
  ): Promise<string> => {
    await prepare(...others, ...(kind === 'co-coaching' ? ['teacher' as const] : []));
    const href = await ask(kind, others);
    for (const who of others) done(await answer(href, who));
    await jobs();
    return href;
  };

  /** A whole agreement: every part has words. */
  const whole = (kind: Kind, version: number, more: Fields = {}): Fields => ({
    version,
    look_again_on: '2027-01-13',
    ...Object.fromEntries(partsOf({ kind }).map(({ id }) => [`part-${id}`, `What we say of ${id}`])),
    ...more,
  });

  /** The titles of what waits for somebody. */
  const waits = async (who: SignedIn): Promise<string[]> => {
    await jobs();
    const rows = await site.db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', idOf(who))
      .where('done_at', 'is', null)
      .orderBy('kind')
      .execute();
    return rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('coaching.'));
  };

  return {
    site,
    world,
    db: site.db,
    mail,
    as,
    idOf,
    nameOf,
    jobs,
    done,
    prepare,
    asking,
    ask,
    answer,
    together,
    whole,
    waits,
  };
}
