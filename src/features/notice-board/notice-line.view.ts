import { formatDate, formatTime, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { noticeHref } from './addresses.ts';
import type { ListedNotice } from './posted-notice.ts';

/** So many characters of a notice stand in a list; what must be read stands there whole. */
const usualLength = 240;

interface Shown {
  today: string;
  /** Quiet things to do beside it. */
  more?: Value;
  level?: 2 | 3;
  /** So many characters of it at most. */
  most?: number;
}

/** A notice in a list: what it is about, who says so, until when; and the button, where it is to be read. */
export function noticeLine(
  notice: ListedNotice,
  { today, more, level = 3, most = usualLength }: Shown,
): Html {
  const href = noticeHref(notice.id);
  const name = html`<a href="${href}"><bdi>${notice.title}</bdi></a>`;
  return html`<article class="posted">
    ${level === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
    <p class="meta">
      ${notice.isNew && html`${label(t('New'))} `}${notice.waits && html`${label(t('To be read'))} `}<bdi>${notice.author}</bdi>;
      ${untilInWords(notice, today)}${notice.changedAt !== null && `; ${changedInWords(notice.changedAt, today)}`}
    </p>
    ${beginning(notice, most)} ${notice.waits && readButton(notice)}${more}
  </article>`;
}

/** A notice that is over, or one of many: one line. */
export const shortLine = ({
  id,
  title,
  author,
  fromOn,
  untilOn,
}: Pick<ListedNotice, 'id' | 'title' | 'author' | 'fromOn' | 'untilOn'>): Html =>
  html`<a href="${noticeHref(id)}"><bdi>${title}</bdi></a
    ><br /><span class="meta"><bdi>${author}</bdi>; ${daysInWords({ fromOn, untilOn })}</span>`;

/** "Monday 16 November", or from one day until another. */
export const daysInWords = ({ fromOn, untilOn }: Pick<ListedNotice, 'fromOn' | 'untilOn'>): string =>
  fromOn === untilOn
    ? formatDate(fromOn, 'weekday')
    : t('from {from} until {until}', {
        from: formatDate(fromOn, 'weekday'),
        until: formatDate(untilOn, 'weekday'),
      });

/** Of what stands, only how long it still does. */
const untilInWords = (notice: ListedNotice, today: string): string =>
  notice.fromOn > today || notice.untilOn < today
    ? daysInWords(notice)
    : notice.untilOn === today
      ? t('until today')
      : t('until {day}', { day: formatDate(notice.untilOn, 'weekday') });

/** "changed at 08:40", or on which day. */
export const changedInWords = (changedAt: Date, today: string): string =>
  formatDate(changedAt) === formatDate(today)
    ? t('changed at {time}', { time: formatTime(changedAt) })
    : t('changed on {day}', { day: formatDate(changedAt, 'weekday') });

function beginning({ id, text, waits, title }: ListedNotice, most: number): Html {
  const characters = [...text];
  if (waits || characters.length <= most) return html`<div class="as-written" dir="auto">${text}</div>`;
  const cut = characters
    .slice(0, most)
    .join('')
    .replace(/\s+\S*$/, '');
  return html`<div class="as-written" dir="auto">${cut} …</div>
    <p>
      <a href="${noticeHref(id)}">${t('Read on')}<span class="hidden">: ${title}</span></a>
    </p>`;
}

/** For whoever is asked to say so. `version` is the one they have before them. */
export const readButton = ({ id, title, version }: Pick<ListedNotice, 'id' | 'title' | 'version'>): Html =>
  form({
    action: noticeHref(id, 'read'),
    hidden: { version },
    button: t('I have read this'),
    quiet: true,
    describe: t('I have read this: {title}', { title }),
  });
