import { transaction } from '#platform/db/transaction.ts';
import type { Services } from '#platform/http/context.ts';
import { formatTime, t, tn } from '#platform/i18n/i18n.ts';
import { noteIsDue } from '#platform/notices/letter-times.ts';
import { type Addressee, type MailWords, post, selectAddressees } from '#platform/notices/write-to.ts';
import { markNoted, type News, selectSoon } from './news.queries.ts';
import { noticeHref, noticeLine, noticeSays, type NoticeWords } from './notice-words.ts';
import type { Round } from './write-news.ts';

/** A note to everybody who wishes one before something begins, when that is an hour away or on its morning. */
export async function writeSoonNotes(
  services: Services,
  { organisationId, personIds, now, words, signal }: Round,
): Promise<void> {
  const byPerson = Map.groupBy(
    await selectSoon(services.db, organisationId, personIds, now),
    ({ personId }) => personId,
  );
  for (const person of await selectAddressees(services, organisationId, [...byPerson.keys()])) {
    signal.throwIfAborted();
    const soon = byPerson
      .get(person.personId)!
      .filter(({ beginsAt }) => noteIsDue(person.hearing, beginsAt!, now, person.zone));
    if (soon.length === 0) continue;
    // A thing that is moved begins anew, and is another letter.
    const id = `soon:${soon.map((each) => `${each.id}@${each.beginsAt!.toISOString()}`).join()}`;
    await transaction(services.db, async (tx) => {
      await markNoted(tx, soon, now);
      await post(services, person, id, () => soonLetter(person, soon, words), { tx });
    });
  }
}

function soonLetter({ organisation }: Addressee, soon: readonly News[], words: NoticeWords): MailWords {
  const [first] = soon;
  const one = soon.length === 1;
  return {
    subject: tn(soon.length, 'At {time}: {what}', '{n} things begin today, the first at {time}', {
      time: formatTime(first!.beginsAt!),
      what: noticeSays(words, first!.kind),
    }),
    paragraphs: [
      one
        ? t('This begins soon at {organisation}: {what}.', { organisation, what: noticeLine(words, first!) })
        : t('These begin soon at {organisation}:', { organisation }),
    ],
    ...(one
      ? {}
      : { list: soon.map((each) => ({ says: noticeLine(words, each), href: noticeHref(each.id) })) }),
    link: one
      ? { label: t('Go there'), href: noticeHref(first!.id) }
      : { label: t('See what waits'), href: '/today' },
    because: t('You get this because you wish a note before something begins.'),
  };
}
