import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalId, version } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { practiceHref } from './addresses.ts';
import { openGoingOn, openOwnPractice } from './open-own-practice.ts';
import { practiceInput, readPractice, saidIn } from './practice-form.ts';
import type { WrittenPractice } from './practice.ts';
import { practicePolicy } from './practice.policy.ts';
import { insertPractice, updatePractice } from './practice.queries.ts';
import { selectTechniqueChoices } from './techniques/technique-choice.ts';
import { editPracticePage, newPracticePage } from './write-practice.page.ts';

/** Begins a practice: one's own, shared with nobody. */
export const beginPractice = action('/my-learning/practice/new', {
  purpose: 'learning',
  access: members('staff'),
  page: newPracticePage,
  input: z.object({ ...practiceInput, step: optionalId(), after: optionalId() }),
  async run(change, { step: stepId, after, ...sent }) {
    const { tx, who, now, organisationId } = change;
    const written = await known(change, readPractice(sent));
    const ownerId = who.personId;
    const id = await insertItem(
      tx,
      { ownerId, policy: practicePolicy, authorId: ownerId, excludesManagers: true },
      now,
    );
    await insertPractice(tx, { ownerId, id, organisationId, stepId }, written, now);
    await change.record({
      ownerId,
      kind: 'practice.begun',
      itemId: id,
      body: { stepId, organisationId, after },
      tell: true,
    });
    return see(practiceHref({ ownerId, id }), t('Begun. Only you can see it.'));
  },
});

/** Saves a new version of one's own practice. Throws `Stale` when it was saved elsewhere, as in another tab. */
export const savePractice = action('/practice/:person/:practice/edit', {
  purpose: 'learning',
  access: practicePolicy,
  page: editPracticePage,
  input: z.object({ ...practiceInput, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { tx, now } = change;
    const practice = await openGoingOn(change);
    const written = await known(change, readPractice(sent), practice.technique);
    if (!(await updatePractice(tx, practice, shown, written, now))) {
      const current = await openOwnPractice(change);
      await throwStale(tx, current, { version: current.version, fields: saidIn(current) }, now);
    }
    await change.record({
      ownerId: practice.ownerId,
      kind: 'practice.revised',
      itemId: practice.id,
      body: { version: shown + 1 },
    });
    return see(practiceHref(practice), t('Saved. The earlier text is kept.'));
  },
});

/** What was written, with a technique that there is; `before` may stay though it was taken out. Throws `Refused`. */
async function known(
  change: Change,
  written: WrittenPractice,
  before: string | null = null,
): Promise<WrittenPractice> {
  const { technique } = written;
  if (technique === null || technique === before) return written;
  const choices = await selectTechniqueChoices(change.tx, change.who);
  if (!choices.some(({ value }) => value === technique))
    throw new Refused({ technique: t('Choose a technique from the list.') });
  return written;
}
