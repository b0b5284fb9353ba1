import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { optionalId, prose } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { planHref, suggestionHref } from '../addresses.ts';
import { updateLook } from '../looks/look.queries.ts';
import { planPolicy } from '../plan.policy.ts';
import { openPlan } from '../scheme/open-plan.ts';
import { suggestPage } from './suggest.page.ts';
import { insertSuggestion } from './suggestion.queries.ts';

/** Says something beside a plan. Whoever was asked to look at it has looked by that. */
export const suggest = action(planHref(':plan', 'suggest'), {
  purpose: 'learning',
  access: planPolicy,
  page: suggestPage,
  input: z.object({ words: prose('Write what you suggest.', 4000), lesson: optionalId() }),
  async run(change, { words, lesson }) {
    const { plan, lessons, teachers, looks, ended } = await openPlan(change);
    if (ended) throw new Refused(t('This scheme of work was taken away.'));
    if (lesson !== null && !lessons.some(({ id }) => id === lesson))
      throw new Refused({ lesson: t('Choose one from the list.') });
    const { tx, organisationId: ownerId, who, now } = change;
    const id = await insertSuggestion(
      tx,
      { ownerId, authorId: who.personId },
      { schemeId: plan.id, lessonId: lesson, words, teacherIds: teachers.map(({ personId }) => personId) },
      now,
    );
    for (const look of looks)
      if (look.askedOfId === who.personId && look.lookedAt === null)
        await updateLook(tx, ownerId, look.id, { looked_at: now });
    await change.record({ kind: 'plan.suggested', itemId: id, body: { planId: plan.id }, tell: true });
    return see(
      `${planHref(plan.id)}#suggestions`,
      t('It is said. Those who teach by this plan find it there.'),
      suggestionHref(plan.id, id, 'take-back'),
    );
  },
});
