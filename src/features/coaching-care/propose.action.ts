import { sql } from 'kysely';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, id, ticked } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { mentoringPurposes, proposeTo, selectManagement } from '#features/coaching/index.ts';
import { carePath, careRoles } from './care.ts';
import { pairingHref } from './caseload.ts';
import { proposePage } from './propose.page.ts';
import { selectProposal } from './propose.queries.ts';

/** Proposes a mentor to a learner. Nothing is written for them, and both can say no. */
export const proposeMentor = action(`${carePath}/propose`, {
  purpose: 'administration',
  access: careRoles,
  page: proposePage,
  input: z.object({
    learner: id('Choose the learner.'),
    mentor: id('Choose the mentor.'),
    purpose: choice(mentoringPurposes, 'Say what it is for.'),
    another: ticked(),
  }),
  async run(change, { learner: learnerId, mentor: mentorId, purpose, another }) {
    const { staff, mentors } = await selectProposal(change.tx, change.who, { today: change.today });
    const learner = staff.find(({ personId }) => personId === learnerId);
    const mentor = mentors.find(({ personId }) => personId === mentorId);
    if (!learner) throw new Refused({ learner: t('Choose somebody from the list.') });
    if (!mentor) throw new Refused({ mentor: t('They offer no place just now. Choose somebody else.') });
    const why = await whyNot(change, learner, mentor);
    if (why !== undefined) throw new Refused({ mentor: why });
    // A second mentor may be right, as after a change of post, but not by oversight.
    if (learner.mentors.length > 0 && !another)
      throw new Refused({
        learner: t(
          '{learner} has a mentor already, or one was asked: {names}. Tick below to propose another.',
          {
            learner: learner.name,
            names: formatList(learner.mentors),
          },
        ),
      });
    const { pairingId } = await proposeTo(change, { learner, mentor, purpose });
    return see(
      pairingHref({ id: pairingId }),
      t('Proposed to {name}, who says yes or no first.', { name: learner.name }),
      pairingHref({ id: pairingId }, 'end'),
    );
  },
});

interface One {
  personId: string;
  name: string;
}

/** Why these two are not brought together; undefined where nothing stands against it. */
async function whyNot(change: Change, learner: One, mentor: One): Promise<string | undefined> {
  if (learner.personId === mentor.personId) return t('Choose somebody other than the learner.');
  const both = [learner.personId, mentor.personId];
  const [manages] = await selectManagement(change.tx, change.organisationId, both, change.today);
  if (manages)
    return t(
      '{manager} is {person}’s line manager. Choose somebody else: judging and mentoring go badly together.',
      {
        manager: manages.manager,
        person: manages.person,
      },
    );
  const { rows } = await sql<{ id: string }>`select p.id from pairing p
    where p.owner_id = ${change.organisationId} and p.kind = 'mentoring' and p.ended_at is null
      and (select count(*) from pairing_person x where x.owner_id = ${change.organisationId} and x.pairing_id = p.id
        and x.left_at is null and x.person_id = any(${both}::uuid[])) = 2`.execute(change.tx);
  return rows.length > 0 ? t('These two are in mentoring together already, or one was asked.') : undefined;
}
