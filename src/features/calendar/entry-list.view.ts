import type { CalendarEntry } from '#platform/http/feature.ts';
import { formatDate, formatMinutes } from '#platform/i18n/i18n.ts';
import { html, type Html, type Value } from '#ui/html.ts';

/** Entries under the day they are on; `level` is that of the headings. */
export function entriesByDay(entries: readonly CalendarEntry[], level: 2 | 3 = 2): Html {
  const days = Map.groupBy(entries, ({ on }) => on);
  const heading = (on: string): Html =>
    level === 2 ? html`<h2>${formatDate(on, 'weekday')}</h2>` : html`<h3>${formatDate(on, 'weekday')}</h3>`;
  return html`${[...days].map(([on, those]) => html`${heading(on)}${entryList(those)}`)}`;
}

/** Entries of one day, in order of time. */
export const entryList = (entries: readonly CalendarEntry[]): Html =>
  html`<ul class="items">
    ${entries.map((entry) => html`<li>${entryLine(entry)}</li>`)}
  </ul>`;

const entryLine = ({ title, href, startsAt, minutes, place }: CalendarEntry): Value => {
  const more = [startsAt && minutes > 0 && formatMinutes(minutes), place].filter(Boolean).join(', ');
  return html`${startsAt && html`<strong>${startsAt}</strong> `}<a href="${href}">${title}</a
    >${more && `, ${more}`}`;
};
