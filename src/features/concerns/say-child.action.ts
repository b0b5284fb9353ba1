import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { line } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { t } from '#platform/i18n/i18n.ts';
import { concernHref } from './addresses.ts';
import { concernPage } from './concern.page.ts';
import { concernPolicy } from './concern.policy.ts';
import { insertEntry, markSeen } from './entries.ts';
import { onlyPupilNamed } from './find-pupil.ts';
import { openConcern } from './open-concern.ts';

/**
 * Says which child is meant: where the writer's words named nobody for certain, and where the wrong one was chosen. Its
 * writer may until somebody has looked, those who are named always. From then on it stands with this child alone; the
 * event keeps with whom it stood before.
 */
export const sayChild = action(concernHref(':concern', '/child'), {
  purpose: 'safeguarding',
  access: concernPolicy,
  page: concernPage,
  input: z.object({ name: line('Write the child’s name.', 200) }),
  async run(change, { name }) {
    const { concern, item, handles, isAuthor } = await openConcern(change);
    const { tx, organisationId: owner, now, today, who } = change;
    if (!(isAuthor && concern.seenAt === null)) who.must('handle', concernPolicy, item);
    const pupilId = await onlyPupilNamed(tx, owner, name, today);
    if (pupilId === null)
      throw new Refused({
        name: t('No pupil has exactly this name, or more than one has. Look at the list of people.'),
      });
    if (pupilId === concern.pupilId) throw new Refused({ name: t('It stands with this child already.') });
    const isName = concern.pupil !== null && comparable(concern.about) === comparable(concern.pupil);
    await tx
      .updateTable('concern')
      // A name is put right with the child; words of the writer's own stay theirs.
      .set({ pupil_id: pupilId, ...((isName || (isAuthor && !handles)) && { about: name }) })
      .where('owner_id', '=', owner)
      .where('id', '=', concern.id)
      .execute();
    // No name is written here: of the wrong child it would stand in another's record for good.
    const entry = {
      concernId: concern.id,
      kind: 'child',
      text: '',
      onDate: today,
      writtenBy: who.personId,
    } as const;
    await insertEntry(tx, owner, entry, now);
    if (handles) await markSeen(tx, owner, concern.id, who.personId, now);
    await change.record({
      kind: 'concern.added',
      itemId: concern.id,
      body: { pupilId, before: concern.pupilId },
      tell: true,
    });
    return see(concernHref(concern.id), t('It stands with this child now, and with no other.'));
  },
});
