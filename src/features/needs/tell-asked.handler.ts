import { z } from 'zod';
import { today } from '#platform/calendar/dates.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Services } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { told, type Told } from '#platform/jobs/handler.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { type MailWords, selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import { type Asking, selectAsking } from './asking.queries.ts';
import { isOpen, lastMoment } from './closing.ts';
import { bringBack, claimTelling, selectSchool, selectToTell, type School } from './telling.queries.ts';

/** What follows from an asking, told by the relay: notices and mail to those who are asked. */

type Occasion = 'asked' | 'reminded';

type About = Told<z.output<typeof about>>;

export const noticeKind = 'needs-asked';

const about = z.object({ itemId: z.uuid(), actorId: z.uuid() });

/** Puts the question into the list of everyone who has not answered, and writes to each once. */
const tell =
  (occasion: Occasion) =>
  async (message: About, services: Services): Promise<void> => {
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
          await writeTo(services, person, message.id, () => wordsOf(asking, school, occasion), {
            about: [asking.id],
            tx,
          });
      });
  };

/** Brings the question back to those who had not answered when it closed; no mail is sent a second time. */
const askAgain = async (message: About, services: Services): Promise<void> => {
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
const tidy = async (message: About, services: Services): Promise<void> => {
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

const settleFor = (
  services: Services,
  fromOwner: string,
  askingId: string,
  personIds: string[],
): Promise<void> =>
  settle(services.db, { personIds, fromOwner, kind: noticeKind, subjectKey: askingId }, services.now());

export const needsHandlers = [
  told('needs.asked', about, tell('asked')),
  told('needs.reminded', about, tell('reminded')),
  told(['needs.closed', 'needs.closing-day'], about, tidy),
  told('needs.reopened', about, askAgain),
  /** The list entry of whoever has answered is done. */
  told(
    'needs.answered',
    z.object({ askingId: z.uuid(), actorId: z.uuid() }),
    ({ ownerId, body: { askingId, actorId } }, job) => settleFor(job, ownerId, askingId, [actorId]),
  ),
];

async function theMatter(
  services: Services,
  { ownerId, body }: About,
): Promise<{ asking: Asking; school: School; now: Date } | undefined> {
  const school = await selectSchool(services.db, ownerId);
  const asking = await selectAsking(services.db, ownerId, { id: body.itemId }, body.actorId);
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
      t(
        'The CPD leader sees who wrote what, because help must reach the person. Nothing of it goes to appraisal.',
      ),
      t('Nobody has to answer, and there is one reminder at most.'),
    ],
    link: { label: t('Say what you need'), href: `/needs/${asking.slug}` },
    because: t('You get this because the staff of {school} are asked.', { school: school.name }),
  };
}
