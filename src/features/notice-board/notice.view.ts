import type { Visit } from '#platform/http/context.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice as note } from '#ui/notice.ts';
import { noticeHref } from './addresses.ts';
import { changedInWords, daysInWords, readButton } from './notice-line.view.ts';
import type { OpenedNotice } from './open-notice.ts';

export function noticeView(opened: OpenedNotice, { today }: Visit): Html {
  const { notice, keeps, ended } = opened;
  const sentence = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);
  return html`${state(opened, today)}
    <p class="meta">
      <bdi>${notice.author}</bdi>;
      ${daysInWords(notice)}${notice.sort === 'bulletin' && `; ${t('in the bulletin')}`}
    </p>
    <div class="as-written" dir="auto">${notice.text}</div>
    ${
      notice.version > 1 &&
      html`<p class="meta">
        ${sentence(changedInWords(notice.changedAt, today))}.
        <a href="${noticeHref(notice.id, 'history')}">${t('See how it was before')}</a>
      </p>`
    }
    ${notice.mustRead && reading(opened, today)} ${quietActions(ways(opened))}
    ${
      keeps &&
      form(
        ended
          ? { action: noticeHref(notice.id, 'restore'), button: t('Put it up again'), quiet: true }
          : { action: noticeHref(notice.id, 'end'), button: t('Take it down'), quiet: true },
      )
    }`;
}

function state({ notice, ended }: OpenedNotice, today: string): Value {
  if (ended) return note('caution', t('It is taken down. Nobody but its author and the head can open it.'));
  if (notice.fromOn > today)
    return note('info', t('It is not shown yet: its readers see it from its first day on.'));
  return notice.untilOn < today && note('info', t('Its last day is over. It stands among the earlier ones.'));
}

/** What is asked of the reader, and who sees the answer: said before they give it. */
function reading({ notice, isReader, ended, keeps }: OpenedNotice, today: string): Value {
  if (!isReader) return keeps && html`<p>${t('Its readers are asked to say that they have read it.')}</p>`;
  if (notice.saidVersion !== null && notice.saidVersion >= notice.askedVersion)
    return html`<p>
      ${t('You said that you have read this: {when}.', { when: formatMoment(notice.saidAt!) })}
    </p>`;
  if (ended || notice.untilOn < today) return null;
  return html`<p>
      ${
        notice.saidVersion === null
          ? t(
              'You are asked to say that you have read this. Its author and the head see that you said so, or that you have not yet.',
            )
          : t(
              'It was changed since you read it, and you are asked again. Its author and the head see that you said so, or that you have not yet.',
            )
      }
    </p>
    ${readButton(notice)}`;
}

const ways = ({ notice, keeps }: OpenedNotice): LinkAction[] =>
  keeps
    ? [
        { label: t('Change it'), href: noticeHref(notice.id, 'change'), icon: 'edit' },
        ...(notice.mustRead
          ? [{ label: t('Who has read it'), href: noticeHref(notice.id, 'readers'), icon: 'check' as const }]
          : []),
      ]
    : [];
