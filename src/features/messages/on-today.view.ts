import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Value } from '#ui/html.ts';
import { messagesPath, newPath, talkHref } from './addresses.ts';
import type { ListedTalk } from './list.queries.ts';
import { nameOf } from './list.view.ts';
import { momentInWords } from './when.view.ts';

type Unread = Pick<ListedTalk, 'id' | 'title' | 'others' | 'child' | 'unread' | 'lastAt' | 'total'>;

/** Messages on Today: in how many conversations something is new, the last three of them, and the way to all. */
export function messagesToday(unread: readonly Unread[], visit: Visit): Value {
  const { kind, organisation } = visit.who.standing;
  if (kind === null || kind === 'guest') return null;
  const total = unread[0]?.total ?? 0;
  return html`<h2>${t('Messages')}</h2>
    ${
      total === 0
        ? html`<p>${t('Nothing new.')}</p>`
        : html`<p>
              ${tn(total, 'Something is new in one conversation.', 'Something is new in {n} conversations.')}
            </p>
            <ul class="items dense">
              ${unread.map(
                (each) =>
                  html`<li>
                    <a href="${talkHref(each.id)}"><bdi>${nameOf(each)}</bdi></a>
                    <span class="meta"
                      >${tn(each.unread, '{n} new', '{n} new')}${each.lastAt !== null && `, ${momentInWords(each.lastAt, { today: visit.today, zone: organisation.zone })}`}</span
                    >
                  </li>`,
              )}
            </ul>`
    }
    ${quietActions([
      { label: t('All messages'), href: messagesPath },
      { label: t('Write to somebody'), href: newPath },
    ])}`;
}
