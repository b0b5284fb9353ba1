import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { togetherAudience } from '../../audience.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { stateOf, titleOf as pairingTitle, togetherHref } from '../../together.ts';
import { conversationHref, textOf, titleOf } from './conversation.ts';
import { conversationView } from './conversation.view.ts';
import { openConversation } from './open-conversation.ts';
import { partsOf } from './parts.ts';

/** One conversation, part by part, as its people write it together. */
export const conversationPage = page('/coaching/:coaching/conversations/:conversation', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openConversation(visit);
    const writes =
      opened.may('write') && stateOf(opened.together) === 'agreed' && !opened.conversation.endedAt;
    return { ...opened, parts: partsOf(opened.together, opened.conversation.begunBy), writes };
  },
  view(opened, visit) {
    const { item, together, conversation, parts, writes } = opened;
    const empty = parts.find(
      ({ id, after }) => textOf(conversation, id) === '' && (!after || textOf(conversation, after)),
    );
    const written = parts.filter(({ id }) => textOf(conversation, id) !== '').length;
    return {
      title: titleOf(conversation),
      audience: togetherAudience(item, together, visit.who),
      status: {
        where: tn(written, 'One part is written.', '{n} parts are written.'),
        ...(empty && writes ? { next: empty.title } : {}),
      },
      ...(empty && writes
        ? {
            action: {
              label: t('Write: {part}', { part: empty.title }),
              href: conversationHref(conversation, `parts/${empty.id}`),
            },
          }
        : {}),
      trail: [
        { label: pairingTitle(together, visit.who.personId), href: togetherHref(together) },
        { label: t('Our conversations'), href: togetherHref(together, 'conversations') },
      ],
      body: conversationView(opened, visit),
    };
  },
});
