import { audienceNote } from '#platform/access/audience-words.ts';
import { settle } from '#platform/notices/notices.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { addressOf, openStartingPoints } from './open-starting-points.ts';
import { startingPointsPolicy } from './starting-points.policy.ts';
import { selectStartingPoints, sharedNotice } from './starting-points.queries.ts';
import { ofMine, ofTheirs } from './starting-points.view.ts';

/** One account of starting points: for its author, and for those it is shared with. */
export const startingPointsPage = page('/starting-points/:person/:id', {
  purpose: 'learning',
  access: startingPointsPolicy,
  async load(visit) {
    const item = await openStartingPoints(visit, 'read');
    const { who } = visit;
    const stored = await selectStartingPoints(visit.db, who, item.ownerId, item.id, visit.now);
    // Reading it is all that was asked, so it leaves the reader's list.
    if (stored.waits)
      await settle(
        visit.db,
        { personIds: [who.personId], fromOwner: item.ownerId, kind: sharedNotice, subjectKey: item.id },
        visit.now,
      );
    return { item, stored, mine: who.may('change', startingPointsPolicy, item) };
  },
  view: ({ item, stored, mine }, visit) => ({
    title: mine ? stored.title : t('{name}: {title}', { name: stored.author, title: stored.title }),
    audience: audienceNote(
      item,
      startingPointsPolicy,
      visit.who,
      mine ? `${addressOf(item)}/share` : undefined,
    ),
    status: {
      where: [
        stored.programme ? t('For {programme}.', { programme: stored.programme }) : '',
        t('Saved on {day}.', { day: formatDate(stored.updatedAt, 'long') }),
      ]
        .filter(Boolean)
        .join(' '),
    },
    ...(mine
      ? item.endedAt
        ? {}
        : { action: { label: t('Change'), href: `${addressOf(item)}/edit` } }
      : { action: { label: t('Write down our talk'), href: `${addressOf(item)}/interview` } }),
    trail: mine
      ? [{ label: t('Where I start from'), href: '/my-learning/starting-points' }]
      : [{ label: t('Shared with me'), href: '/my-learning/starting-points/shared' }],
    body: mine ? ofMine(item, stored) : ofTheirs(stored),
  }),
});
