import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { pager } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { talkHref } from './addresses.ts';
import { whyOf } from './audience-words.ts';
import { messageFields } from './message-input.ts';
import { messageArticle } from './message.view.ts';
import { closedWords, mayLeave, type OpenedTalk } from './open-talk.ts';
import { draftKeyOf } from './talk.ts';

/** A conversation: the messages of a page, oldest first, and below them where one writes. */
export function threadView(opened: OpenedTalk, visit: Visit): Html {
  const { talk, messages, more } = opened;
  const shown = messages.toReversed();
  const page = visit.pageNumber;
  return html`${watchedNote(opened)}
  ${talk.untilOn !== null && html`<p class="meta">${t('Open until {day}.', { day: formatDate(talk.untilOn, 'weekday') })}</p>`}
  ${
    shown.length === 0
      ? html`<p>${t('Nothing has been written here yet.')}</p>`
      : html`${(more || page > 1) && pager({ page, pages: page, more, path: talkHref(talk.id) })}
          <h2>${page === 1 ? t('Messages') : t('Earlier messages')}</h2>
          ${shown.map((message, place) => messageArticle(message, opened, visit, shown[place - 1]))}`
  }
  ${page === 1 ? writing(opened, visit) : html`<p><a href="${talkHref(talk.id)}">${t('To the newest messages')}</a></p>`}
  ${ownWays(opened)}`;
}

/** Where pupils take part it is said before anything is written, to everybody alike. */
function watchedNote({ talk, takesPart }: OpenedTalk): Value {
  if (talk.sort === 'pupil' && !takesPart)
    return notice(
      'info',
      t('You watch this conversation. {pupil} sees that you opened it.', { pupil: talk.child ?? '' }),
    );
  if (talk.sort !== 'pupil' && talk.sort !== 'class') return null;
  const named = (talk.people ?? []).filter(({ part }) => part === 'watcher').map(({ name }) => name);
  return html`<p class="meta">
    ${t('{watchers} can read what is written here, because pupils take part.', {
      watchers: formatList([...new Set([...named, ...talk.watchers])]),
    })}
  </p>`;
}

function writing(opened: OpenedTalk, visit: Visit): Html {
  const { talk, closed } = opened;
  if (closed !== null) return html`<p class="messages-closed">${closedWords(closed)}</p>`;
  const action = talkHref(talk.id);
  const { values, errors } = visit.formAt(action);
  return html`<h2>${t('Write')}</h2>
    ${
      visit.who.standing.kind === 'pupil' &&
      html`<p class="meta">
        ${t('If somebody is not safe now, do not wait for an answer: tell an adult near you.')}
      </p>`
    }
    ${form(
      {
        action,
        button: t('Send it'),
        values: { ...talk.draft, ...values },
        errors,
        draft: draftKeyOf(talk.id),
      },
      (f) => messageFields(f, { staff: visit.who.standing.kind === 'staff', label: t('Your message') }),
    )}
    ${details(
      t('Who reads it, and when it arrives'),
      html`<p>${whyOf(talk.sort)}</p>
        <p>
          ${t('A message arrives after a minute, in which you can change it or take it away. What is written in quiet hours arrives when they end. Nobody is told whether you have read something.')}
        </p>`,
    )}`;
}

/** What is one's own business, and what those do who look after it. */
function ownWays(opened: OpenedTalk): Value {
  const { talk, item, takesPart, keeps } = opened;
  const quiet = (part: Parameters<typeof talkHref>[1], button: string) =>
    form({ action: talkHref(talk.id, part), button, quiet: true });
  return html`<div class="messages-ways">
    ${takesPart && (talk.muted ? quiet('unmute', t('Tell me on Today again')) : quiet('mute', t('Mute it')))}
    ${talk.left ? quiet('come-back', t('Come back to it')) : mayLeave(opened) && quiet('leave', t('Leave it'))}
    ${keeps && (item.endedAt === null ? quiet('end', t('End it')) : quiet('restore', t('Open it again')))}
  </div>`;
}
