import { dayMs } from '#platform/calendar/dates.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Services } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { daysAhead, letterIsDue } from '#platform/notices/letter-times.ts';
import { type Addressee, type MailWords, post, selectAddressees } from '#platform/notices/write-to.ts';
import { remembered } from '#platform/remembered.ts';
import { markWritten, type News, selectNews, selectPeopleWithNews } from './news.queries.ts';
import { noticeHref, noticeLine, type NoticeWords } from './notice-words.ts';

/** A round of letters: what is told of is what came to wait, and the letters of day and week since the last one. */
export interface Round {
  organisationId: string;
  /** The members with an account. */
  personIds: readonly string[];
  since: Date;
  now: Date;
  words: NoticeWords;
  signal: AbortSignal;
}

/** So many people are written to in one transaction. */
const atATime = 200;
/** So many things stand in one letter; the first page has them all. */
const mostLines = 20;

/** One letter to each person for whom it is time, with everything in it that came to wait or falls due. */
export async function writeNews(services: Services, round: Round): Promise<void> {
  const { organisationId, personIds, since, now, signal } = round;
  const isTime = remembered((chosen: string): boolean => {
    const { hearing, zone } = JSON.parse(chosen) as Pick<Addressee, 'hearing' | 'zone'>;
    return letterIsDue(hearing, since, now, zone);
  });
  const people = await selectPeopleWithNews(services.db, organisationId, personIds, now);
  for (let from = 0; from < people.length; from += atATime) {
    signal.throwIfAborted();
    const some = await selectAddressees(services, organisationId, people.slice(from, from + atATime));
    const ready = some.filter(({ hearing, zone }) => isTime(JSON.stringify({ hearing, zone })));
    if (ready.length > 0) await writeToThese(services, round, ready);
  }
}

async function writeToThese(
  services: Services,
  { organisationId, now, words }: Round,
  people: readonly Addressee[],
): Promise<void> {
  const personIds = people.map(({ personId }) => personId);
  await transaction(services.db, async (tx) => {
    const byPerson = Map.groupBy(
      await selectNews(tx, organisationId, personIds, now),
      ({ personId }) => personId,
    );
    const toldAsDue = people.flatMap(({ personId, hearing }) => {
      // What is due tomorrow is told of as due today, also to those who hear at once: it needs no second letter then.
      const by = new Date(now.getTime() + Math.max(daysAhead(hearing.rhythm), 1) * dayMs);
      return (byPerson.get(personId) ?? []).filter(({ dueAt }) => dueAt !== null && dueAt <= by);
    });
    await markWritten(tx, [...byPerson.values()].flat(), toldAsDue, now);
    for (const person of people) {
      const news = byPerson.get(person.personId);
      if (!news) continue;
      // The same things told of at another moment are another letter.
      const id = `news:${now.toISOString()}:${news.map((each) => each.id).join()}`;
      await post(services, person, id, () => newsLetter(person, news, words), { tx });
    }
  });
}

function newsLetter({ organisation }: Addressee, news: readonly News[], words: NoticeWords): MailWords {
  const lines = news.map((each) => ({ says: noticeLine(words, each), href: noticeHref(each.id) }));
  const [first] = lines;
  const shown = lines.slice(0, mostLines);
  const n = lines.length;
  return {
    subject: tn(n, 'One thing is waiting: {first}', '{n} things are waiting', { first: first!.says }),
    paragraphs: [
      n === 1
        ? t('This waits for you at {organisation}: {what}.', { organisation, what: first!.says })
        : t('These wait for you at {organisation}:', { organisation }),
    ],
    ...(n > 1 ? { list: shown } : {}),
    link:
      n === 1
        ? { label: t('Go there'), href: first!.href }
        : {
            label:
              n > shown.length
                ? t('See these and {n} more on your first page', { n: n - shown.length })
                : t('See what waits'),
            href: '/today',
          },
    because: t(
      'You get this because something on your first page is new or falls due. You are written to once when it comes and once when it is due.',
    ),
  };
}
