import { onlyYou } from '#platform/access/audience-words.ts';
import { selectTexts } from '#platform/audit/text-versions.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { html } from '#ui/html.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { goalHref, type GoalTexts, saidIn, titleOf } from './goal.ts';
import { goalTrail } from './goal.view.ts';
import { openGoal } from './open-goal.ts';

/** What one's own goal said before it was changed. */
export const goalHistoryPage = page('/coaching/goals/:person/:goal/history', {
  purpose: 'learning',
  access: cyclePolicy,
  async load(visit) {
    const { goal } = await openGoal(visit, 'write');
    return { goal, texts: await selectTexts(visit.db, goal) };
  },
  view: ({ goal, texts }) => ({
    title: t('Earlier texts'),
    audience: onlyYou(t('Those you share the goal with read its latest text only.')),
    trail: [...goalTrail(goal), { label: titleOf(goal), href: goalHref(goal) }],
    body: html`${texts.map(({ version, writtenAt, fields }, index) =>
      details(
        index === 0
          ? t('The latest, saved {when}', { when: formatMoment(writtenAt) })
          : t('Version {n}, saved {when}', { n: version, when: formatMoment(writtenAt) }),
        definitionList(
          saidIn(fields as unknown as GoalTexts).map(({ label, text }) => ({
            term: label,
            says: text && html`<span class="as-written">${text}</span>`,
          })),
        ),
        index === 0,
      ),
    )}`,
  }),
});
