import { today } from '#platform/calendar/dates.ts';
import type { Services } from '#platform/http/context.ts';
import type { Handler } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Message } from '#platform/jobs/outbox.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { type MailWords, selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import { type Request, requestHref, stateOf } from './request.ts';
import { selectOverriders, selectRequestById } from './request.queries.ts';

const askedNotice = 'override-asked';
const answeredNotice = 'override-answered';
const toldNotice = 'override-told';

type Telling = (services: Services, message: Message, request: Request) => Promise<void>;

const about =
  (tell: Telling): Handler =>
  async (services, message) => {
    const { itemId } = message.body as { itemId: string };
    const request = await selectRequestById(services.db, message.ownerId, itemId);
    if (request) await tell(services, message, request);
  };

/** Those who could be the second of the two. */
async function otherHolders(services: Services, request: Request): Promise<string[]> {
  const { zone } = await services.db
    .selectFrom('organisation')
    .select('time_zone as zone')
    .where('id', '=', request.ownerId)
    .executeTakeFirstOrThrow();
  const holders = await selectOverriders(services.db, request.ownerId, today(services.now(), zone));
  return holders
    .filter(({ personId }) => personId !== request.askedBy && personId !== request.authorId)
    .filter(({ roles }) => roles.some((mine) => request.askedAs.some((theirs) => theirs !== mine)))
    .map(({ personId }) => personId);
}

const write = async (services: Services, message: Message, to: readonly string[], words: () => MailWords) => {
  for (const person of await selectAddressees(services, message.ownerId, to))
    await writeTo(services, person, message.id, words);
};

const put = (services: Services, request: Request, personId: string, kind: string, href: string) =>
  notify(
    services.db,
    { personId, fromOwner: request.ownerId, kind, subjectKey: request.id, itemId: null, href, dueAt: null },
    services.now(),
  );

/** Mail says that something is there, never whose it is or why. */
const asked: Telling = async (services, message, request) => {
  if (stateOf(request, services.now()) !== 'waiting') return;
  const holders = await otherHolders(services, request);
  for (const personId of holders) await put(services, request, personId, askedNotice, requestHref(request));
  await write(services, message, holders, () => ({
    subject: t('A decision that needs two people'),
    paragraphs: [
      t('{name} asks you to decide together on opening something by law.', { name: request.asker }),
    ],
    link: { label: t('Read the reason and decide'), href: requestHref(request) },
    because: t('You get this because of your role at the school.'),
  }));
};

const settled: Telling = async (services, _message, request) => {
  const matter = { fromOwner: request.ownerId, kind: askedNotice, subjectKey: request.id };
  const personIds = [
    ...(await otherHolders(services, request)),
    ...(request.answeredBy ? [request.answeredBy] : []),
  ];
  await settle(services.db, { ...matter, personIds }, services.now());
  if (request.answeredBy) await put(services, request, request.askedBy, answeredNotice, requestHref(request));
};

/** To the author, at once or when it is safe. */
const told: Telling = async (services, message, request) => {
  if (!request.agreed) return;
  const seen = `/me/seen?kind=${request.itemKind}`;
  await put(services, request, request.authorId, toldNotice, seen);
  await write(services, message, [request.authorId], () => ({
    subject: t('Something of yours was opened, as the law allows'),
    paragraphs: [
      t(
        '{one} and {two} agreed together to open something you wrote. They could read it for a time and could not change it.',
        {
          one: request.asker,
          two: request.answerer ?? '',
        },
      ),
      t('Each opening stands in your own list. Ask either of them why.'),
    ],
    link: { label: t('See who opened what'), href: seen },
    because: t('You get this because every such opening is told to the person it concerns.'),
  }));
};

export const overrideHandlers: Readonly<Record<string, Handler>> = {
  'override.asked': about(asked),
  'override.agreed': about(settled),
  'override.declined': about(settled),
  'override.withdrawn': about(settled),
  'override.told': about(told),
};

export const overrideNotices: Readonly<Record<string, () => string>> = {
  [askedNotice]: () => t('Decide on opening something by law, together with a colleague'),
  [answeredNotice]: () => t('Your request to open something by law was answered'),
  [toldNotice]: () => t('Something of yours was opened by two people, as the law allows'),
};
