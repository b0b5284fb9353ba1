import { z } from 'zod';
import { today } from '#platform/calendar/dates.ts';
import type { Services } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Handler, told } from '#platform/jobs/handler.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { type MailWords, selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import { type Request, requestHref, stateOf } from './request.ts';
import { selectOverriders, selectRequestById } from './request.queries.ts';

const askedNotice = 'override-asked';
const answeredNotice = 'override-answered';
const toldNotice = 'override-told';

/** `letterId` is the message's: told again, it makes no second letter. */
type Telling = (services: Services, request: Request, letterId: string) => Promise<void>;

const about = (kinds: string | readonly string[], tell: Telling): Handler =>
  told(kinds, z.object({ itemId: z.uuid() }), async ({ id, ownerId, body }, job) => {
    const request = await selectRequestById(job.db, ownerId, body.itemId);
    if (request) await tell(job, request, id);
  });

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

const write = async (
  services: Services,
  { ownerId, id }: Request,
  letterId: string,
  to: readonly string[],
  words: () => MailWords,
) => {
  for (const person of await selectAddressees(services, ownerId, to))
    await writeTo(services, person, letterId, words, { about: [id] });
};

const put = (services: Services, request: Request, personId: string, kind: string, href: string) =>
  notify(
    services.db,
    { personId, fromOwner: request.ownerId, kind, subjectKey: request.id, itemId: null, href, dueAt: null },
    services.now(),
  );

/** Mail says that something is there, never whose it is or why. */
const tellHolders: Telling = async (services, request, letterId) => {
  if (stateOf(request, services.now()) !== 'waiting') return;
  const holders = await otherHolders(services, request);
  for (const personId of holders) await put(services, request, personId, askedNotice, requestHref(request));
  await write(services, request, letterId, holders, () => ({
    subject: t('A decision that needs two people'),
    paragraphs: [
      t('{name} asks you to decide together on opening something by law.', { name: request.asker }),
    ],
    link: { label: t('Read the reason and decide'), href: requestHref(request) },
    because: t('You get this because of your role at the school.'),
  }));
};

const tellAsker: Telling = async (services, request) => {
  const matter = { fromOwner: request.ownerId, kind: askedNotice, subjectKey: request.id };
  const personIds = [
    ...(await otherHolders(services, request)),
    ...(request.answeredBy ? [request.answeredBy] : []),
  ];
  await settle(services.db, { ...matter, personIds }, services.now());
  if (request.answeredBy) await put(services, request, request.askedBy, answeredNotice, requestHref(request));
};

/** To the author, at once or when it is safe. */
const tellAuthor: Telling = async (services, request, letterId) => {
  if (!request.agreed) return;
  const seen = `/me/seen?kind=${request.itemKind}`;
  await put(services, request, request.authorId, toldNotice, seen);
  await write(services, request, letterId, [request.authorId], () => ({
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

export const overrideHandlers = [
  about('override.asked', tellHolders),
  about(['override.agreed', 'override.declined', 'override.withdrawn'], tellAsker),
  about('override.told', tellAuthor),
];

export const overrideNotices: Readonly<Record<string, () => string>> = {
  [askedNotice]: () => t('Decide on opening something by law, together with a colleague'),
  [answeredNotice]: () => t('Your request to open something by law was answered'),
  [toldNotice]: () => t('Something of yours was opened by two people, as the law allows'),
};
