import { z } from 'zod';
import { today } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Services } from '#platform/http/context.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { t } from '#platform/i18n/i18n.ts';
import { askedOf, type Formal, formalHref, stateOf } from './formal-observation.ts';
import { selectFormal, selectProposed } from './formal-observation.queries.ts';
import { waitsForCoaching } from './waits-for-coaching.ts';

/** What each notice says. Letters carry these words, so none of them speaks of coaching. */
export const formalNotices = {
  'appraisal.proposed': () => t('A formal observation is proposed: see when you are asked'),
  'appraisal.asked': () => t('A formal observation is proposed: say yes or choose another day'),
  'appraisal.day': () => t('A formal observation: say whether it took place'),
} satisfies Record<string, () => string>;

type Waiting = Omit<Notice, 'fromOwner' | 'itemId' | 'kind'> & { kind: keyof typeof formalNotices };

/** What waits for whom. `teacherWaits` goes into the teacher's own list and nowhere else. */
function waitingFor(formal: Formal, teacherWaits: boolean): Waiting[] {
  const wait = (personId: string, kind: Waiting['kind'], dueAt: Date | null): Waiting => ({
    personId,
    kind,
    subjectKey: formal.id,
    href: formalHref(formal),
    dueAt,
  });
  switch (stateOf(formal)) {
    case 'proposed':
      return [wait(askedOf(formal), teacherWaits ? 'appraisal.proposed' : 'appraisal.asked', null)];
    case 'confirmed': {
      const morning = instantAt(formal.on, '07:00', formal.zone);
      return [formal.personId, formal.observerId].map((each) => wait(each, 'appraisal.day', morning));
    }
    default:
      return [];
  }
}

/** Brings both people's lists in line with a formal observation as it stands. */
async function settle({ db, now }: Services, formal: Formal): Promise<void> {
  await settleMatter(
    db,
    { fromOwner: formal.ownerId, itemId: formal.id, personIds: [formal.personId, formal.observerId] },
    waitingFor(formal, await waitsForCoaching(db, formal)),
    now(),
  );
}

async function settleSchool(job: Services, school: { id: string; on: string }): Promise<void> {
  for (const formal of await selectProposed(job.db, school.id, school.on)) await settle(job, formal);
}

const formalChanges = [
  'appraisal.observation-proposed',
  'appraisal.observation-moved',
  'appraisal.observation-confirmed',
  'appraisal.observation-released',
  'appraisal.observation-called-off',
  'appraisal.observation-put-back',
  'appraisal.observation-done',
  'appraisal.observation-not-done',
];

export const formalHandlers = [
  told(formalChanges, z.object({ itemId: z.uuid() }), async ({ ownerId, body }, job) => {
    const formal = await selectFormal(job.db, ownerId, body.itemId);
    if (formal) await settle(job, formal);
  }),
  told('appraisal.order-set', z.object({}), async ({ ownerId }, job) => {
    // A day earlier than anywhere, so that no school's today is left out.
    const on = today(new Date(job.now().getTime() - 86_400_000), 'UTC');
    await settleSchool(job, { id: ownerId, on });
  }),
];

/** Hourly: whose coaching of the term has become complete is asked now. */
export const askAfterCoachingJob = every('appraisal.ask-after-coaching', { hourlyAt: 20 }, (job) =>
  eachOrganisation(job.db, job.signal, (school) =>
    settleSchool(job, { id: school.id, on: today(job.now(), school.zone) }),
  ),
);
