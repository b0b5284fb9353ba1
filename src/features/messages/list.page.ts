import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { messagesPath, newPath } from './addresses.ts';
import { selectMessages } from './list.queries.ts';
import { listView } from './list.view.ts';
import { talkPolicy } from './messages.policy.ts';
import { talksAPage } from './talk.ts';

/** One's conversations, the newest first, and what one finds in them. */
export const listPage = page(messagesPath, {
  purpose: 'administration',
  access: talkPolicy,
  async load(visit) {
    const search = (visit.query.words ?? '').slice(0, 200);
    const left = visit.query.show === 'left';
    const found = await selectMessages(visit.db, visit.who, {
      now: visit.now,
      offset: (visit.pageNumber - 1) * talksAPage,
      search,
      left,
    });
    return { ...found, search, left, pageNumber: visit.pageNumber };
  },
  view: (data, visit) => {
    const { kind } = visit.who.standing;
    return {
      title: t('Messages'),
      audience: onlyYou(
        t(
          'This list is put together for you. Each conversation says who reads it. Nobody is told what you have read.',
        ),
      ),
      ...(kind !== null && kind !== 'guest' && { action: { label: t('Write to somebody'), href: newPath } }),
      trail: [{ label: t('Today'), href: '/today' }],
      body: listView(data, visit),
    };
  },
});
