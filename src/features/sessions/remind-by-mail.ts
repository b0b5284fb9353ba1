import { transaction } from '#platform/db/transaction.ts';
import type { Services } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { type MailWords, selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import type { SessionReminder } from './reminders.queries.ts';

/** Writes to those who have not been written to about this session, and notes that they were, both or neither. */
export async function remindByMail(
  services: Services,
  ownerId: string,
  session: SessionReminder,
  kind: string,
  now: Date,
): Promise<void> {
  const { db } = services;
  if (session.personIds.length === 0) return;
  const notices = await db
    .selectFrom('notice')
    .select(['owner_id as personId', 'id'])
    .where('owner_id', 'in', session.personIds)
    .where('from_owner', '=', ownerId)
    .where('kind', '=', kind)
    .where('subject_key', '=', session.subjectKey)
    .where('mailed_at', 'is', null)
    .where('done_at', 'is', null)
    .execute();
  const people = await selectAddressees(
    services,
    ownerId,
    notices.map(({ personId }) => personId),
  );
  const words = (): MailWords => ({
    subject: t('{day}: {session}', { day: formatDate(session.dueOn, 'weekday'), session: session.title }),
    paragraphs: [
      [
        t('{session} is on {day}.', { session: session.title, day: formatDate(session.dueOn, 'weekday') }),
        session.startsAt && t('It begins at {time}.', { time: session.startsAt }),
        session.place && t('Place: {place}.', { place: session.place }),
      ]
        .filter(Boolean)
        .join(' '),
      t('If you cannot come, say so on its page, so that nobody waits for you.'),
    ],
    link: { label: t('See the session'), href: session.href },
    because: t('You get this because you are in the programme {programme}.', {
      programme: session.programme,
    }),
  });
  for (const person of people)
    await transaction(db, async (tx) => {
      await tx
        .updateTable('notice')
        .set({ mailed_at: now })
        .where('owner_id', '=', person.personId)
        .where('id', '=', notices.find(({ personId }) => personId === person.personId)!.id)
        .execute();
      await writeTo(services, person, `session:${session.subjectKey}:${session.dueOn}`, words, tx);
    });
}
