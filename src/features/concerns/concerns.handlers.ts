import { sql } from 'kysely';
import { z } from 'zod';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { t } from '#platform/i18n/i18n.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { type Job, told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { post, selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import { concernHref } from './addresses.ts';
import { lateNotice, lookNotice, nobodyNotice, reviewNotice } from './notices.ts';
import { type Named, peopleWhoAppoint, selectNamed, whoLooks } from './settings.ts';

interface Waiting {
  zone: string;
  authorId: string;
  danger: boolean;
  lookBy: Date;
  passedOnAt: Date | null;
  seenAt: Date | null;
  reviewOn: string | null;
  closedAt: Date | null;
}

async function selectWaiting(db: Db, owner: string, id: string): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    select o.time_zone as zone, i.author_id as "authorId", c.danger, c.look_by as "lookBy",
      c.passed_on_at as "passedOnAt", c.seen_at as "seenAt", c.review_on as "reviewOn", c.closed_at as "closedAt"
    from concern c join item i on i.owner_id = ${owner} and i.id = c.id join organisation o on o.id = ${owner}
    where c.owner_id = ${owner} and c.id = ${id}`.execute(db);
  return rows[0];
}

/** All who may have had something waiting: whoever is or was named works here. */
const selectStaff = async (db: Db, owner: string): Promise<string[]> =>
  (
    await db
      .selectFrom('member')
      .select('person_id')
      .where('owner_id', '=', owner)
      .where('kind', '=', 'staff')
      .execute()
  ).map(({ person_id }) => person_id);

/** Those who can name somebody, where nobody is named. */
const selectAppointers = async (db: Db, owner: string, today: string): Promise<string[]> =>
  (await peopleWhoAppoint(owner, today).execute(db)).rows.map(({ personId }) => personId);

/** Makes the lists say what waits, as it stands now; told twice, or late, it comes to the same. Answers who looks. */
async function settleConcern(
  db: Db,
  owner: string,
  id: string,
  now: Date,
): Promise<{ concern: Waiting; looking: Named[] } | undefined> {
  const concern = await selectWaiting(db, owner, id);
  if (!concern) return undefined;
  const today = todayIn(now, concern.zone);
  const named = await selectNamed(db, owner, today);
  const looking = whoLooks(named, concern);
  const href = concernHref(id);
  const unseen = concern.seenAt === null && concern.closedAt === null;
  const isLate = concern.lookBy <= now && !concern.danger;
  const again = concern.closedAt === null && concern.reviewOn !== null && concern.reviewOn <= today;
  await settleMatter(
    db,
    {
      fromOwner: owner,
      itemId: id,
      personIds: await selectStaff(db, owner),
      kinds: [lookNotice, lateNotice, reviewNotice, nobodyNotice],
    },
    [
      ...looking.flatMap(({ personId }) => [
        ...(unseen
          ? [
              {
                personId,
                kind: isLate ? lateNotice : lookNotice,
                subjectKey: id,
                href,
                dueAt: concern.lookBy,
              },
            ]
          : []),
        ...(again
          ? [
              {
                personId,
                kind: reviewNotice,
                subjectKey: `${id} ${concern.reviewOn}`,
                href,
                dueAt: instantAt(concern.reviewOn!, '16:00', concern.zone),
              },
            ]
          : []),
      ]),
      // Without a word of what it is: they may not read it.
      ...(named.length === 0 && unseen ? await selectAppointers(db, owner, today) : []).map((personId) => ({
        personId,
        kind: nobodyNotice,
        subjectKey: id,
        href: '/people',
        dueAt: concern.lookBy,
      })),
    ],
    now,
  );
  return { concern, looking: unseen ? looking.filter(({ personId }) => personId !== concern.authorId) : [] };
}

/** A letter that something waits, and nothing of what. Where somebody may be in danger it waits for no quiet hours. */
async function write(
  job: Job,
  owner: string,
  id: string,
  { concern: { danger: urgent, lookBy }, looking: to }: { concern: Waiting; looking: readonly Named[] },
): Promise<void> {
  // Once to each, until the clock begins anew.
  const letter = `concern ${id} ${lookBy.toISOString()}`;
  const addressees = await selectAddressees(
    job,
    owner,
    to.map(({ personId }) => personId),
  );
  const words = () => ({
    subject: t('Something for you to look at'),
    paragraphs: [urgent ? t('Please look now.') : t('Something waits for you. It is not said here what.')],
    link: { label: t('Look at it'), href: concernHref(id) },
    because: t('You have this letter because your school has named you for it.'),
  });
  for (const to of addressees)
    await (urgent ? post(job, to, letter, words) : writeTo(job, to, letter, words, { about: [id] }));
}

const ofConcern = z.object({ itemId: z.uuid() });

/**
 * Passes a concern on to all who are named, where the time to look is over or a child could be in danger. Not while
 * nobody is named: whoever is named later is told then.
 */
const passOn = (db: Db, owner: string, id: string, now: Date): Promise<unknown> =>
  db
    .updateTable('concern')
    .set({ passed_on_at: now })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .where('look_by', '<=', now)
    .where('passed_on_at', 'is', null)
    .where('seen_at', 'is', null)
    .where('closed_at', 'is', null)
    .execute();

/** Everybody for whom it waits by now has it in their list, and a letter: one each, however often this is done. */
async function tellWhoLooks(job: Job, owner: string, id: string): Promise<void> {
  const { db } = job;
  const now = job.now();
  const concern = await selectWaiting(db, owner, id);
  if (!concern) return;
  const named = await selectNamed(db, owner, todayIn(now, concern.zone));
  if (named.length > 0) await passOn(db, owner, id, now);
  const settled = await settleConcern(db, owner, id, now);
  if (settled) await write(job, owner, id, settled);
}

/**
 * Written, or added to by its writer after somebody had looked: what was added was seen by nobody. And once more when
 * the time to look is over.
 */
const tellWritten = told(
  ['concern.written', 'concern.more', 'concern.look-by'],
  ofConcern,
  ({ ownerId, body: { itemId } }, job) => tellWhoLooks(job, ownerId, itemId),
);

const settleChanged = told(
  ['concern.seen', 'concern.added', 'concern.closed', 'concern.reopened', 'concern.review-due'],
  ofConcern,
  async ({ ownerId, body: { itemId } }, { db, now }) => {
    await settleConcern(db, ownerId, itemId, now());
  },
);

/** Of all that nobody has looked at, or that must be looked at again: whom it waits for may have changed. */
async function settleOpen(job: Job, owner: string): Promise<void> {
  const open = await job.db
    .selectFrom('concern')
    .select('id')
    .where('owner_id', '=', owner)
    .where('closed_at', 'is', null)
    .where((concern) => concern.or([concern('seen_at', 'is', null), concern('review_on', 'is not', null)]))
    .execute();
  for (const { id } of open) await tellWhoLooks(job, owner, id);
}

/** Somebody was given a role, or others are named for safeguarding: what waits is theirs from this moment. */
const settleAll = told(['concerns.settled', 'role.given'], z.object({}), ({ ownerId }, job) =>
  settleOpen(job, ownerId),
);

/** Every hour: whoever was named since hears what waits, and whoever is named no more does not. */
export const concernsJob = every('concerns.settle', { hourlyAt: 40 }, (job) =>
  eachOrganisation(job.db, job.signal, ({ id }) => settleOpen(job, id)),
);

export const concernHandlers = [tellWritten, settleChanged, settleAll];
