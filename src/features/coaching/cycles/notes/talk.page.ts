import { isId } from '#platform/db/ids.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { togetherAudience } from '../../audience.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { openTogether } from '../../open-together.ts';
import { titleOf as pairingTitle, togetherHref } from '../../together.ts';
import { readsUntil } from '../../what-leavers-read.ts';
import { selectTalk } from './note.queries.ts';
import { talkView } from './talk.view.ts';

/** The talk of a pairing counted on the six dimensions; `?conversation=` narrows it to one. */
export const talkPage = page('/coaching/:coaching/talk', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openTogether(visit);
    const asked = visit.query.conversation ?? '';
    const conversationId = isId(asked) ? asked : null;
    const { ownerId, id: coachingId } = opened.together;
    return {
      ...opened,
      conversationId,
      talk: await selectTalk(visit.db, ownerId, {
        coachingId,
        conversationId,
        until: readsUntil(opened.together, visit.who.personId),
      }),
    };
  },
  view: ({ item, together, conversationId, talk }, visit) => ({
    title: conversationId ? t('This conversation, counted') : t('Our talk, counted'),
    audience: togetherAudience(item, together, visit.who),
    trail: [
      { label: pairingTitle(together, visit.who.personId), href: togetherHref(together) },
      { label: t('Our conversations'), href: togetherHref(together, 'conversations') },
    ],
    body: talkView({ together, conversationId, talk }),
  }),
});
