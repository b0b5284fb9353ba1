import { onlyYou } from '#platform/access/audience-words.ts';
import { selectTexts } from '#platform/audit/text-versions.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { addressOf, openStartingPoints } from './open-starting-points.ts';
import { startingPointsPolicy } from './starting-points.policy.ts';
import { textList, type Texts } from './starting-points-form.ts';

/** The versions that were saved over; their author's alone, also while the newest is shared. */
export const historyPage = page('/starting-points/:person/:id/history', {
  purpose: 'learning',
  access: startingPointsPolicy,
  async load(visit) {
    const item = await openStartingPoints(visit, 'change');
    return { item, earlier: await selectTexts(visit.db, item) };
  },
  view: ({ item, earlier }) => ({
    title: t('Earlier versions'),
    audience: onlyYou(t('Earlier versions are for you alone, also when the newest is shared.')),
    trail: [
      { label: t('Where I start from'), href: '/my-learning/starting-points' },
      { label: t('Starting points'), href: addressOf(item) },
    ],
    body:
      earlier.length === 0
        ? empty({ says: t('There is one version so far. Each time you save, the one before is kept here.') })
        : html`${earlier.map(({ writtenAt, fields }, index) => {
            const { title, texts } = fields as { title: string; texts: Texts };
            return details(`${formatMoment(writtenAt)}: ${title}`, textList(texts), index === 0);
          })}`,
  }),
});
