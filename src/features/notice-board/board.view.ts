import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { bulletinPath, earlierPath, missedPath, noticeHref } from './addresses.ts';
import type { Look, OwnNotice } from './board.queries.ts';
import { daysInWords, noticeLine } from './notice-line.view.ts';
import type { BoardNotice, ListedNotice } from './posted-notice.ts';

interface Board {
  look: Look | undefined;
  notices: readonly BoardNotice[];
  own: readonly OwnNotice[];
}

export function boardView({ look, notices, own }: Board, { today, who }: Visit): Html {
  const toRead = notices.filter(({ waits }) => waits);
  const others = notices.filter(({ waits }) => !waits);
  const staff = who.standing.kind === 'staff';
  return html`${look?.since && sinceLine(look.since, notices)}
  ${
    toRead.length > 0 &&
    html`<h2>${t('To be read')}</h2>
      <p>
        ${tn(toRead.length, 'One notice asks you to say that you have read it. Whoever wrote it sees that you did.', '{n} notices ask you to say that you have read them. Whoever wrote each sees that you did.')}
      </p>
      ${toRead.map((each) => noticeLine(each, { today }))}`
  }
  ${
    notices.length === 0
      ? empty({
          says: t(
            'Nothing is on the board for you now. What is put up for you stands here until its last day.',
          ),
        })
      : html`${toRead.length > 0 && others.length > 0 && html`<h2>${t('Also on the board')}</h2>`}
        ${others.map((each) => noticeLine(each, { today, level: toRead.length > 0 ? 3 : 2 }))}`
  }
  ${
    (notices[0]?.total ?? 0) > notices.length &&
    html`<p>
      ${t('Shown are {n} of {all}. The others stand among the earlier ones.', { n: notices.length, all: notices[0]!.total })}
    </p>`
  }
  ${own.length > 0 && ownNotices(own, today)} ${quietActions(ways(staff))}`;
}

function sinceLine(since: Date, notices: readonly ListedNotice[]): Html {
  const count = notices.filter((each) => each.isNew).length;
  const day = formatDate(since, 'weekday');
  return html`<p>
    ${
      count === 0
        ? t('Nothing is new since {day}.', { day })
        : tn(count, 'New since {day}: one notice.', 'New since {day}: {n} notices.', { day })
    }
    <a href="${missedPath}">${t('What I missed')}</a>
  </p>`;
}

const ownNotices = (own: readonly OwnNotice[], today: string): Html =>
  html`<h2>${t('What you put up')}</h2>
    ${countedList({
      says: tn(own.length, '{n} notice that is not over', '{n} notices that are not over'),
      items: own.map(
        (each) =>
          html`<a href="${noticeHref(each.id)}"><bdi>${each.title}</bdi></a>
            <span class="meta">${stateOf(each, today)}</span>`,
      ),
      empty: '',
    })}`;

const stateOf = (own: OwnNotice, today: string): string =>
  own.endedAt !== null
    ? t('taken down; nobody sees it')
    : own.fromOn > today
      ? t('not shown yet: {days}', { days: daysInWords(own) })
      : daysInWords(own);

const ways = (staff: boolean): LinkAction[] => [
  { label: t('What I missed'), href: missedPath, icon: 'clock' },
  ...(staff ? [{ label: t('Bulletin'), href: bulletinPath, icon: 'print' as const }] : []),
  { label: t('Earlier ones'), href: earlierPath, icon: 'history' },
];
