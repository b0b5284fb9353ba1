import { togetherAudience } from '../audience.ts';
import { page, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { soughtInWords } from '../find/sought.ts';
import { openTogether } from '../open-together.ts';
import { nameIn, stateOf, togetherHref } from '../together.ts';
import { selectBeforeYes } from './answer.queries.ts';
import { answerView } from './answer.view.ts';

/** Somebody was asked: what for, by whom, and a yes or a no. */
export const answerPage = page('/coaching/:coaching/answer', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openTogether(visit);
    if (!opened.may('answer') || stateOf(opened.together) === 'ended')
      return see(togetherHref(opened.together));
    const before = await selectBeforeYes(visit.db, opened.together, visit.who.personId, visit.today);
    return { ...opened, ...before };
  },
  view: (data, visit) => ({
    title: t('{name} asks you', {
      name: nameIn(data.together, data.together.askedBy) ?? t('The co-ordinator'),
    }),
    audience: togetherAudience(data.item, data.together, visit.who),
    trail: [{ label: t('Mentoring and coaching'), href: '/coaching' }],
    status: { where: soughtInWords(data.together), next: t('A yes or a no') },
    body: answerView(data, visit),
  }),
});
