import { today } from '#platform/calendar/dates.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Services } from '#platform/http/context.ts';
import type { Handler } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Message } from '#platform/jobs/outbox.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { type MailWords, selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import { type Asking, selectAsking } from './asking.queries.ts';
import { isOpen, lastMoment } from './closing.ts';
import { bringBack, claimTelling, selectSchool, selectToTell, type School } from './telling.queries.ts';

/** What follows from an asking, told by the relay: notices and mail to those who are asked. */

type Occasion = 'asked' | 'reminded';

export const noticeKind = 'needs-asked';

interface Told {
  itemId: string;
  actorId: string;
}

/** Puts the question into the list of everyone who has not answered, and writes to each once. */
const tell =
  (occasion: Occasion): Handler =>
  async (services, message) => {
    const found = await theMatter(services, message);
    if (!found) return;
    const { asking, school, now } = found;
    if (!isOpen(asking, today(now, school.zone))) return;
    const personIds = await selectToTell(services.db, message.ownerId, asking, today(now, school.zone));
    const addressees = await selectAddressees(services, message.ownerId, personIds);
    const reached = new Map(addressees.map((person) => [person.personId, person]));
    const notice = {
      fromOwner: message.ownerId,
      kind: noticeKind,
      subjectKey: asking.id,
      itemId: asking.id,
      href: `/needs/${asking.slug}`,
      dueAt: lastMoment(asking.closesOn, school.zone),
    };
    for (const personId of personIds)
      await transaction(services.db, async (tx) => {
        await notify(tx, { ...notice, personId }, now);
        const person = reached.get(personId);
        if (person && (await claimTelling(tx, message.ownerId, asking.id, personId, occasion, now)))
          await writeTo(services, person, message.id, () => wordsOf(asking, school, occasion), tx);
      });
  };

/** Brings the question back to those who had not answered when it closed; no mail is sent a second time. */
const askAgain: Handler = async (services, message) => {
  const found = await theMatter(services, message);
  if (!found || !isOpen(found.asking, today(found.now, found.school.zone))) return;
  const personIds = await selectToTell(
    services.db,
    message.ownerId,
    found.asking,
    today(found.now, found.school.zone),
  );
  await bringBack(services.db, message.ownerId, {
    kind: noticeKind,
    subjectKey: found.asking.id,
    dueAt: lastMoment(found.asking.closesOn, found.school.zone),
    personIds,
  });
};

/** Takes the question out of everyone's list once nobody can answer; does nothing while it is open. */
const tidy: Handler = async (services, message) => {
  const found = await theMatter(services, message);
  if (!found || isOpen(found.asking, today(found.now, found.school.zone))) return;
  const personIds = await selectToTell(
    services.db,
    message.ownerId,
    found.asking,
    today(found.now, found.school.zone),
  );
  await settleFor(services, message.ownerId, found.asking.id, personIds);
};

/** The list entry of whoever has answered is done. */
const answered: Handler = async (services, message) => {
  const { askingId, actorId } = message.body as { askingId: string; actorId: string };
  await settleFor(services, message.ownerId, askingId, [actorId]);
};

const settleFor = (
  services: Services,
  fromOwner: string,
  askingId: string,
  personIds: string[],
): Promise<void> =>
  settle(services.db, { personIds, fromOwner, kind: noticeKind, subjectKey: askingId }, services.now());

export const needsHandlers: Readonly<Record<string, Handler>> = {
  'needs.asked': tell('asked'),
  'needs.reminded': tell('reminded'),
  'needs.answered': answered,
  'needs.closed': tidy,
  'needs.closing-day': tidy,
  'needs.reopened': askAgain,
};

async function theMatter(
  services: Services,
  message: Message,
): Promise<{ asking: Asking; school: School; now: Date } | undefined> {
  const { itemId, actorId } = message.body as Told;
  const school = await selectSchool(services.db, message.ownerId);
  const asking = await selectAsking(services.db, message.ownerId, { id: itemId }, actorId);
  return asking && school ? { asking, school, now: services.now() } : undefined;
}

function wordsOf(asking: Asking, school: School, occasion: Occasion): MailWords {
  const last = formatDate(asking.closesOn, 'weekday');
  const asks =
    occasion === 'asked'
      ? t(
          '{school} asks what would help you most in your work, and what you need least. You can answer until {last}.',
          { school: school.name, last },
        )
      : t(
          'There is still time to say what would help you most and least: until {last}. This is the only reminder.',
          { last },
        );
  return {
    subject:
      occasion === 'asked'
        ? t('What do you need? {title}', { title: asking.title })
        : t('A reminder: {title}', { title: asking.title }),
    paragraphs: [
      asks,
      ...(occasion === 'asked' && asking.note ? [asking.note] : []),
      t(
        'The CPD leader sees who wrote what, because help must reach the person. Nothing of it goes to appraisal.',
      ),
      t('Nobody has to answer, and there is one reminder at most.'),
    ],
    link: { label: t('Say what you need'), href: `/needs/${asking.slug}` },
    because: t('You get this because the staff of {school} are asked.', { school: school.name }),
  };
}
