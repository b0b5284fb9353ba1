import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openStanding } from './open-target.ts';
import { type Target, targetHref } from './target.ts';
import { targetPage } from './target.page.ts';
import { targetPolicy } from './target.policy.ts';

/** Agrees to the words one was shown: the teacher for themself, a line manager for the school. */
export const agreeTarget = action('/appraisal/targets/:target/agree', {
  purpose: 'appraisal',
  access: targetPolicy,
  page: targetPage,
  input: z.object({ version: version() }),
  async run(change, { version: shown }) {
    const { target, mine } = await openStanding(change, 'agree');
    if (shown !== target.version)
      throw new Refused(t('The words were changed meanwhile. Read them again before you agree.'));
    await setAgreed(change, target, mine, shown);
    await change.record({
      kind: 'appraisal.target-agreed',
      itemId: target.id,
      body: { version: shown, by: mine ? 'teacher' : 'manager' },
    });
    return see(targetHref(target), t('You agreed to this target.'), targetHref(target, 'not-agreed'));
  },
});

export const takeAgreementBack = action('/appraisal/targets/:target/not-agreed', {
  purpose: 'appraisal',
  access: targetPolicy,
  page: targetPage,
  input: z.object({}),
  async run(change) {
    const { target, mine } = await openStanding(change, 'agree');
    await setAgreed(change, target, mine, null);
    await change.record({
      kind: 'appraisal.target-not-agreed',
      itemId: target.id,
      body: { by: mine ? 'teacher' : 'manager' },
    });
    return see(targetHref(target), t('Your agreement is taken back.'));
  },
});

async function setAgreed(
  { tx, now, who }: Change,
  { ownerId, id }: Target,
  mine: boolean,
  agreed: number | null,
): Promise<void> {
  const at = agreed === null ? null : now;
  await tx
    .updateTable('appraisal_target')
    .set(
      mine
        ? { person_agreed: agreed, person_agreed_at: at }
        : {
            manager_agreed: agreed,
            manager_agreed_at: at,
            manager_id: agreed === null ? null : who.personId,
          },
    )
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
}
