import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { titleOf, tryOutHref } from './addresses.ts';
import { settleRead } from './notices.ts';
import { selectTryOut } from './select-try-out.ts';
import { tryOutPolicy } from './try-out.policy.ts';
import { tryOutView } from './try-out.view.ts';

/** One try-out, for its author and for those it is shared with. */
export const tryOutPage = page('/try-outs/:person/:tryOut', {
  purpose: 'learning',
  access: tryOutPolicy,
  async load(visit) {
    const { who, db } = visit;
    const item = await visit.open(tryOutPolicy, visit.params.tryOut!, visit.params.person!);
    const tryOut = await selectTryOut(db, who, item.ownerId, item.id);
    if (tryOut.waits) await settleRead(db, who.personId, item.id, visit.now);
    return {
      item,
      tryOut,
      mine: who.may('write', tryOutPolicy, item),
      mayComment: who.may('comment', tryOutPolicy, item),
    };
  },
  view({ item, tryOut, mine, mayComment }, visit) {
    const title = titleOf({ ...tryOut, tried: tryOut.texts.tried });
    return {
      title: mine ? title : t('{name}: {title}', { name: tryOut.author, title }),
      audience: audienceNote(item, tryOutPolicy, visit.who, mine ? tryOutHref(tryOut, 'share') : undefined),
      status: {
        where: t('Tried on {day}, with {pupils}.', {
          day: formatDate(tryOut.onDate, 'weekday'),
          pupils: tryOut.pupils,
        }),
        ...(tryOut.meeting
          ? {
              next: t('Brought to {meeting}, {day}', {
                meeting: tryOut.meeting.title,
                day: formatDate(tryOut.meeting.onDate, 'weekday'),
              }),
            }
          : {}),
      },
      ...(mine && !item.endedAt
        ? { action: { label: t('Choose who may read it'), href: tryOutHref(tryOut, 'share') } }
        : {}),
      trail: mine
        ? [{ label: t('My try-outs'), href: '/my-learning/try-outs' }]
        : [{ label: t('Shared with me'), href: '/my-learning/try-outs/shared' }],
      body: tryOutView({ tryOut, mine, mayComment, ended: item.endedAt !== null, visit }),
    };
  },
});
