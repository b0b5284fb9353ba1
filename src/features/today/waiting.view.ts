import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import type { Waiting } from './waiting.queries.ts';

/** More of one kind, as when twelve pupils reach a certificate on one day, stand together, most of them folded away. */
const mostAlike = 4;
const shownAlike = 2;

/** Each by itself in its place; those of a kind of which there are many together, where the oldest of them stood. */
function inPlaces(waiting: readonly Waiting[]): Waiting[][] {
  const alike = Map.groupBy(waiting, ({ kind }) => kind);
  return waiting.flatMap((notice) => {
    const same = alike.get(notice.kind)!;
    if (same.length <= mostAlike) return [[notice]];
    return same[0] === notice ? [same] : [];
  });
}

/** What waits, the oldest first; of many alike all but the first two are folded away. */
export function waitingSection(
  waiting: readonly Waiting[],
  sayOf: (notice: Waiting) => string,
  now: Date,
): Html {
  const oldest = waiting[0];
  if (!oldest)
    return html`<h2>${t('Waiting for you')}</h2>
      <p>${t('Nothing is waiting for you.')}</p>`;
  const line = (notice: Waiting): Html => html`<li>${waitingItem(notice, sayOf(notice), now)}</li>`;
  const folded = (alike: readonly Waiting[]): Html =>
    html`<li>
      ${details(
        tn(alike.length, '{n} more of this kind', '{n} more of this kind'),
        html`<ul class="items with-end waiting">
          ${alike.map(line)}
        </ul>`,
      )}
    </li>`;
  const total = Math.max(oldest.total, waiting.length);
  return html`<h2>${t('Waiting for you')}</h2>
    <p>
      ${tn(total, 'One thing is waiting.', '{n} things are waiting.')} ${total > 1 && firstOf(oldest, sayOf)}
    </p>
    <ul class="items with-end waiting">
      ${inPlaces(waiting).map((alike) => [alike.slice(0, shownAlike).map(line), alike.length > shownAlike && folded(alike.slice(shownAlike))])}
    </ul>
    ${total > waiting.length && html`<p>${t('Shown are the first {n}.', { n: waiting.length })}</p>`}`;
}

const firstOf = (oldest: Waiting, sayOf: (notice: Waiting) => string): string =>
  oldest.dueAt
    ? t('The oldest: {what}, due {day}.', { what: sayOf(oldest), day: formatDate(oldest.dueAt, 'weekday') })
    : t('The oldest: {what}.', { what: sayOf(oldest) });

function waitingItem({ id, href, dueAt }: Waiting, says: string, now: Date): Value {
  const due = dueAt && dueWords(dueAt, now);
  return html`<span><a href="${href}">${says}</a>${due && `, ${due}`}</span>
    ${form({ action: `/today/waiting/${id}/done`, button: t('Take it off my list'), quiet: true, describe: t('Take off my list: {what}', { what: says }) })}`;
}

function dueWords(dueAt: Date, now: Date): string {
  if (formatDate(dueAt) === formatDate(now)) return t('due today');
  const day = formatDate(dueAt, 'weekday');
  return dueAt <= now ? t('was due on {day}', { day }) : t('due {day}', { day });
}
