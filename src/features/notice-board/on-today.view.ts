import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Value } from '#ui/html.ts';
import { bulletinPath, boardPath, noticeHref } from './addresses.ts';
import { noticeLine } from './notice-line.view.ts';
import type { BoardNotice, ListedNotice } from './posted-notice.ts';

/** On Today the beginning of each is enough; what is read out to pupils stands there whole. */
const shortLength = 140;

/** The notices on Today: a few, and the way to all. Whoever has none and never had is not told of a board. */
export function noticesOnToday(notices: readonly BoardNotice[], { today, who }: Visit): Value {
  const { kind } = who.standing;
  if (notices.length === 0 && kind === 'guest') return null;
  const total = notices[0]?.total ?? 0;
  return html`<h2>${t('Notices')}</h2>
    ${notices.length === 0 && html`<p>${t('Nothing new is on the board.')}</p>`}
    ${notices.map((each) => noticeLine(each, { today, most: each.sort === 'bulletin' ? Infinity : shortLength, more: each.waits ? null : putAwayForm(each) }))}
    ${total > notices.length && html`<p>${t('Shown are {n} of {all}.', { n: notices.length, all: total })}</p>`}
    ${quietActions([
      { label: t('All notices'), href: boardPath },
      ...(kind === 'staff' ? [{ label: t('Bulletin'), href: bulletinPath }] : []),
    ])}`;
}

const putAwayForm = ({ id, title }: ListedNotice): Value =>
  html`<div class="waiting">
    ${form({
      action: noticeHref(id, 'put-away'),
      button: t('Put it away'),
      quiet: true,
      describe: t('Put it away: {title}', { title }),
    })}
  </div>`;
