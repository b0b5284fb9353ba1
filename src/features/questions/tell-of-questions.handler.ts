import { z } from 'zod';
import type { Services } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { told } from '#platform/jobs/handler.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { type MailWords, selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import { questionHref } from './addresses.ts';
import { type Matter, selectMatter } from './matter.queries.ts';

export const owedNotice = 'question-waits';
export const answeredNotice = 'question-answered';

/** Who is written to, and what: ids of people and words that hold nothing of the question itself. */
interface Letter {
  to: readonly string[];
  words: () => MailWords;
}

/** `since` is when the specialists began to owe an answer. */
const event = z.object({ itemId: z.uuid(), actorId: z.uuid(), since: z.iso.datetime().optional() });

/**
 * Brings the lists of the specialists and the asker in line with the question as it stands, and writes
 * to whomever the event concerns. Mail says that something is there, never what was written.
 */
export const tellOfQuestion = told(
  [
    'question.asked',
    'question.asked-further',
    'question.asked-again',
    'question.replied',
    'question.withdrawn',
    'question.waiting',
  ],
  event,
  async ({ id, kind, ownerId, body }, job) => {
    const matter = await selectMatter(job.db, ownerId, body.itemId);
    if (!matter) return;
    await settleNotices(job, ownerId, matter);
    const letter = letterOf(kind, body, matter);
    if (!letter) return;
    for (const person of await selectAddressees(job, ownerId, letter.to))
      await writeTo(job, person, id, letter.words, { about: [matter.id] });
  },
);

async function settleNotices(services: Services, ownerId: string, matter: Matter): Promise<void> {
  const common = { subjectKey: matter.id, href: questionHref(matter, matter.id), dueAt: null };
  const owed = matter.open && matter.waitingSince !== null;
  const answered = matter.open && matter.waitingSince === null;
  await settleMatter(
    services.db,
    {
      fromOwner: ownerId,
      itemId: matter.id,
      personIds: [...new Set([...matter.specialists, ...matter.former, matter.askerId])],
    },
    [
      ...(owed ? matter.specialists.map((personId) => ({ ...common, personId, kind: owedNotice })) : []),
      ...(answered && !matter.lastByAsker
        ? [{ ...common, personId: matter.askerId, kind: answeredNotice }]
        : []),
    ],
    services.now(),
  );
}

function letterOf(
  kind: string,
  { actorId, since }: z.output<typeof event>,
  matter: Matter,
): Letter | undefined {
  if (!matter.open) return undefined;
  const href = questionHref(matter, matter.id);
  const because = () =>
    t('You get this because you are in a programme or group in which questions are asked.');
  const toSpecialists = (subject: string, says: string): Letter => ({
    to: matter.specialists.filter((personId) => personId !== actorId),
    words: () => ({
      subject,
      paragraphs: [says],
      link: { label: t('Read and answer'), href },
      because: because(),
    }),
  });
  switch (kind) {
    case 'question.asked':
    case 'question.asked-again':
      return toSpecialists(t('A question for you'), t('Somebody you help has a question for you.'));
    case 'question.asked-further':
      return toSpecialists(t('A further question'), t('Somebody who asked you before asks further.'));
    case 'question.waiting':
      // Only when it still waits since that moment: an answer in between, and there is nothing to remind of.
      return matter.waitingSince?.toISOString() === since
        ? {
            ...toSpecialists(
              t('A question waits for you'),
              t(
                'It was asked two school days ago and has no answer yet. A short one is enough, or when you will come to it.',
              ),
            ),
            to: matter.specialists,
          }
        : undefined;
    case 'question.replied':
      return actorId === matter.askerId
        ? undefined
        : {
            to: [matter.askerId],
            words: () => ({
              subject: t('Somebody replied to your question'),
              paragraphs: [t('There is a reply to your question.')],
              link: { label: t('Read the reply'), href },
              because: because(),
            }),
          };
    default:
      return undefined;
  }
}
